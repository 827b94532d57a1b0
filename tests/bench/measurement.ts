/** One line of `npm run bench`: ours beside a peer, or beside a bar (`"peer": "budget"`, the bar as `peerMs`). */
export interface Measurement {
  readonly bench: string;
  readonly n: number;
  readonly peer: string;
  readonly oursMs: number;
  readonly peerMs: number;
  /** What both numbers count when it is not milliseconds. */
  readonly unit?: 'kB';
  /** The most that the ratio may be, where there is such a bar. */
  readonly bar?: number;
}

/** What a `*.bench.ts` file exports: each bench by the name that `npm run bench -- <name>` takes. */
export type Benches = Readonly<
  Record<string, () => readonly Measurement[] | Promise<readonly Measurement[]>>
>;

/** The median of at least five runs in one process, after one that warms up; milliseconds. */
export async function medianMs(work: () => unknown, runs = 5): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < Math.max(5, runs); run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** The middle of a list of numbers; of two middles the lower one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}

/** The value that this share of a list does not go beyond: 0.95 of 21 edits is all but the slowest. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
}

/** Ours beside a bar of the design; milliseconds. */
export function againstBar(bench: string, n: number, oursMs: number, barMs: number): Measurement {
  return { bench, n, peer: 'budget', oursMs, peerMs: barMs };
}

/** Whether ours takes more than it may: than the bar's share of the peer's, or than the whole of a budget. */
export function isMissed({ peer, oursMs, peerMs, bar }: Measurement): boolean {
  const most = bar ?? (peer === 'budget' ? 1 : Infinity);
  return !(oursMs / peerMs <= most);
}

/** The line that is printed: three decimals, and how many times the peer's we are, in three digits. */
export function lineOf(measurement: Measurement): string {
  const { bench, n, peer, oursMs, peerMs, unit, bar } = measurement;
  const round = (value: number) => Number(value.toFixed(3));
  const ratio = Number((oursMs / peerMs).toPrecision(3));
  return JSON.stringify({
    bench,
    n,
    peer,
    oursMs: round(oursMs),
    peerMs: round(peerMs),
    ratio,
    ...(unit && { unit }),
    ...(bar !== undefined && { bar }),
  });
}
