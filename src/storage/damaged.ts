import { parseCommitId, verifyCommit } from '../log/commit';
import type { Commit, CommitId } from '../log/commit';
import { sha256Hex, shortHash } from '../log/hash';
import { canonicalJson, isRecord } from '../log/json';
import type { Merged, Quarantined } from '../log/union';

/** A stored line that is not a commit as its author wrote it any more, as far as it can be read. */
export interface DamagedLine {
  /** Where it stands among the lines, from 0. */
  readonly at: number;
  readonly device: string | null;
  readonly seq: number | null;
}

/** The commit in a stored line, not verified; null where the line is none that could be folded. */
export function commitInLine(line: string): Commit | null {
  const raw = parsed(line);
  return isFoldable(raw) ? raw : null;
}

/** The commits in some lines, not verified; a line that is none any more is passed over. */
export function commitsInLines(lines: readonly string[]): readonly Commit[] {
  const commits: Commit[] = [];
  for (const line of lines) {
    const commit = commitInLine(line);
    if (commit) commits.push(commit);
  }
  return commits;
}

/** The commit in a stored line, if it is as its author wrote it. */
export function soundCommitIn(line: string): Commit | null {
  const verdict = verifyCommit(parsed(line));
  return verdict.ok ? verdict.commit : null;
}

/** What a line that was damaged still says of itself. */
export function damagedLine(line: string, at: number): DamagedLine {
  const parts = parseCommitId(legibleId(line));
  return { at, device: parts?.device ?? null, seq: parts?.seq ?? null };
}

/**
 * Of the commits held before a merge, those that do not verify and of which the merge brings the whole: under the
 * same id, or, where the id was what suffered, behind the same commit. Looks only at those that what came touches.
 */
export function brokenHeld(
  held: ReadonlyMap<CommitId, Commit>,
  { added, collided, log }: Pick<Merged, 'added' | 'collided' | 'log'>,
): ReadonlySet<CommitId> {
  const broken = new Set(collided.filter((id) => held.has(id) && !verifyCommit(held.get(id)).ok));
  const followed = new Set(added.map(({ after }) => after));
  if (followed.size === 0) return broken;
  for (const commit of held.values()) {
    if (!followed.has(commit.after) || verifyCommit(commit).ok) continue;
    if (log.commits.has(writtenAs(commit))) broken.add(commit.id);
  }
  return broken;
}

/**
 * The lines of which nothing is left to mend, once these commits are held: without those whose commit is whole among
 * them. A line of which not even the name can be read stays, until nothing is missing any more; then it is put aside.
 */
export function wholeLines(
  lines: readonly string[],
  commits: ReadonlyMap<CommitId, Commit>,
  isAllHere: boolean,
): { readonly lines: readonly string[]; readonly aside: readonly Quarantined[] } {
  const aside: Quarantined[] = [];
  const kept = lines.filter((line) => {
    if (soundCommitIn(line)) return true;
    const commit = commitInLine(line);
    const names = [legibleId(line), ...(commit ? [writtenAs(commit)] : [])];
    if (names.some((id) => commits.has(id) && verifyCommit(commits.get(id)).ok)) return false;
    if (isAllHere && !commit)
      aside.push({ key: sha256Hex(canonicalJson(line)), reason: 'malformed', raw: line });
    return !isAllHere || commit !== null;
  });
  return { lines: kept, aside };
}

/** The id that the content of a commit gives, whatever the one on it says. */
function writtenAs({ id, ...content }: Commit): CommitId {
  const before = parseCommitId(content.after);
  const device = before?.device ?? content.device ?? parseCommitId(id)?.device ?? '';
  return `${device}.${(before?.seq ?? 0) + 1}.${shortHash(canonicalJson(content))}`;
}

const NAME = /"id":"([a-z0-9]{1,32}\.[1-9]\d{0,14}\.[A-Za-z0-9_-]{16})"/;

function legibleId(line: string): CommitId {
  return NAME.exec(line)?.[1] ?? '';
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether folding it would do what it says, true or not. Asked of every line that is read, so it looks at little. */
function isFoldable(raw: unknown): raw is Commit {
  if (!isRecord(raw)) return false;
  const { id, after, at, by, ops } = raw;
  if (typeof id !== 'string' || typeof after !== 'string' || typeof by !== 'string') return false;
  return typeof at === 'string' && Array.isArray(ops) && ops.every(isOperation);
}

function isOperation(op: unknown): boolean {
  if (!isRecord(op) || typeof op['e'] !== 'string' || !isRecord(op['set'])) return false;
  const was = op['was'];
  return was === undefined || (isRecord(was) && Object.values(was).every(Array.isArray));
}
