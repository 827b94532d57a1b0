import type { Commit, CommitId } from '../log/commit';
import { readCommitLines } from './commitStore';
import { commitInLine } from './damaged';

/** How many lines are looked at before others get their turn. */
const TURN = 2000;
const ID = /"id":"([a-z0-9]{1,32}\.\d{1,15}\.[\w-]{16})"/g;

/** The commits with some ids, which a line of the log says of itself: no other line is read as more than text. */
export async function readCommitsById(copy: string, ids: ReadonlySet<CommitId>): Promise<readonly Commit[]> {
  if (ids.size === 0) return [];
  const lines = await readCommitLines(copy);
  const found = await sieve(lines, (line) =>
    Array.from(line.matchAll(ID)).some(([, id]) => id !== undefined && ids.has(id)),
  );
  return found.filter(({ id }) => ids.has(id));
}

/** The commits from the n-th on whose text passes. */
export async function sieveCommits(
  copy: string,
  from: number,
  passes: (line: string) => boolean,
): Promise<readonly Commit[]> {
  return sieve(await readCommitLines(copy, from), passes);
}

async function sieve(
  lines: readonly string[],
  passes: (line: string) => boolean,
): Promise<readonly Commit[]> {
  const found: Commit[] = [];
  for (let from = 0; from < lines.length; from += TURN) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve));
    for (const line of lines.slice(from, from + TURN)) {
      const commit = passes(line) ? commitInLine(line) : null;
      if (commit) found.push(commit);
    }
  }
  return found;
}
