import { dataOffset, endOfZip, entriesIn, inflate, LOCAL_HEADER_BYTES } from './zipDirectory';
import type { ZipEntry } from './zipDirectory';

type ZipVerdict =
  | { readonly verdict: 'fits'; readonly names: readonly string[] }
  | { readonly verdict: 'broken' }
  | { readonly verdict: 'cut' }
  | { readonly verdict: 'tooLarge' }
  | { readonly verdict: 'tooManyCells' };

/** What is watched while a zip is unpacked and thrown away. */
export interface ZipWatch {
  /** How much of the zip has been gone through, from 0 to 1. */
  readonly ondone?: (fraction: number) => void;
  /** The most cells that its sheets may have in all, those without a value included. */
  readonly maxCells?: number;
}

const SHEET_PART = /^(?:xl\/worksheets\/[^/]+\.xml|content\.xml)$/;
const CELL_MARK = /<(?:\w+:)?(?:c|(?:covered-)?table-cell)[\s/>]/g;
const LONGEST_MARK = '<office:covered-table-cell>'.length;

/**
 * Unpacks every entry of a zip and throws it away, counting: the sizes a zip states about itself may lie,
 * and a reader that believes them is filled up by a bomb. Refuses past `maxBytes` in all.
 */
export async function guardZip(
  bytes: Uint8Array,
  maxBytes: number,
  { ondone, maxCells = Infinity }: ZipWatch = {},
): Promise<ZipVerdict> {
  const entries = zipEntries(bytes);
  if (entries === 'cut') return { verdict: 'cut' };
  const total: Total = { bytes: 0, cells: 0 };
  const caps = { bytes: maxBytes, cells: maxCells };
  let done = 0;
  for (const entry of entries) {
    const data = entryData(bytes, entry);
    const isWhole = data !== null && (await unpackInto(total, entry, data, caps));
    const verdict = verdictOf(total, caps);
    if (verdict !== 'fits') return { verdict };
    if (!isWhole) return { verdict: 'broken' };
    done += data.length;
    ondone?.(done / bytes.length);
  }
  return entries.length === 0
    ? { verdict: 'broken' }
    : { verdict: 'fits', names: entries.map(({ name }) => name) };
}

/** Without its end a zip was cut; without anything that can be read in its directory it has no entries. */
function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | 'cut' {
  const end = endOfZip(bytes);
  return end ? (entriesIn(bytes.subarray(end.offset), end.count) ?? []) : 'cut';
}

function verdictOf(total: Readonly<Total>, caps: Readonly<Total>): 'fits' | 'tooLarge' | 'tooManyCells' {
  if (total.bytes > caps.bytes) return 'tooLarge';
  return total.cells > caps.cells ? 'tooManyCells' : 'fits';
}

/** One file of a zip that the guard let through; null where it is not in it. */
export async function zipPart(bytes: Uint8Array, name: string): Promise<Uint8Array | null> {
  const entries = zipEntries(bytes);
  const entry = entries === 'cut' ? undefined : entries.find((one) => one.name === name);
  const data = entry && entryData(bytes, entry);
  if (!entry || !data) return null;
  if (!entry.isDeflated) return data;
  const chunks: Uint8Array[] = [];
  await inflate(data, (chunk) => chunks.push(chunk) > 0);
  return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}

/** What came out so far. */
interface Total {
  bytes: number;
  cells: number;
}

/** False when the data does not unpack, or was stopped because the total does not fit. */
async function unpackInto(
  total: Total,
  { name, isDeflated }: ZipEntry,
  data: Uint8Array,
  caps: Readonly<Total>,
): Promise<boolean> {
  const cellsIn = SHEET_PART.test(name) ? cellCounter() : () => 0;
  const take = (chunk: Uint8Array): boolean => {
    total.bytes += chunk.length;
    total.cells += cellsIn(chunk);
    return verdictOf(total, caps) === 'fits';
  };
  return isDeflated ? inflate(data, take) : take(data);
}

/** Counts the cells that begin in each piece of a sheet; one that was cut at its end is counted with the next. */
function cellCounter(): (chunk: Uint8Array) => number {
  const decoder = new TextDecoder('latin1');
  let cut = '';
  return (chunk) => {
    const text = cut + decoder.decode(chunk);
    const last = text.lastIndexOf('<');
    const isCut = last >= 0 && text.length - last < LONGEST_MARK;
    cut = isCut ? text.slice(last) : '';
    return marksIn(isCut ? text.slice(0, last) : text);
  };
}

/** Counted one by one: a list of all of them would be as long as the sheet. */
function marksIn(text: string): number {
  let count = 0;
  CELL_MARK.lastIndex = 0;
  while (CELL_MARK.test(text)) count += 1;
  return count;
}

function entryData(bytes: Uint8Array, { localOffset, compressedSize }: ZipEntry): Uint8Array | null {
  const header = bytes.subarray(localOffset, localOffset + LOCAL_HEADER_BYTES);
  const start = dataOffset(header);
  if (start === null) return null;
  const stop = localOffset + start + compressedSize;
  return stop > bytes.length ? null : bytes.subarray(localOffset + start, stop);
}
