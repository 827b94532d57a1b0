/** One file of a zip, as the directory at its end says. Its sizes may lie: what reads it counts. */
export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly compressedSize: number;
  readonly localOffset: number;
}

const END_RECORD = 0x06054b50;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
export const MAX_ENTRIES = 10_000;
/** The last bytes of a zip that hold its end record, however long its comment is. */
export const END_BYTES = 65_557;
/** What comes before the name of a file where its data begins. */
export const LOCAL_HEADER_BYTES = 30;

/** Where the directory of a zip is, from its last bytes; null when they hold no end record. */
export function endOfZip(tail: Uint8Array): { readonly count: number; readonly offset: number } | null {
  const view = viewOf(tail);
  const earliest = Math.max(0, view.byteLength - END_BYTES);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    return { count: view.getUint16(at + 10, true), offset: view.getUint32(at + 16, true) };
  }
  return null;
}

/** Null when the directory cannot be read; a zip64 directory is not: nothing under our caps needs one. */
export function entriesIn(directory: Uint8Array, count: number): readonly ZipEntry[] | null {
  if (count > MAX_ENTRIES) return null;
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL_ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(directory.subarray(at + 46, at + 46 + nameLength)),
      isDeflated: view.getUint16(at + 10, true) !== 0,
      compressedSize: view.getUint32(at + 20, true),
      localOffset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** How far after the start of its header the data of an entry begins; null for what is no header. */
export function dataOffset(header: Uint8Array): number | null {
  const view = viewOf(header);
  if (view.byteLength < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_ENTRY) return null;
  return LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

/**
 * Unpacks data bit by bit until `take` says no, so that nothing is filled up by what it unpacks to. False when
 * it was stopped or the data does not unpack.
 */
export async function inflate(data: Uint8Array, take: (chunk: Uint8Array) => boolean): Promise<boolean> {
  const unpacker = new DecompressionStream('deflate-raw');
  const writer = unpacker.writable.getWriter();
  // A broken entry rejects here and at the reader; it is answered there.
  const written = writer.write(new Uint8Array(data)).then(() => writer.close());
  written.catch(() => undefined);
  const reader = unpacker.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      if (take(value)) continue;
      await reader.cancel();
      return false;
    }
  } catch {
    return false;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
