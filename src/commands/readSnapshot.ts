import type { Result } from '../domain/problem';
import type { Prover } from '../formats/provenLog';
import { decodeSnapshotWith } from '../formats/snapshot';
import type { Reading, Snapshot } from '../formats/snapshot';
import { logIn } from '../formats/snapshotLines';
import { trustedScriptUrl } from '../trustedTypes';
import workerUrl from './prover.worker.ts?worker&url';
import { isWorthThread, ProverThread } from './proverThread';

const NOBODY: Prover = { heard: () => Promise.resolve([]) };

/**
 * Reads a snapshot; a long one with a second thread that proves its lines from the other end, where the device lets
 * us have one. What is found is the same.
 */
export async function readSnapshot(
  bytes: Uint8Array,
  fileName: string,
  reading?: Reading,
): Promise<Result<Snapshot>> {
  const thread = threadFor(bytes);
  try {
    return await decodeSnapshotWith(thread ?? NOBODY, bytes, fileName, reading);
  } finally {
    thread?.end();
  }
}

/** With fewer, the second thread would take its turns from the first one and from the screen. */
const FEWEST_CORES = 4;

function threadFor(bytes: Uint8Array): ProverThread | null {
  const log = logIn(bytes);
  const hasRoom = typeof Worker !== 'undefined' && navigator.hardwareConcurrency >= FEWEST_CORES;
  if (!log || !hasRoom || !isWorthThread(log)) return null;
  try {
    const thread = new ProverThread(new Worker(trustedScriptUrl(workerUrl), { type: 'module' }));
    thread.prove(log);
    return thread;
  } catch {
    return null;
  }
}
