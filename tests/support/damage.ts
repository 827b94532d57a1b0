import { readCommitLines } from '../../src/storage/commitStore';
import { db } from '../../src/storage/database';

/** Alters one byte of a stored line, as a failing disk would: the one at `offset` becomes another. */
export async function damageLine(copy: string, at: number, offset: number, with_ = '#'): Promise<void> {
  const row = await db().copies.get(copy);
  const line = (await readCommitLines(copy))[at] ?? '';
  const place = offset % line.length;
  const other = line[place] === with_ ? '~' : with_;
  await writeLine(copy, at, row?.sealed ?? 0, line.slice(0, place) + other + line.slice(place + 1));
}

async function writeLine(copy: string, at: number, sealed: number, line: string): Promise<void> {
  if (at >= sealed) {
    const key = await db().tail.where('[copy+n]').between([copy, at], [copy, Infinity]).first();
    await db().tail.put({ copy, n: key?.n ?? at, line });
    return;
  }
  const no = Math.floor(at / 1000);
  const segment = await db().segments.get([copy, no]);
  const lines = (segment?.lines ?? '').split('\n');
  lines[at % 1000] = line;
  await db().segments.put({ copy, no, lines: lines.join('\n') });
}
