import type { Commit } from '../log/commit';
import { commitsInLines } from './damaged';
import { db } from './database';
import type { CopyRow } from './database';

/** How many commits a segment seals. */
const SEGMENT = 1000;

/** The commits of a copy in order of arrival, from the n-th on. A line that is none any more is passed over. */
export async function readCommits(copy: string, from = 0): Promise<readonly Commit[]> {
  return commitsInLines(await readCommitLines(copy, from));
}

/** The commits whose text holds any of the words: a cheap first sieve over a long log. */
export async function findCommits(copy: string, words: readonly string[]): Promise<readonly Commit[]> {
  const found: string[] = [];
  for await (const lines of readLineParts(copy))
    found.push(...lines.filter((line) => words.some((word) => line.includes(word))));
  return commitsInLines(found);
}

/** The commits of a copy in order of arrival, a segment at a time, so that a long log holds up nobody. */
export async function* readCommitParts(copy: string): AsyncGenerator<readonly Commit[]> {
  for await (const lines of readLineParts(copy)) yield commitsInLines(lines);
}

/** The same as lines, of which one may be no commit any more. */
export async function* readLineParts(copy: string): AsyncGenerator<readonly string[]> {
  const { segments, tail } = db();
  for (let no = 0; ; no += 1) {
    const lines = await db().transaction('r', segments, tail, async () => {
      const sealed = (await segments.get([copy, no]))?.lines.split('\n');
      if (sealed) return { sealed, open: [] };
      const rows = await tail.where('[copy+n]').between([copy, 0], [copy, Infinity]).toArray();
      return { sealed: null, open: rows.map(({ line }) => line) };
    });
    yield lines.sealed ?? lines.open;
    if (!lines.sealed) return;
  }
}

/** The commits of a copy as they are stored, byte for byte, for whoever checks them: a line may be no commit any more. */
export async function readCommitLines(copy: string, from = 0): Promise<readonly string[]> {
  return db().transaction('r', db().copies, db().segments, db().tail, async () => {
    const row = await db().copies.get(copy);
    if (!row) return [];
    const segments = await db()
      .segments.where('[copy+no]')
      .between([copy, Math.floor(from / SEGMENT)], [copy, Infinity])
      .toArray();
    const tail = await db()
      .tail.where('[copy+n]')
      .between([copy, Math.max(from, row.sealed)], [copy, Infinity])
      .toArray();
    const first = (segments[0]?.no ?? 0) * SEGMENT;
    const sealed = segments.flatMap((segment) => segment.lines.split('\n'));
    const unread = segments.length > 0 ? Math.max(0, from - first) : 0;
    return [...sealed.slice(unread), ...tail.map(({ line }) => line)];
  });
}

/**
 * Writes commits behind those a copy holds and seals full segments. Runs inside the caller's
 * transaction over `segments` and `tail`. Gives the row's new counts.
 */
export async function storeCommits(
  row: CopyRow,
  commits: readonly Commit[],
): Promise<Pick<CopyRow, 'count' | 'sealed'>> {
  return storeLines(
    row,
    commits.map((commit) => JSON.stringify(commit)),
  );
}

async function storeLines(
  row: Pick<CopyRow, 'copy' | 'count' | 'sealed'>,
  lines: readonly string[],
): Promise<Pick<CopyRow, 'count' | 'sealed'>> {
  const { copy } = row;
  const count = row.count + lines.length;
  if (count - row.sealed < SEGMENT) {
    await putTail(copy, row.count, lines);
    return { count, sealed: row.sealed };
  }
  const tailRange = db().tail.where('[copy+n]').between([copy, 0], [copy, Infinity]);
  const open = [...(await tailRange.toArray()).map(({ line }) => line), ...lines];
  await tailRange.delete();
  const full = Math.floor(open.length / SEGMENT);
  for (let index = 0; index < full; index += 1) {
    const part = open.slice(index * SEGMENT, (index + 1) * SEGMENT);
    await db().segments.put({ copy, no: row.sealed / SEGMENT + index, lines: part.join('\n') });
  }
  const sealed = row.sealed + full * SEGMENT;
  await putTail(copy, sealed, open.slice(full * SEGMENT));
  return { count, sealed };
}

/** Replaces all the lines of a copy, inside the caller's transaction. Gives the row's new counts. */
export async function rewriteLines(
  row: CopyRow,
  lines: readonly string[],
): Promise<Pick<CopyRow, 'count' | 'sealed'>> {
  const { copy } = row;
  await db().segments.where('[copy+no]').between([copy, 0], [copy, Infinity]).delete();
  await db().tail.where('[copy+n]').between([copy, 0], [copy, Infinity]).delete();
  return storeLines({ copy, count: 0, sealed: 0 }, lines);
}

async function putTail(copy: string, from: number, lines: readonly string[]): Promise<void> {
  await db().tail.bulkPut(lines.map((line, index) => ({ copy, n: from + index, line })));
}
