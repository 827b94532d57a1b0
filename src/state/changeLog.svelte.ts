import { kindOf } from '../domain/entities';
import { overwrittenBy } from '../log/commit';
import type { Commit, CommitId } from '../log/commit';
import { compareText } from '../log/json';
import type { Json } from '../log/json';
import { compareStamps, parseStamp } from '../log/stamp';
import { readCommitLines, readLineParts } from '../storage/commitStore';
import { readCopy } from '../storage/copies';
import { commitsInLines } from '../storage/damaged';
import { idsLeftOut } from '../storage/quarantine';
import { deviceOf } from './history';

/** A change of one field as the log keeps it. */
export interface LoggedChange {
  readonly key: string;
  readonly commit: LoggedCommit;
  readonly entity: string;
  readonly field: string;
  readonly value: Json;
  /** The changes that it wrote over. */
  readonly was: readonly CommitId[];
}

/** A commit with its instant as a number, to be sorted and compared by. */
interface LoggedCommit {
  readonly id: CommitId;
  readonly at: string;
  readonly ms: number;
  readonly by: string;
  readonly device: string;
  readonly why: string;
  readonly origin: Origin;
  /** The session in which it was made; empty where it was made in none. */
  readonly session: string;
  readonly changes: LoggedChange[];
}

/** How a change came to be: written by a person, read from a matrix, or by one of the app's own ways. */
export const ORIGINS = ['person', 'matrix', 'resolve', 'restore', 'undo', 'draft'] as const;
type Origin = (typeof ORIGINS)[number];

/** What comes along and is no change of the plan: who writes, and how its file was laid out and read. */
const BESIDE: readonly string[] = ['dev', 'per', 'layout', 'note'];
/** Fields that nobody writes: a place in a list, what a row is known by in its file. */
const NOT_TOLD: readonly string[] = ['pos', 'sourceKey', 'sourceRow'];

const NOTHING_READ = { read: 0, of: 0 };

/**
 * Every change of a copy, the newest first by the clocks of the devices. It is read part by part, so that a log of any
 * length holds up nobody, and goes on from there when the copy grows. What was left aside is none of them.
 */
class ChangeLog {
  #copy = '';
  /** Lines of the log that were read, whether they are commits or not. */
  #count = 0;
  #left: ReadonlySet<CommitId> = new Set();
  #commits: LoggedCommit[] = [];
  #byId = new Map<CommitId, LoggedCommit>();
  #all = $state.raw<readonly LoggedChange[] | null>(null);
  #progress = $state.raw(NOTHING_READ);
  #turn: Promise<unknown> = Promise.resolve();

  /** All changes of a copy; null until they have been read. */
  allOf(copy: string): readonly LoggedChange[] | null {
    const all = this.#all;
    return copy === this.#copy ? all : null;
  }

  /** Every device that wrote in what was read. */
  get devices(): ReadonlySet<string> {
    return new Set(this.#commits.map(({ device }) => device));
  }

  /** Lines of the log read so far, and how many there are. */
  get progress(): typeof NOTHING_READ {
    return this.#progress;
  }

  /** Reads a copy's log, or what came to it since. */
  read(copy: string): Promise<void> {
    const turn = this.#turn.then(() => this.#read(copy));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** What a change wrote over: none where nothing was there, several where it settled a difference. */
  before({ was, entity, field }: LoggedChange): readonly Json[] {
    return was.flatMap((id) => {
      const over = this.#byId.get(id)?.changes.find((one) => one.entity === entity && one.field === field);
      return over ? [over.value] : [];
    });
  }

  async #read(copy: string): Promise<void> {
    const of = (await readCopy(copy))?.count ?? 0;
    const left = await idsLeftOut(copy);
    const isOther = copy !== this.#copy || of < this.#count || left.size !== this.#left.size;
    if (isOther) this.#startOver(copy, left);
    if (of === this.#count && this.#all) return;
    if (this.#count > 0) this.#take(await readCommitLines(copy, this.#count));
    else for await (const part of readLineParts(copy)) this.#take(part, of);
    this.#commits.sort((a, b) => b.ms - a.ms || compareStamps(b.at, a.at) || compareText(b.id, a.id));
    this.#all = this.#commits.flatMap(({ changes }) => changes);
  }

  #startOver(copy: string, left: ReadonlySet<CommitId>): void {
    this.#copy = copy;
    this.#left = left;
    this.#count = 0;
    this.#commits = [];
    this.#byId = new Map();
    this.#all = null;
  }

  #take(lines: readonly string[], of = this.#count + lines.length): void {
    for (const commit of commitsInLines(lines)) {
      if (this.#left.has(commit.id)) continue;
      const logged = loggedCommit(commit);
      this.#commits.push(logged);
      this.#byId.set(logged.id, logged);
    }
    this.#count += lines.length;
    this.#progress = { read: this.#count, of: Math.max(of, this.#count) };
  }
}

export const changeLog = new ChangeLog();

function loggedCommit(commit: Commit): LoggedCommit {
  const { id, at, by, why = '', ops } = commit;
  const changes: LoggedChange[] = [];
  const logged: LoggedCommit = {
    ...{ id, at, by, why, changes },
    ms: parseStamp(at)?.ms ?? 0,
    device: deviceOf(id),
    origin: originOf(commit),
    session: typeof commit.in === 'string' ? commit.in : '',
  };
  for (const op of ops) {
    if (BESIDE.includes(kindOf(op.e))) continue;
    for (const [field, value] of Object.entries(op.set)) {
      if (NOT_TOLD.includes(field)) continue;
      const was = overwrittenBy(op, field);
      changes.push({ key: `${id} ${op.e} ${field}`, commit: logged, entity: op.e, field, value, was });
    }
  }
  return logged;
}

/** What it says of itself; a reason that a person gave hides the way, and then `src` tells it. */
function originOf({ why, src }: Commit): Origin {
  const own = ORIGINS.find((origin) => origin === why || origin === src);
  if (own) return own;
  return why === 'import' || typeof src === 'string' ? 'matrix' : 'person';
}
