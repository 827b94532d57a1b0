import { isCommitOfProvenLine } from '../log/commit';
import { isJson } from '../log/json';
import { isProvenLine } from '../log/provenLine';

/** The lines of a log as read: a value on each, and a comma and a line break after all but the last. */
export interface LogLines {
  readonly bytes: Uint8Array;
  readonly values: readonly unknown[];
  /** Where each line starts, and where one more would. */
  readonly starts: readonly number[];
  /** Whether the value of a line is a commit that was held already: such need no proof. */
  readonly isHeld: readonly boolean[];
}

/** Which values of a log are proven to be commits as their authors wrote them, by place; false is not known to be. */
export type Sound = readonly boolean[];

/** Somebody who proves the lines of a log meanwhile, from the last one backwards. */
export interface Prover {
  /** What it has found since it was asked before: for each further line whether it is proven, 1 or 0. */
  heard(): Promise<readonly Uint8Array[]>;
}

/** How many lines are proven at least before anybody is told or asked. */
const FEWEST = 100;
/** What part of the bytes that are left is proven before somebody is told. */
const TOLD_SHARE = 8;
const BREAK = ',\n';
const LINE_BREAK = 10;

/** Proves line after line. Null where a value cannot be told again as it is. */
export function proveLog(lines: LogLines): Sound | null {
  const sound = lines.values.map(() => false);
  return proveStretch(lines, sound, 0, sound.length) ? sound : null;
}

/** The same, from the first line on until it meets somebody who began at the other end. */
export async function proveLogWith(
  prover: Prover,
  lines: LogLines,
  onshare: (share: number) => void,
): Promise<Sound | null> {
  const sound = lines.values.map(() => false);
  let from = 0;
  let end = sound.length;
  while (from < end) {
    const found = (await prover.heard()).flatMap((some) => [...some]).slice(0, end - from);
    const last = end - 1;
    end -= found.length;
    // One half: so whoever is as fast has the other half by then.
    const stop = Math.min(from + Math.max(FEWEST, (end - from) >> 1), end);
    const isTellable = found.every((one, at) => settle(lines, sound, last - at, one === 1));
    if (!isTellable || !proveStretch(lines, sound, from, stop)) return null;
    from = stop;
    onshare(1 - (end - from) / sound.length);
  }
  return sound;
}

/** What a Prover finds in the bytes of a log, a stretch of lines after the other. */
export function* provenBackwards(log: Uint8Array): Generator<Uint8Array, undefined> {
  let found: number[] = [];
  let next = untold(log.length);
  for (let end = log.length; end > 0;) {
    const start = log.lastIndexOf(LINE_BREAK, end - 1) + 1;
    found.push(isProvenLine(log, start, end) ? 1 : 0);
    end = start - BREAK.length;
    if (end > 0 && (end > next || found.length < FEWEST)) continue;
    yield Uint8Array.from(found);
    found = [];
    next = untold(end);
  }
}

/** Down to which byte nobody is told. */
function untold(end: number): number {
  return end - end / TOLD_SHARE;
}

function proveStretch(lines: LogLines, sound: boolean[], from: number, end: number): boolean {
  const { bytes, starts, isHeld } = lines;
  for (let at = from; at < end; at += 1) {
    const isProven = !isHeld[at] && isProvenLine(bytes, starts[at]!, starts[at + 1]! - BREAK.length);
    if (!settle(lines, sound, at, isProven)) return false;
  }
  return true;
}

/** Whether the value can be told again; marks what is sound. */
function settle({ values, isHeld }: LogLines, sound: boolean[], at: number, isProven: boolean): boolean {
  if (isHeld[at]) return true;
  const isSound = isProven && isCommitOfProvenLine(values[at]);
  sound[at] = isSound;
  return isSound || isJson(values[at]);
}
