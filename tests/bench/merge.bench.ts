// Merging what many tablets wrote, beside the two libraries that would be used instead, in one run: every engine begins
// with the same rows and takes the same edits, as files of bytes. Of ours every hash is verified.
import { decodeBucket, encodeBucket } from '../../src/log/bucketText';
import { foldAll } from '../../src/log/fold';
import type { Benches, Measurement } from './measurement';
import { bytesOf, heldAtFirst, loaded, merged, ourConflicts, ourFiles, valueIn } from './mergeOurs';
import type { Held } from './mergeOurs';
import { automerge, yjs } from './mergePeers';
import type { MergedDocument, MergePeer } from './mergePeers';
import { makeWorkload, wrongCells } from './mergeWorkload';
import type { Workload } from './mergeWorkload';
import { inTurns } from './race';

const TEN = { activities: 1000, tablets: 10, edits: 100_000, contested: 500 };
const FIFTY = { activities: 5000, tablets: 50, edits: 100_000, contested: 500 };
/** What ours may be at most, as a share of the peer's time. */
const BARS = { automerge: 0.5, yjs: 2, foldBesideYjs: 1, fiftyBesideYjs: 0.2, load: 0.5, conflicts: 0.01 };

export const benches: Benches = {
  merge: async () => [...(await mergeTen()), ...(await mergeFifty())],
};

async function mergeTen(): Promise<readonly Measurement[]> {
  const workload = makeWorkload(TEN);
  const { base, files } = ourFiles(workload);
  const peers = [await automerge(workload), await yjs(workload)];
  const ours = () => mergeAll(heldAtFirst(base), files);
  const result = ours()();
  const [Auto, Yjs] = peers.map((peer) => peer.begin()(peer.files));
  check(workload, result, [Auto!, Yjs!]);
  const commits = [...result.log.commits.values()];
  const whole = { ours: bytesOf(commits, 'tablet00'), automerge: Auto!.save(), yjs: Yjs!.save() };
  const buckets = result.state.map(encodeBucket);

  const times = await inTurns({
    ours,
    automerge: mergeOf(peers[0]!),
    yjs: mergeOf(peers[1]!),
    fold: () => () => foldAll(commits),
    loadFile: () => () => loaded(whole.ours),
    loadStored: () => () => buckets.map(decodeBucket),
    loadAutomerge: () => () => peers[0]!.load(whole.automerge),
    loadYjs: () => () => peers[1]!.load(whole.yjs),
    conflicts: () => () => ourConflicts(result.state),
    walk: () => Auto!.conflicts!,
  });
  const line = (bench: string, peer: string, oursMs: number, peerMs: number, bar?: number): Measurement => ({
    bench,
    n: TEN.edits,
    peer,
    oursMs,
    peerMs,
    ...(bar !== undefined && { bar }),
  });
  return [
    line('merge-10-files', 'automerge', times.ours, times.automerge, BARS.automerge),
    line('merge-10-files', 'yjs', times.ours, times.yjs, BARS.yjs),
    line('merge-fold', 'yjs', times.fold, times.yjs, BARS.foldBesideYjs),
    line('merge-load-file', 'automerge', times.loadFile, times.loadAutomerge, BARS.load),
    line('merge-load-file', 'yjs', times.loadFile, times.loadYjs),
    line('merge-load-stored', 'automerge', times.loadStored, times.loadAutomerge, BARS.load),
    line('merge-conflicts', 'automerge', times.conflicts, times.walk, BARS.conflicts),
  ];
}

async function mergeFifty(): Promise<readonly Measurement[]> {
  const workload = makeWorkload(FIFTY);
  const { base, files } = ourFiles(workload);
  const peer = await yjs(workload);
  const ours = () => mergeAll(heldAtFirst(base), files);
  check(workload, ours()(), [peer.begin()(peer.files)]);
  const times = await inTurns({ ours, yjs: mergeOf(peer) });
  return [
    {
      bench: 'merge-50-files',
      n: FIFTY.edits,
      peer: 'yjs',
      oursMs: times.ours,
      peerMs: times.yjs,
      bar: BARS.fiftyBesideYjs,
    },
  ];
}

function mergeAll(held: Held, files: readonly Uint8Array[]): () => Held {
  return () => files.reduce(merged, held);
}

function mergeOf(peer: MergePeer): () => () => MergedDocument {
  return () => {
    const merge = peer.begin();
    return () => merge(peer.files);
  };
}

/** Every engine comes to the truth, and whoever can list conflicts lists all of them and no other. */
function check(workload: Workload, { state }: Held, peers: readonly MergedDocument[]): void {
  const wrong = [
    wrongCells(workload, (entity, field) => valueIn(state, entity, field)),
    ...peers.map(({ valueAt }) => wrongCells(workload, valueAt)),
  ];
  if (wrong.some((count) => count > 0)) throw new Error(`Cells that are not the truth: ${wrong.join(', ')}`);
  for (const conflicts of [ourConflicts(state), ...peers.flatMap((peer) => peer.conflicts?.() ?? [])]) {
    const isExact =
      conflicts.size === workload.contested.size &&
      [...workload.contested.keys()].every((cell) => conflicts.get(cell)?.length === 2);
    if (!isExact) throw new Error(`${conflicts.size} conflicts instead of ${workload.contested.size}`);
  }
}
