/** What must come out of a history, said without asking the fold; and what did come out, as text to compare. */
import type { Commit } from '../../src/log/commit';
import { canonicalState } from '../../src/log/bucketText';
import { conflictsIn } from '../../src/log/conflicts';
import { deletionOf } from '../../src/log/deletes';
import { foldAll } from '../../src/log/fold';
import { entitiesOf } from '../../src/log/state';
import type { LogState } from '../../src/log/state';
import { EMPTY_LOG, mergeCommits } from '../../src/log/union';
import type { Log } from '../../src/log/union';
import { classOf } from './histories';
import type { World } from './histories';

/** All that a person can see of a log, as text: values, conflicts, what is hidden. */
export function viewOf(commits: Iterable<Commit>): string {
  return viewOfState(foldAll(commits));
}

export function viewOfState(state: LogState): string {
  const conflicts = conflictsIn(state, classOf);
  const hidden = Array.from(entitiesOf(state), ([id, entity]) => `${id} ${deletionOf(entity)}`);
  return [canonicalState(state), JSON.stringify(conflicts), ...hidden].join('\n');
}

/** One log out of everything that was ever written or sent, good and bad. */
export function mergeAll(world: World): Log {
  return mergeCommits(EMPTY_LOG, [...world.written, ...world.bad]).log;
}

function setsField(commit: Commit, entity: string, field: string): boolean {
  return commit.ops.some((op) => op.e === entity && Object.hasOwn(op.set, field));
}

/** The changes of a field that nobody had in sight when writing to it: what must stand, by what people saw alone. */
export function standing(world: World, entity: string, field: string): Commit[] {
  const changes = world.written.filter((commit) => setsField(commit, entity, field));
  return changes.filter((one) => !changes.some((other) => world.past.get(other.id)?.has(one.id)));
}

/** All entities and fields that a life wrote. */
export function everyField(world: World): [string, string][] {
  const found = world.written.flatMap(({ ops }) =>
    ops.flatMap((op) => Object.keys(op.set).map((field) => [op.e, field] as [string, string])),
  );
  return [...new Map(found.map((pair) => [pair.join('|'), pair])).values()];
}
