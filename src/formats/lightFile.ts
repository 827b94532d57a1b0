import { failure, success } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import type { OnShare } from './snapshotLines';

/** The most that a light copy may come to, as it is or unpacked: as long as a text may be. */
const MAX_MEGABYTES = 512;
const MEGABYTE = 1_000_000;
const GZIP = [0x1f, 0x8b];

/**
 * The bytes of a light copy, plain or packed with gzip, whatever it is called. What it unpacks to is counted as it
 * comes out, so that an endless one ends at the limit. Throws what the device says where it does not let it be read.
 */
export async function readLightFile(
  file: File,
  onshare: OnShare = () => undefined,
): Promise<Result<Uint8Array>> {
  const tooLarge = { code: 'snapshotTooLarge', file: file.name, maxMegabytes: MAX_MEGABYTES } as const;
  if (file.size > MAX_MEGABYTES * MEGABYTE) return failure(tooLarge);
  const start = new Uint8Array(await file.slice(0, GZIP.length).arrayBuffer());
  const isPacked = GZIP.every((byte, at) => start[at] === byte);
  if (!isPacked) return success(new Uint8Array(await file.arrayBuffer()));
  const unpacked = await unpack(file, onshare);
  if (unpacked === 'tooLarge') return failure(tooLarge);
  return unpacked ? success(unpacked) : failure({ code: 'snapshotBroken', file: file.name });
}

/** Absent, unreadable and empty are three answers: this tells the first two apart. */
export function unreadProblem(error: unknown, file: string): Problem {
  const isGone = error instanceof DOMException && error.name === 'NotFoundError';
  return { code: isGone ? 'snapshotGone' : 'snapshotWithheld', file };
}

/** Null where it is no whole gzip. */
async function unpack(file: File, onshare: OnShare): Promise<Uint8Array | 'tooLarge' | null> {
  let read = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      read += chunk.length;
      onshare(read / file.size);
      controller.enqueue(chunk);
    },
  });
  const stream = file.stream().pipeThrough(counted).pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  const chunks: BlobPart[] = [];
  try {
    for (let size = 0; ;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > MAX_MEGABYTES * MEGABYTE) {
        await reader.cancel();
        return 'tooLarge';
      }
      chunks.push(value);
    }
  } catch (error) {
    // A file that cannot be read is told apart by whoever asked for it.
    if (error instanceof DOMException) throw error;
    return null;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
