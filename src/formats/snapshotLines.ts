import { isCommitOfProvenLine } from '../log/commit';
import type { Commit, CommitId } from '../log/commit';
import { isJson, isRecord } from '../log/json';
import { commitLine } from '../log/commitLine';
import { isAt, isProvenLine } from '../log/provenLine';
import { parseBounded } from './boundedJson';
import { isTextAt } from './textAt';

/** The most that a file may bring: ten times what a plan gathers in ten years. */
export const MAX_COMMITS = 1_000_000;

/** How much of something has been gone through, from 0 to 1. */
export type OnShare = (share: number) => void;

const TOLD_EVERY = 500;
/** Bytes: short enough to be parsed without a second look. */
const READ_TOGETHER = 32_768;
const STATE = '"state":{';
const STATE_END = '},';
const LOG = '"log":[';
const END = '\n]\n}';
const CHAR = { tab: 9, lineBreak: 10, carriageReturn: 13, space: 32, quote: 34, comma: 44 } as const;
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
  const reader = new LineReader(bytes, held, sound);
  const log = isRecord(frame) ? readLines(bytes, { start: logAt.end, end }, reader, onshare) : null;
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
    if (stop - start === said.length && isAt(bytes, start, said)) return { start, end: stop + 1 };
  }
  return undefined;
}

/** Where the line break is that closes the last commit; undefined where the file does not end with the log. */
function endOfLog(bytes: Uint8Array): number | undefined {
  let end = bytes.length;
  while (WHITE.has(bytes[end - 1])) end -= 1;
  return isAt(bytes, end - END.length, END) ? end - END.length : undefined;
}

/**
 * Each line is a value by itself, with a comma after all but the last: together they are the list. Null where one is
 * not; of more than a file may bring only one more is read.
 */
function readLines(
  bytes: Uint8Array,
  { start: from, end }: Stretch,
  reader: LineReader,
  onshare: OnShare,
): readonly unknown[] | null {
  let count = 0;
  for (let start = from; start < end && count <= MAX_COMMITS; count += 1) {
    const stop = bytes.indexOf(CHAR.lineBreak, start);
    const isLast = stop === end;
    if (!isLast && bytes[stop - 1] !== CHAR.comma) return null;
    if (!reader.take({ start, end: isLast ? end : stop - 1 })) return null;
    if (count % TOLD_EVERY === 0) onshare(start / end);
    start = stop + 1;
  }
  return reader.finish() ? reader.values : null;
}

/**
 * Tells line by line what each says, as it is held where it is. In file order what is new of a device comes after what
 * is held of it: behind a line that is new nobody asks whether others of the same device are held. One that is all the
 * same is read as if it were not, and found to be known when it is united.
 */
class LineReader {
  readonly values: unknown[] = [];
  readonly #bytes: Uint8Array;
  readonly #held: ReadonlyMap<CommitId, Commit>;
  readonly #sound: Set<unknown>;
  /** How a line of the same device begins as the one before, where that is new. */
  #newOf = '';
  /** New ones that proved themselves: they are read together, which takes less than one by one. */
  #proven: Stretch[] = [];

  constructor(bytes: Uint8Array, held: ReadonlyMap<CommitId, Commit>, sound: Set<unknown>) {
    this.#bytes = bytes;
    this.#held = held;
    this.#sound = sound;
  }

  /** False where the line says nothing that can be told again. */
  take(line: Stretch): boolean {
    const isNew = this.#newOf !== '' && isAt(this.#bytes, line.start, this.#newOf);
    if (!isNew || !this.#isProven(line)) return this.finish() && this.#readAlone(line, isNew);
    const first = this.#proven[0] ?? line;
    this.#proven.push(line);
    return line.end - first.start < READ_TOGETHER || this.finish();
  }

  /** Reads what still waits. */
  finish(): boolean {
    const proven = this.#proven;
    const [first, last] = [proven[0], proven.at(-1)];
    if (!first || !last) return true;
    this.#proven = [];
    const values = parseBounded(`[${this.#textOf({ start: first.start, end: last.end })}]`);
    // One of them is no JSON: it will be found.
    if (!Array.isArray(values)) return proven.every((line) => this.#readAlone(line, true));
    return values.every((value) => this.#keep(value, true));
  }

  #readAlone(line: Stretch, isNew: boolean): boolean {
    const known = isNew ? undefined : this.#heldAs(line);
    if (known) {
      this.#newOf = '';
      return this.values.push(known) > 0;
    }
    const text = this.#textOf(line);
    this.#newOf = text.slice(0, text.indexOf('.') + 1);
    const value = parseBounded(text);
    return this.#keep(value, isCommitOfProvenLine(value) && this.#isProven(line));
  }

  /** False for what is no JSON, and for such as cannot be told again. */
  #keep(value: unknown, isProven: boolean): boolean {
    if (isProven && isCommitOfProvenLine(value)) this.#sound.add(value);
    else if (!isJson(value)) return false;
    return this.values.push(value) > 0;
  }

  /** The held commit whose line this is, to the letter. */
  #heldAs({ start, end }: Stretch): Commit | undefined {
    if (this.#held.size === 0 || !isAt(this.#bytes, start, ID)) return undefined;
    const from = start + ID.length;
    const commit = this.#held.get(this.#textOf({ start: from, end: this.#bytes.indexOf(CHAR.quote, from) }));
    return commit && isTextAt(this.#bytes, start, end, commitLine(commit)) ? commit : undefined;
  }

  #isProven({ start, end }: Stretch): boolean {
    return isProvenLine(this.#bytes, start, end);
  }

  #textOf({ start, end }: Stretch): string {
    return lineDecoder.decode(this.#bytes.subarray(start, end));
  }
}
