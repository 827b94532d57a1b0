import type { ProgressClass } from './bands';
import { CLASSES, wordOf } from './codes';
import { cappedAt } from './evaluate';
import type { Evaluation } from './evaluate';
import { allRows, groupsBy } from './groups';
import type { Plan } from './model';
import type { Percent } from './percent';
import type { ResponsibleParty } from './report';

/** The three states of Spanish *gestión por responsable*, in the order in which S0 tells them. */
export const MANAGEMENT_STATES = ['pending', 'inExecution', 'finished'] as const;

/** `finished` holds what is near the end too: it is the class, and not a date. */
export type ManagementState = (typeof MANAGEMENT_STATES)[number];

export type ManagementCounts = Readonly<Record<ManagementState, number>>;

/** What one responsible party answers for; null is of what nobody does. */
export interface PartyManagement {
  readonly id: string;
  readonly party: ResponsibleParty | null;
  readonly counts: ManagementCounts;
  /** The three counts together. */
  readonly n: number;
  /** Without a percent, and therefore in no count: without target, not applicable, without baseline. */
  readonly leftOut: number;
}

/** Spanish *gestión por responsable* (domain.md A1). */
export interface ManagementByResponsible {
  /** The most pending first, equals by name; what nobody answers for comes last. */
  readonly parties: readonly PartyManagement[];
  /** Of the plan, each indicator once. */
  readonly counts: ManagementCounts;
  readonly n: number;
  readonly leftOut: number;
  /** How often an indicator is counted again because several parties answer for it. */
  readonly shared: number;
}

/**
 * The state of an indicator by its percent, which the source never defined: `pending` has advanced
 * nothing, `finished` is of the class finished in the plan's scheme, and all the rest is in execution. Null for
 * what has no percent.
 */
export function managementStateOf(
  capped: Percent | null,
  progressClass: ProgressClass | null,
): ManagementState | null {
  if (capped === null) return null;
  if (capped === 0) return 'pending';
  return progressClass === 'finished' ? 'finished' : 'inExecution';
}

/** How many indicators of each party are in each state; one that several answer for is counted once for each. */
export function managementByResponsible(
  plan: Plan,
  evaluation: Evaluation,
  rows: readonly number[] = allRows(plan),
): ManagementByResponsible {
  const parties = groupsBy(plan, 'responsible', rows).flatMap((group) =>
    group.by === 'responsible'
      ? [{ id: group.id, party: group.party, ...countStates(evaluation, group.rows) }]
      : [],
  );
  const whole = countStates(evaluation, rows);
  const inOrder = parties.toSorted(
    (a, b) => Number(a.party === null) - Number(b.party === null) || b.counts.pending - a.counts.pending,
  );
  return { parties: inOrder, ...whole, shared: parties.reduce((sum, { n }) => sum + n, 0) - whole.n };
}

function countStates(
  evaluation: Evaluation,
  rows: readonly number[],
): Pick<PartyManagement, 'counts' | 'n' | 'leftOut'> {
  const counts = { pending: 0, inExecution: 0, finished: 0 };
  for (const row of rows) {
    const percent = cappedAt(evaluation, row);
    const progressClass = wordOf(CLASSES, evaluation.classes[row]);
    const state = managementStateOf(Number.isNaN(percent) ? null : percent, progressClass);
    if (state !== null) counts[state]++;
  }
  const n = counts.pending + counts.inExecution + counts.finished;
  return { counts, n, leftOut: rows.length - n };
}
