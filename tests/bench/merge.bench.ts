// Merging what many tablets wrote, beside the two libraries that would be used instead: every engine begins with the
// same rows and takes the same edits, as files of bytes. Of ours every hash is verified. Each merges in a process of its
// own, for the app does it once after it was opened; the processes take turns, so that whatever slows the machine
// slows all.
import { spawnSync } from 'node:child_process';
import { compiled } from './compiled';
import { median } from './measurement';
import type { Benches, Measurement } from './measurement';
import { SIZES } from './mergeTimes';
import type { MergeTimes, Size } from './mergeTimes';

const TURNS = 5;
/** What ours may be at most, as a share of the peer's time. */
const BARS = { automerge: 0.5, yjs: 2, foldBesideYjs: 1, fiftyBesideYjs: 0.2, load: 0.5, conflicts: 0.01 };

export const benches: Benches = {
  merge: async () => {
    const path = await compiled('tests/bench/mergeOnce.ts');
    return [...mergeTen(path), ...mergeFifty(path)];
  },
};

function mergeTen(path: string): readonly Measurement[] {
  const { ours, automerge, yjs } = inProcesses(path, 'ten', ['ours', 'automerge', 'yjs']);
  const line = (bench: string, peer: string, oursMs = NaN, peerMs = NaN, bar?: number): Measurement => ({
    bench,
    n: SIZES.ten.edits,
    peer,
    oursMs,
    peerMs,
    ...(bar !== undefined && { bar }),
  });
  return [
    line('merge-10-files', 'automerge', ours.merge, automerge.merge, BARS.automerge),
    line('merge-10-files', 'yjs', ours.merge, yjs.merge, BARS.yjs),
    line('merge-10-files-again', 'yjs', ours.again, yjs.again),
    line('merge-fold', 'yjs', ours.fold, yjs.merge, BARS.foldBesideYjs),
    // Not what a start takes: a file is merged, with every hash verified; what is stored was verified before.
    line('merge-load-file', 'automerge', ours.load, automerge.load),
    line('merge-load-file', 'yjs', ours.load, yjs.load),
    line('merge-load-stored', 'automerge', ours.loadStored, automerge.load, BARS.load),
    line('merge-conflicts', 'automerge', ours.conflicts, automerge.conflicts, BARS.conflicts),
  ];
}

function mergeFifty(path: string): readonly Measurement[] {
  const { ours, yjs } = inProcesses(path, 'fifty', ['ours', 'yjs']);
  const { edits } = SIZES.fifty;
  const beside = { n: edits, peer: 'yjs', oursMs: ours.merge, peerMs: yjs.merge };
  return [{ bench: 'merge-50-files', ...beside, bar: BARS.fiftyBesideYjs }];
}

/** The median of each step of each engine. */
function inProcesses<Engine extends string>(
  path: string,
  size: Size,
  engines: readonly Engine[],
): Readonly<Record<Engine, MergeTimes>> {
  const taken = new Map<Engine, MergeTimes[]>(engines.map((engine) => [engine, []]));
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const engine of engines) taken.get(engine)?.push(timesOf(path, engine, size));
  }
  const medians = engines.map((engine) => [engine, mediansOf(taken.get(engine) ?? [])] as const);
  return Object.fromEntries(medians) as Record<Engine, MergeTimes>;
}

function timesOf(path: string, engine: string, size: Size): MergeTimes {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', path, engine, size], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${engine} did not merge`);
  return JSON.parse(stdout) as MergeTimes;
}

function mediansOf(all: readonly MergeTimes[]): MergeTimes {
  const steps = Object.keys(all[0] ?? {}) as (keyof MergeTimes)[];
  return Object.fromEntries(
    steps.map((step) => [step, median(all.map((one) => one[step] ?? NaN))]),
  ) as unknown as MergeTimes;
}
