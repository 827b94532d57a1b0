import { median } from './measurement';
import type { Measurement } from './measurement';

const ROUNDS = 15;
/** Until the compiler has done its part: so many rounds, or so long. */
const WARM_UP = { rounds: 300, ms: 3000 };

/** Somebody who does the same work as we do. */
export interface Racer {
  readonly name: string;
  /** Done before each pass, and not measured. */
  readonly prepare?: () => void;
  /** The work, and a number that it comes to. */
  readonly pass: () => number;
}

/** Interleaved, so that whatever slows the machine slows both. Medians, once the compiler has done its part. */
export function race(bench: string, n: number, ours: () => number, peer: Racer): Measurement {
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  let result = 0;
  const round = (): void => {
    peer.prepare?.();
    const start = performance.now();
    const a = ours();
    const middle = performance.now();
    const b = peer.pass();
    times.peer.push(performance.now() - middle);
    times.ours.push(middle - start);
    result = a - b;
  };
  const until = performance.now() + WARM_UP.ms;
  while (times.ours.length < WARM_UP.rounds && performance.now() < until) round();
  times.ours.length = times.peer.length = 0;
  for (let count = 0; count < ROUNDS; count++) round();
  if (!(Math.abs(result) <= 1e-6)) {
    throw new Error(`${bench}: ${peer.name} must come to the same, not ${result} apart`);
  }
  return { bench, n, peer: peer.name, oursMs: median(times.ours), peerMs: median(times.peer) };
}

const TURNS = 5;

/** Medians in milliseconds of long works, taken in turns, so that whatever slows the machine slows all. What prepares is not counted. */
export async function inTurns<Name extends string>(
  works: Readonly<Record<Name, () => () => unknown>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(works) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const name of names) {
      const work = works[name]();
      // What others left to be collected is theirs.
      (globalThis as { gc?: () => void }).gc?.();
      const start = performance.now();
      await work();
      times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}
