import { DELETED } from '../../domain/entities';
import { deviceOf } from './candidates';
import type { Conflict, Head, Option, Sessions } from './candidates';

/** Who wins where several are decided at once. */
export type BulkRule =
  { readonly k: 'session' | 'person' | 'device'; readonly id: string } | { readonly k: 'latest' };

/** What a rule makes of one conflict. */
export interface BulkChoice {
  readonly conflict: Conflict;
  readonly option: Option;
  /** What was deleted and edited is decided only where a person ticks it. */
  readonly isTickedAtFirst: boolean;
}

/** What a rule decides, and what it leaves: where nobody whom it names wrote, or wrote two values. */
export interface BulkProposal {
  readonly choices: readonly BulkChoice[];
  readonly left: readonly Conflict[];
}

/** Who could win: each session, person and device of which some value is in conflict. */
export interface Winners {
  readonly sessions: readonly string[];
  readonly people: readonly string[];
  readonly devices: readonly string[];
}

export function keyOf({ entityId, field }: Pick<Conflict, 'entityId' | 'field'>): string {
  return `${entityId} ${field}`;
}

export function winnersIn(options: readonly (readonly Option[])[], sessions: Sessions): Winners {
  const heads = options.flat().flatMap((option) => option.heads);
  return {
    sessions: [...new Set(heads.flatMap(({ id }) => sessions.get(id) ?? []))],
    people: [...new Set(heads.map(({ by }) => by))],
    devices: [...new Set(heads.map(({ id }) => deviceOf(id)))],
  };
}

/** What a rule proposes for some conflicts, each with the values to choose from. */
export function proposeBulk(
  conflicts: readonly (readonly [Conflict, readonly Option[]])[],
  rule: BulkRule,
  sessions: Sessions,
): BulkProposal {
  const choices: BulkChoice[] = [];
  const left: Conflict[] = [];
  for (const [conflict, options] of conflicts) {
    const option = winnerOf(options, rule, sessions);
    if (option) choices.push({ conflict, option, isTickedAtFirst: conflict.field !== DELETED });
    else left.push(conflict);
  }
  return { choices, left };
}

function winnerOf(options: readonly Option[], rule: BulkRule, sessions: Sessions): Option | undefined {
  // The best value of a conflict is its latest, and stands first.
  if (rule.k === 'latest') return options[0];
  const [only, another] = options.filter(({ heads }) => heads.some((head) => isOf(head, rule, sessions)));
  return another ? undefined : only;
}

function isOf(
  { id, by }: Head,
  rule: Exclude<BulkRule, { readonly k: 'latest' }>,
  sessions: Sessions,
): boolean {
  if (rule.k === 'session') return sessions.get(id) === rule.id;
  return (rule.k === 'person' ? by : deviceOf(id)) === rule.id;
}
