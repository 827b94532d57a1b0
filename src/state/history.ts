import type { Commit } from '../log/commit';
import type { Json } from '../log/json';
import { compareStamps } from '../log/stamp';
import { findCommits } from '../storage/commitStore';

/** One change of one field: who, when, from which device, and what it wrote over. */
export interface Change {
  readonly id: string;
  readonly entity: string;
  readonly field: string;
  readonly value: Json;
  readonly before: Json | undefined;
  /** All that it wrote over: a decision between two values wrote over both. */
  readonly wroteOver: readonly Json[];
  readonly at: string;
  readonly by: string;
  readonly device: string;
  readonly why: string;
  /** True where nothing stood in the field. */
  readonly isFirst: boolean;
  /** True of all that the entity began with. */
  readonly isBirth: boolean;
}

type OwnChange = Omit<Change, 'before' | 'wroteOver' | 'isFirst' | 'isBirth'> & {
  readonly was: readonly string[];
};

/** The changes of some entities, the newest first, straight from the log. */
export async function readHistory(copy: string, entities: readonly string[]): Promise<readonly Change[]> {
  const commits = await findCommits(
    copy,
    entities.map((entity) => JSON.stringify(entity)),
  );
  const changes = commits.flatMap((commit) => changesIn(commit, entities));
  const values = new Map(changes.map((change) => [keyOf(change.id, change), change.value]));
  const births = new Set(
    entities.flatMap((entity) => birthOf(changes.filter((one) => one.entity === entity))),
  );
  return changes
    .map(({ was, ...change }) => ({
      ...change,
      before: was[0] === undefined ? undefined : values.get(keyOf(was[0], change)),
      wroteOver: was.map((id) => values.get(keyOf(id, change))).filter((value) => value !== undefined),
      isFirst: was.length === 0,
      isBirth: births.has(bornIn(change)),
    }))
    .sort((a, b) => compareStamps(b.at, a.at));
}

function changesIn({ id, at, by, why = '', ops }: Commit, entities: readonly string[]): OwnChange[] {
  const device = deviceOf(id);
  return ops
    .filter(({ e }) => entities.includes(e))
    .flatMap(({ e: entity, set, was }) =>
      Object.entries(set).map(([field, value]) => ({
        id,
        entity,
        at,
        by,
        why,
        device,
        field,
        value,
        was: was?.[field] ?? [],
      })),
    );
}

/** The commit in which an entity began, if it is here: the first of all, and one that wrote over nothing. */
function birthOf(changes: readonly OwnChange[]): readonly string[] {
  const [first] = [...changes].sort((a, b) => compareStamps(a.at, b.at));
  if (!first) return [];
  const together = changes.filter(({ id }) => id === first.id);
  return together.every(({ was }) => was.length === 0) ? [bornIn(first)] : [];
}

function bornIn({ id, entity }: Pick<Change, 'id' | 'entity'>): string {
  return `${id} ${entity}`;
}

function keyOf(commit: string, { entity, field }: Pick<Change, 'entity' | 'field'>): string {
  return `${commit} ${entity} ${field}`;
}

/** Whether a change was made until a moment, by the clock of its device. */
export function isUntil({ at }: Change, moment: string): boolean {
  return compareStamps(at, moment) <= 0;
}

/** The device that made a commit: `device.seq.hash`. */
export function deviceOf(commit: string): string {
  return commit.split('.')[0] ?? '';
}
