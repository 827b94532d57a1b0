import type { Commit } from './commit';
import { canonicalJson } from './json';

const lines = new WeakMap<Commit, string>();

/**
 * The text of a commit in a file: the id leads, the rest is canonical, so that a commit has one text wherever it has
 * been. Kept as long as the commit is, which never changes.
 */
export function commitLine(commit: Commit): string {
  const known = lines.get(commit);
  if (known !== undefined) return known;
  const { id, ...rest } = commit;
  const line = `{"id":${JSON.stringify(id)},${canonicalJson(rest).slice(1)}`;
  lines.set(commit, line);
  return line;
}
