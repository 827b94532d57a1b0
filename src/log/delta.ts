import { chainHeads } from './chains';
import type { ChainHeads } from './chains';
import type { Commit, CommitId } from './commit';
import { closureOf } from './seal';

/**
 * All that somebody holds, said shortly: the last commits of every device, what they follow, and where that is
 * broken off because something has not arrived there.
 */
export interface Holding {
  readonly heads: ChainHeads;
  /** Commits that a held one follows and that are not held. */
  readonly without: readonly CommitId[];
}

/** What a log holds, as its owner would say it. */
export function holdingOf(commits: ReadonlyMap<CommitId, Commit>): Holding {
  const heads = chainHeads(commits.values());
  return { heads, without: closureOf({ heads: idsOf(heads), without: [] }, commits).missing };
}

/**
 * What of a log somebody has not shown to hold (merge.md 1, deltas), in the order given. It may turn out to be known
 * there all the same, where what they say reaches beyond this log; it is never too little.
 */
export function commitsBeyond(
  commits: ReadonlyMap<CommitId, Commit>,
  { heads, without }: Holding,
): readonly Commit[] {
  const { members } = closureOf({ heads: idsOf(heads), without }, commits);
  return [...commits.values()].filter(({ id }) => !members.has(id));
}

function idsOf(heads: ChainHeads): readonly CommitId[] {
  return [...heads.values()].flat().map(({ id }) => id);
}
