import { isSoundLine } from '../log/commit';
import type { Commit, CommitId } from '../log/commit';
import { isJson, isRecord } from '../log/json';
import { commitLine } from '../log/commitLine';
import { parseBounded } from './boundedJson';

/** The most that a file may bring: ten times what a plan gathers in ten years. */
export const MAX_COMMITS = 1_000_000;

/** How much of something has been gone through, from 0 to 1. */
export type OnShare = (share: number) => void;

const TOLD_EVERY = 500;
const STATE = '\n"state":{\n';
const STATE_END = '\n},\n';
const LOG = '\n"log":[\n';
const END = '\n]\n}';
const LINE_BREAK = 10;
const ID = '{"id":"';

/** What a text says, and those of its commits that were proven as they were read. */
export interface ReadText {
  readonly value: unknown;
  readonly sound: ReadonlySet<unknown>;
}

/**
 * What a snapshot says, in the layout in which the app writes it: a commit per line. The values for people stay
 * unread, and a line that is a held commit's own gives that very commit. Undefined for any other layout, and where
 * something cannot be read: then the text is to be read as a whole.
 */
export function parseLines(
  text: string,
  held: ReadonlyMap<CommitId, Commit>,
  onshare: OnShare = () => undefined,
): ReadText | undefined {
  const logAt = text.indexOf(LOG);
  if (logAt < 0 || !text.endsWith(END)) return undefined;
  // Where this stands inside of something else, the closing does not fit and nothing is parsed.
  const frame = parseBounded(`${withoutState(text.slice(0, logAt))}\n"log":[]}`);
  const sound = new Set<unknown>();
  const valueOf = (line: string) => heldAs(line, held) ?? valueIn(line, sound);
  const log = isRecord(frame) ? readLines(text, logAt + LOG.length, valueOf, onshare) : null;
  return log ? { value: { ...(frame as object), log }, sound } : undefined;
}

function withoutState(head: string): string {
  const from = head.indexOf(STATE);
  const to = head.indexOf(STATE_END, from);
  return from < 0 || to < 0 ? head : `${head.slice(0, from)}\n"state":{${head.slice(to)}`;
}

/**
 * A file's bytes without the values for people, where they stand as the app writes them: most of a file, and nobody
 * reads them. What this leaves of any other layout cannot be read by the line.
 */
export function withoutValues(bytes: Uint8Array): Uint8Array {
  const from = findLine(bytes, 0, STATE.trim())?.end ?? 0;
  const to = from > 0 ? findLine(bytes, from, STATE_END.trim())?.start : undefined;
  if (to === undefined) return bytes;
  const brief = new Uint8Array(from + bytes.length - to);
  brief.set(bytes.subarray(0, from));
  brief.set(bytes.subarray(to), from);
  return brief;
}

/** Where the first line is that says exactly this, from the start of some line on; its end is past the line break. */
function findLine(
  bytes: Uint8Array,
  from: number,
  said: string,
): { readonly start: number; readonly end: number } | undefined {
  for (let start = from, stop; (stop = bytes.indexOf(LINE_BREAK, start)) >= 0; start = stop + 1) {
    const isIt =
      stop - start === said.length && [...said].every((char, at) => bytes[start + at] === char.charCodeAt(0));
    if (isIt) return { start, end: stop + 1 };
  }
  return undefined;
}

/**
 * Each line is a value by itself, with a comma after all but the last: together they are the list. Null where one is
 * not; of more than a file may bring only one more is read.
 */
function readLines(
  text: string,
  from: number,
  valueOf: (line: string) => unknown,
  onshare: OnShare,
): unknown[] | null {
  const end = text.length - END.length;
  const values: unknown[] = [];
  for (let start = from; start < end && values.length <= MAX_COMMITS;) {
    const next = text.indexOf('\n', start);
    const stop = Math.min(next, end);
    if (stop < end && text[stop - 1] !== ',') return null;
    const line = text.slice(start, stop < end ? stop - 1 : end);
    const value = valueOf(line);
    if (value === undefined) return null;
    if (values.push(value) % TOLD_EVERY === 0) onshare(start / end);
    start = stop + 1;
  }
  return values;
}

/** Undefined for what is no JSON, and for such as cannot be told again. */
function valueIn(line: string, sound: Set<unknown>): unknown {
  const value = parseBounded(line);
  if (isSoundLine(line, value)) sound.add(value);
  else if (!isJson(value)) return undefined;
  return value;
}

function heldAs(line: string, held: ReadonlyMap<CommitId, Commit>): Commit | undefined {
  if (held.size === 0 || !line.startsWith(ID)) return undefined;
  const commit = held.get(line.slice(ID.length, line.indexOf('"', ID.length)));
  return commit && commitLine(commit) === line ? commit : undefined;
}
