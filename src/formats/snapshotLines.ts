import { isCommitOfProvenLine } from '../log/commit';
import type { Commit, CommitId } from '../log/commit';
import { isJson, isRecord } from '../log/json';
import { commitLine } from '../log/commitLine';
import { isProvenLine } from '../log/provenLine';
import { parseBounded } from './boundedJson';

/** The most that a file may bring: ten times what a plan gathers in ten years. */
export const MAX_COMMITS = 1_000_000;

/** How much of something has been gone through, from 0 to 1. */
export type OnShare = (share: number) => void;

const TOLD_EVERY = 500;
const STATE = '"state":{';
const STATE_END = '},';
const LOG = '"log":[';
const END = '\n]\n}';
const CHAR = { tab: 9, lineBreak: 10, carriageReturn: 13, space: 32, comma: 44 } as const;
const WHITE: ReadonlySet<number | undefined> = new Set([
  CHAR.tab,
  CHAR.lineBreak,
  CHAR.carriageReturn,
  CHAR.space,
]);
const ID = '{"id":"';

/** Only a whole file begins with a byte order mark: anywhere else it is a letter like any other. */
const lineDecoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What a file says, and those of its commits that were proven as they were read. */
export interface ReadLines {
  readonly value: unknown;
  readonly sound: ReadonlySet<unknown>;
}

/**
 * What the bytes of a snapshot say, in the layout in which the app writes it: a commit per line. The values for people
 * stay unread, and a line that is a held commit's own gives that very commit. Undefined for any other layout, and where
 * something cannot be read: then the file is to be read as a whole.
 */
export function parseLines(
  bytes: Uint8Array,
  held: ReadonlyMap<CommitId, Commit>,
  onshare: OnShare = () => undefined,
): ReadLines | undefined {
  const values = stretchOfValues(bytes);
  const logAt = findLine(bytes, values.end, LOG);
  const end = endOfLog(bytes);
  if (!logAt || end === undefined) return undefined;
  const head = readUtf8(bytes.subarray(0, values.start)) + readUtf8(bytes.subarray(values.end, logAt.start));
  // Where the log stands inside of something else, the closing does not fit and nothing is parsed.
  const frame = parseBounded(`${head}${LOG}]}`);
  const sound = new Set<unknown>();
  const valueOf = readerBeside(bytes, held, sound);
  const log = isRecord(frame) ? readLines(bytes, { start: logAt.end, end }, valueOf, onshare) : null;
  return log ? { value: { ...(frame as object), log }, sound } : undefined;
}

/** Bytes that are not UTF-8 become replacement marks: then the text is no JSON, or a commit that does not verify. */
export function readUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** From one byte up to another one. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where the values for people are, most of a file; nowhere where they do not stand as the app writes them. */
function stretchOfValues(bytes: Uint8Array): Stretch {
  const start = findLine(bytes, 0, STATE)?.end ?? 0;
  const end = start > 0 ? findLine(bytes, start, STATE_END)?.start : undefined;
  return end === undefined ? { start: 0, end: 0 } : { start, end };
}

/** Where the first line is that says exactly this, from the start of some line on, with its line break. */
function findLine(bytes: Uint8Array, from: number, said: string): Stretch | undefined {
  for (let start = from, stop; (stop = bytes.indexOf(CHAR.lineBreak, start)) >= 0; start = stop + 1) {
    if (stop - start === said.length && isSaid(bytes, start, said)) return { start, end: stop + 1 };
  }
  return undefined;
}

/** For what is said in ASCII. */
function isSaid(bytes: Uint8Array, from: number, said: string): boolean {
  return [...said].every((char, at) => bytes[from + at] === char.charCodeAt(0));
}

/** Where the line break is that closes the last commit; undefined where the file does not end with the log. */
function endOfLog(bytes: Uint8Array): number | undefined {
  let end = bytes.length;
  while (WHITE.has(bytes[end - 1])) end -= 1;
  return isSaid(bytes, end - END.length, END) ? end - END.length : undefined;
}

/**
 * Each line is a value by itself, with a comma after all but the last: together they are the list. Null where one is
 * not; of more than a file may bring only one more is read.
 */
function readLines(
  bytes: Uint8Array,
  { start: from, end }: Stretch,
  valueOf: (line: Stretch) => unknown,
  onshare: OnShare,
): unknown[] | null {
  const values: unknown[] = [];
  for (let start = from; start < end && values.length <= MAX_COMMITS;) {
    const stop = bytes.indexOf(CHAR.lineBreak, start);
    const isLast = stop === end;
    if (!isLast && bytes[stop - 1] !== CHAR.comma) return null;
    const value = valueOf({ start, end: isLast ? end : stop - 1 });
    if (value === undefined) return null;
    if (values.push(value) % TOLD_EVERY === 0) onshare(start / end);
    start = stop + 1;
  }
  return values;
}

/**
 * What a line tells, as it is held where it is. In file order what is new of a device comes after what is held of it:
 * behind a line that is new nobody asks whether others of the same device are held. One that is all the same is read
 * as if it were not, and found to be known when it is united.
 */
function readerBeside(
  bytes: Uint8Array,
  held: ReadonlyMap<CommitId, Commit>,
  sound: Set<unknown>,
): (line: Stretch) => unknown {
  let newOf = '';
  return ({ start, end }) => {
    const line = lineDecoder.decode(bytes.subarray(start, end));
    const isNew = newOf !== '' && line.startsWith(newOf);
    const known = isNew ? undefined : heldAs(line, held);
    newOf = known ? '' : line.slice(0, line.indexOf('.') + 1);
    return known ?? valueIn(line, sound, () => isProvenLine(bytes, start, end));
  };
}

/** Undefined for what is no JSON, and for such as cannot be told again. */
function valueIn(line: string, sound: Set<unknown>, isProven: () => boolean): unknown {
  const value = parseBounded(line);
  if (isCommitOfProvenLine(value) && isProven()) sound.add(value);
  else if (!isJson(value)) return undefined;
  return value;
}

function heldAs(line: string, held: ReadonlyMap<CommitId, Commit>): Commit | undefined {
  if (held.size === 0 || !line.startsWith(ID)) return undefined;
  const commit = held.get(line.slice(ID.length, line.indexOf('"', ID.length)));
  return commit && commitLine(commit) === line ? commit : undefined;
}
