/** One tablet of the fleet: the log as the app keeps it, and files as the app makes and reads them. */
import { decodeSnapshot, encodeSnapshot } from '../../src/formats/snapshot';
import { isForeignTripwire } from '../../src/log/chains';
import { composeCommit, verifyCommit } from '../../src/log/commit';
import type { Commit, CommitId, DraftOperation, SeenHead, Verdict } from '../../src/log/commit';
import { fold } from '../../src/log/fold';
import { sameJson } from '../../src/log/json';
import { EMPTY_STATE } from '../../src/log/state';
import type { LogState } from '../../src/log/state';
import { EMPTY_LOG, mergeCommits } from '../../src/log/union';
import type { Log } from '../../src/log/union';
import { Bits } from './bits';

const PLAN = 'pl_fleet';

/** A form that was opened a while ago: the heads that it shows, and what was in sight then. */
export interface OpenForm {
  readonly over: readonly SeenHead[];
  readonly sight: readonly number[];
}

/** A file on its way: its bytes, and what a bystander knows of it. */
export interface FleetFile {
  readonly to: number;
  readonly bytes: Uint8Array;
  readonly device: string;
  /** The commits in it, and all that its maker held. */
  readonly numbers: readonly number[];
  readonly held: Bits;
}

export class FleetTablet {
  device: string;
  state: LogState = EMPTY_STATE;
  /** How far its clock is from the true one. */
  readonly skewMs: number;
  readonly forms = new Map<string, OpenForm>();
  /** What reached it or was written on it, by the numbers of the witness. */
  held = new Bits();
  /** What others said they held in the last file that came from their device. */
  readonly #told = new Map<string, Bits>();
  #log: Log = EMPTY_LOG;
  #unmerged: Commit[] = [];
  #seq = 0;
  #after: string = PLAN;

  readonly #reader: Reader;

  constructor(device: string, reader: Reader, skewMs = 0) {
    this.device = device;
    this.#reader = reader;
    this.skewMs = skewMs;
  }

  /** Its log, with all that was written on it. */
  get log(): Log {
    if (this.#unmerged.length > 0) this.#log = mergeCommits(this.#log, this.#unmerged).log;
    this.#unmerged = [];
    return this.#log;
  }

  write(ops: readonly DraftOperation[], now: number): Commit {
    const { device } = this;
    const place = { device, seq: this.#seq + 1, after: this.#after };
    const commit = composeCommit({ ...place, wall: now + this.skewMs, by: `per:${device}`, ops });
    this.#seq += 1;
    this.#after = commit.id;
    this.#unmerged.push(commit);
    this.state = fold(this.state, [commit]);
    return commit;
  }

  /** What a delta for a device leaves out: all that its last file said it held (merge.md 2, deltas). */
  toldBy(device: string): Bits {
    return this.#told.get(device) ?? new Bits();
  }

  fileOf(to: number, numbers: readonly number[], idOf: (n: number) => CommitId): FleetFile {
    const { commits } = this.log;
    const chosen = numbers.map((n) => {
      const commit = commits.get(idOf(n));
      if (!commit) throw new Error(`${this.device} lost ${idOf(n)}`);
      return commit;
    });
    // The state in a file is for people and never read back: where not all travels, it would be most of the file.
    const state = numbers.length === commits.size ? this.state : EMPTY_STATE;
    const exportedBy = { device: this.device, person: '' };
    const exportedAt = '2026-06-14T09:21:07.123Z';
    const about = { plan: PLAN, exportedAt, exportedBy, quarantine: [], state };
    const bytes = new TextEncoder().encode(encodeSnapshot({ ...about, commits: chosen }));
    return { to, bytes, device: this.device, numbers, held: this.held.copy() };
  }

  /** Reads a file and merges it: how many commits are new; null when it cannot be read, and nothing changes then. */
  receive(file: FleetFile, bytes: Uint8Array, newDevice: () => string): number | null {
    const read = decodeSnapshot(bytes, 'plan.json');
    if (!read.ok) return null;
    const before = this.log;
    const merged = mergeCommits(before, [...read.value.log, ...read.value.quarantine], this.#reader.verify);
    const expected = file.numbers.filter((n) => !this.held.has(n)).length;
    if (merged.added.length !== expected || merged.quarantined.length > 0) {
      throw new Error(`${this.device} took ${merged.added.length} of ${expected} new commits`);
    }
    this.#log = merged.log;
    this.state = fold(this.state, merged.added);
    for (const n of file.numbers) this.held.add(n);
    this.#told.set(file.device, file.held);
    const own = { device: this.device, head: this.#seq > 0 ? this.#after : null };
    if (isForeignTripwire(own, merged.log.commits, merged.added)) this.#rename(newDevice());
    return merged.added.length;
  }

  /** Another tablet with the same storage, which writes on under the same device id. */
  clone(): FleetTablet {
    const twin = new FleetTablet(this.device, this.#reader, this.skewMs);
    twin.#log = this.log;
    twin.state = this.state;
    twin.held = this.held.copy();
    twin.#seq = this.#seq;
    twin.#after = this.#after;
    return twin;
  }

  /** Goes back to what a copy holds: what was written since is gone from here, and the device gets a new id. */
  restore(copy: FleetFile, device: string): void {
    this.#log = EMPTY_LOG;
    this.#unmerged = [];
    this.state = EMPTY_STATE;
    this.held = new Bits();
    this.forms.clear();
    this.#told.clear();
    this.#rename(device);
    this.receive(copy, copy.bytes, () => device);
  }

  #rename(device: string): void {
    this.device = device;
    this.#seq = 0;
    this.#after = PLAN;
  }
}

/**
 * The fleet's reader. Each commit that a file brings to a log that lacks it is verified, however often others verified
 * it before; then it becomes the object that they hold, since fifty logs of objects of their own would not fit into
 * memory. Only what a log holds already is compared and not verified again, as on any tablet.
 */
export class Reader {
  readonly #known = new Map<CommitId, Commit>();

  /** How many commits were read from files. */
  get size(): number {
    return this.#known.size;
  }

  readonly verify = (raw: unknown): Verdict => {
    const verdict = verifyCommit(raw);
    if (!verdict.ok) return verdict;
    const { commit } = verdict;
    const known = this.#known.get(commit.id);
    if (known && sameJson(known, commit)) return { ok: true, commit: known };
    if (!known) this.#known.set(commit.id, commit);
    return verdict;
  };
}
