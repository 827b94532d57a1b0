import type { Commit } from './commit';
import { canonicalBeyond } from './json';

const lines = new WeakMap<Commit, string>();

/**
 * The text of a commit in a file: the id leads, the rest is canonical, so that a commit has one text wherever it has
 * been. Kept as long as the commit is, which never changes.
 */
export function commitLine(commit: Commit): string {
  const known = lines.get(commit);
  if (known !== undefined) return known;
  const line = `{"id":${JSON.stringify(commit.id)},${canonicalBeyond('id', commit).slice(1)}`;
  lines.set(commit, line);
  return line;
}
