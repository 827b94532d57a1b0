import { parseCommitId, type Commit } from './commit';
import { compareText } from './json';

/** The order of commits in a file: device, then number (10 after 9), then id (merge.md 1). */
export function inFileOrder(commits: Iterable<Commit>): Commit[] {
  const keyed = Array.from(commits, (commit) => {
    const { device, seq } = parseCommitId(commit.id) ?? { device: '', seq: 0 };
    return { commit, device, seq };
  });
  keyed.sort(
    (a, b) => compareText(a.device, b.device) || a.seq - b.seq || compareText(a.commit.id, b.commit.id),
  );
  return keyed.map(({ commit }) => commit);
}
