import type { Commit } from '../log/commit';
import type { Json } from '../log/json';
import { compareStamps } from '../log/stamp';
import { findCommits } from '../storage/commitStore';

/** One change of one field: who, when, from which device, and what it wrote over. */
export interface Change {
  readonly id: string;
  readonly field: string;
  readonly value: Json;
  readonly before: Json | undefined;
  readonly at: string;
  readonly by: string;
  readonly device: string;
  readonly why: string;
}

/** The changes of an entity, the newest first, straight from the log. */
export async function readHistory(copy: string, entity: string): Promise<readonly Change[]> {
  const commits = await findCommits(copy, [JSON.stringify(entity)]);
  const changes = commits.flatMap((commit) => changesIn(commit, entity));
  const values = new Map(changes.map((change) => [`${change.id} ${change.field}`, change.value]));
  return changes
    .map(({ was, ...change }) => ({ ...change, before: values.get(`${was[0]} ${change.field}`) }))
    .sort((a, b) => compareStamps(b.at, a.at));
}

function changesIn(commit: Commit, entity: string) {
  const { id, at, by, why = '' } = commit;
  const device = deviceOf(id);
  return commit.ops
    .filter(({ e }) => e === entity)
    .flatMap(({ set, was }) =>
      Object.entries(set).map(([field, value]) => ({
        id,
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

/** The device that made a commit: `device.seq.hash`. */
export function deviceOf(commit: string): string {
  return commit.split('.')[0] ?? '';
}
