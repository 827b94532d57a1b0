type ZipVerdict =
  | { readonly verdict: 'fits'; readonly names: readonly string[] }
  | { readonly verdict: 'broken' }
  | { readonly verdict: 'tooLarge' };

interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly compressedSize: number;
  readonly localOffset: number;
}

const END_RECORD = 0x06054b50;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MAX_ENTRIES = 10_000;

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

/** Null when the directory cannot be read; a zip64 directory is not: no spreadsheet under the cap needs one. */
function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecordAt(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL_ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      isDeflated: view.getUint16(at + 10, true) !== 0,
      compressedSize: view.getUint32(at + 20, true),
      localOffset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecordAt(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  return null;
}

function entryData(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.localOffset;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL_ENTRY) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const stop = start + entry.compressedSize;
  return stop > bytes.length ? null : bytes.subarray(start, stop);
}

/** Bytes that come out, counted up to one past the limit; null when the data does not unpack. */
async function inflatedSize(data: Uint8Array, limit: number): Promise<number | null> {
  const unpacker = new DecompressionStream('deflate-raw');
  const writer = unpacker.writable.getWriter();
  // A broken entry rejects here and at the reader; it is answered there.
  const written = writer.write(new Uint8Array(data)).then(() => writer.close());
  written.catch(() => undefined);
  const reader = unpacker.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return size;
      size += value.length;
      if (size > limit) {
        await reader.cancel();
        return size;
      }
    }
  } catch {
    return null;
  }
}
