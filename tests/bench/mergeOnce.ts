// One engine in a process of its own, as an app that was just opened: `mergeOnce.mjs <engine> <size>` merges what many
// tablets wrote, proves that it comes to the truth, and prints what each step took.
import { decodeBucket, encodeBucket } from '../../src/log/bucketText';
import { foldAll } from '../../src/log/fold';
import { medianMs } from './measurement';
import { bytesOf, heldAtFirst, loaded, merged, ourConflicts, ourFiles, valueIn } from './mergeOurs';
import { automerge, yjs } from './mergePeers';
import type { MergePeer } from './mergePeers';
import { SIZES } from './mergeTimes';
import type { MergeTimes, Size } from './mergeTimes';
import { makeWorkload, wrongCells } from './mergeWorkload';
import type { Workload } from './mergeWorkload';

const [engine, size] = process.argv.slice(2);
const workload = makeWorkload(SIZES[size as Size]);
const peers: Readonly<Record<string, (of: Workload) => Promise<MergePeer>>> = { automerge, yjs };
const peer = await peers[engine ?? '']?.(workload);
console.log(JSON.stringify(peer ? timesOfPeer(peer) : await ourTimes()));

async function ourTimes(): Promise<MergeTimes> {
  const { base, files } = ourFiles(workload);
  const begin = () => {
    const held = heldAtFirst(base);
    return () => files.reduce(merged, held);
  };
  const [{ log, state }, merge] = timed(begin());
  check((entity, field) => valueIn(state, entity, field), ourConflicts(state));
  const commits = [...log.commits.values()];
  const [, fold] = timed(() => foldAll(commits));
  const file = bytesOf(commits, 'tablet00');
  const [, load] = timed(() => loaded(file));
  const buckets = state.map(encodeBucket);
  const [, loadStored] = timed(() => buckets.map(decodeBucket));
  // So short that one reading tells of the machine alone.
  const conflicts = await medianMs(() => ourConflicts(state));
  const [, again] = timed(begin());
  return { merge, again, load, loadStored, fold, conflicts };
}

function timesOfPeer({ begin, files, load: open }: MergePeer): MergeTimes {
  const first = begin();
  const [document, merge] = timed(() => first(files));
  const [found, conflicts] = timed(() => document.conflicts?.());
  check(document.valueAt, found);
  const file = document.save();
  const [, load] = timed(() => open(file));
  const second = begin();
  const [, again] = timed(() => second(files));
  return { merge, again, load, ...(found && { conflicts }) };
}

function timed<T>(work: () => T): readonly [result: T, ms: number] {
  // What was made ready before is not to be collected now.
  (globalThis as { gc?: () => void }).gc?.();
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

/** Every engine comes to the truth, and whoever can list conflicts lists all of them and no other. */
function check(
  valueAt: (entity: string, field: string) => unknown,
  conflicts: ReadonlyMap<string, readonly unknown[]> | undefined,
): void {
  const wrong = wrongCells(workload, valueAt);
  if (wrong > 0) throw new Error(`${engine}: ${wrong} cells that are not the truth`);
  if (!conflicts) return;
  const isExact =
    conflicts.size === workload.contested.size &&
    [...workload.contested.keys()].every((cell) => conflicts.get(cell)?.length === 2);
  if (!isExact) throw new Error(`${engine}: ${conflicts.size} conflicts, not ${workload.contested.size}`);
}
