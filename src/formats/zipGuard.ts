import { dataOffset, endOfZip, entriesIn, inflate, LOCAL_HEADER_BYTES } from './zipDirectory';
import type { ZipEntry } from './zipDirectory';

type ZipVerdict =
  | { readonly verdict: 'fits'; readonly names: readonly string[] }
  | { readonly verdict: 'broken' }
  | { readonly verdict: 'tooLarge' };

/**
 * Unpacks every entry of a zip and throws it away, counting: the sizes a zip states about itself may lie,
 * and a reader that believes them is filled up by a bomb. Refuses past `maxBytes` in all.
 */
export async function guardZip(bytes: Uint8Array, maxBytes: number): Promise<ZipVerdict> {
  const entries = zipEntries(bytes);
  if (entries === null || entries.length === 0) return { verdict: 'broken' };
  let left = maxBytes;
  for (const entry of entries) {
    const data = entryData(bytes, entry);
    if (data === null) return { verdict: 'broken' };
    const size = entry.isDeflated ? await inflatedSize(data, left) : data.length;
    if (size === null) return { verdict: 'broken' };
    left -= size;
    if (left < 0) return { verdict: 'tooLarge' };
  }
  return { verdict: 'fits', names: entries.map(({ name }) => name) };
}

function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const end = endOfZip(bytes);
  return end && entriesIn(bytes.subarray(end.offset), end.count);
}

function entryData(bytes: Uint8Array, { localOffset, compressedSize }: ZipEntry): Uint8Array | null {
  const header = bytes.subarray(localOffset, localOffset + LOCAL_HEADER_BYTES);
  const start = dataOffset(header);
  if (start === null) return null;
  const stop = localOffset + start + compressedSize;
  return stop > bytes.length ? null : bytes.subarray(localOffset + start, stop);
}

/** Bytes that come out, counted up to one past the limit; null when the data does not unpack. */
async function inflatedSize(data: Uint8Array, limit: number): Promise<number | null> {
  let size = 0;
  const isWhole = await inflate(data, (chunk) => {
    size += chunk.length;
    return size <= limit;
  });
  return isWhole || size > limit ? size : null;
}
