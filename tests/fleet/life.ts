/**
 * The life of a fleet: tablets write bursts of changes and hand each other files, whole or in part, which arrive in
 * any order, twice, cut short or late; two clocks are wrong, one tablet is copied, one goes back to an old copy, one
 * comes last.
 */
import { aChance } from '../support/chance';
import type { Chance } from '../support/chance';
import { People } from './people';
import { FleetTablet, Reader } from './tablet';
import type { FleetFile } from './tablet';
import { Witness } from './witness';

export interface FleetSize {
  readonly tablets: number;
  readonly activities: number;
  readonly changes: number;
  /** The most commits that a tablet writes before it hands over a file. */
  readonly burst: number;
  /** How often it meets anybody at all, and not the one who sits beside it. */
  readonly wander: number;
  readonly seed: number;
}

const START_MS = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;
const MAILBOX = 40;
/** Tablets by their part in the story. */
const [COPIED, RESTORED, FAST, SLOW] = [1, 2, 3, 4];

export class Fleet {
  readonly tablets: FleetTablet[];
  readonly witness = new Witness();
  /** What happened, so that a test can tell that it did. */
  readonly seen = {
    ...{ files: 0, whole: 0, deltas: 0, partial: 0, repeated: 0, broken: 0, late: 0, disputes: 0 },
    /** The most commits that were new in one file. */
    most: 0,
  };
  readonly reader = new Reader();
  readonly copiedDevice: string;
  readonly #size: FleetSize;
  readonly #chance: Chance;
  readonly #people: People;
  readonly #mail: FleetFile[] = [];
  readonly #lost: FleetFile[] = [];
  #oldCopy: FleetFile | null = null;
  #devices = 0;
  #now = START_MS;

  constructor(size: FleetSize) {
    this.#size = size;
    this.#chance = aChance(size.seed);
    this.#people = new People(this.#chance, this.witness, size);
    const skews = new Map([
      [FAST, 400 * DAY_MS],
      [SLOW, -900 * DAY_MS],
    ]);
    this.tablets = Array.from(
      { length: size.tablets },
      (_, no) => new FleetTablet(this.#newDevice(), this.reader, skews.get(no)),
    );
    this.copiedDevice = this.#tablet(COPIED).device;
  }

  /** Lives until all changes are written. */
  live(): void {
    const total = this.#size.changes;
    this.#when(0.2, () => (this.#oldCopy = this.#whole(RESTORED, RESTORED)));
    this.#when(0.3, () => this.#copyTablet());
    this.#when(0.6, () => this.#restoreTablet());
    this.#when(0.9, () => this.#welcome());
    while (this.witness.changes < total) {
      const no = this.#chance.below(this.tablets.length);
      for (let i = 1 + this.#chance.below(this.#size.burst); i > 0 && this.witness.changes < total; i -= 1) {
        this.#write(no);
      }
      if (this.#chance.is(0.2)) this.#dispute(no);
      this.#send(no);
      while (this.#mail.length > this.#chance.below(MAILBOX)) this.#deliver();
      for (const [share, happen] of [...this.#plans]) {
        if (this.witness.changes < share * total) continue;
        this.#plans.delete(share);
        happen();
      }
    }
  }

  /**
   * All that is on its way arrives, what was lost too. Then one tells everybody what it holds, gets from each what it
   * lacks, and hands everybody the rest.
   */
  close(): void {
    while (this.#mail.length + this.#lost.length > 0) {
      this.#mail.push(...this.#lost.splice(0));
      while (this.#mail.length > 0) this.#deliver();
    }
    const hub = this.#chance.below(this.tablets.length);
    const others = this.tablets.map((_, no) => no).filter((no) => no !== hub);
    for (const no of others) {
      this.#arrive(this.#greeting(hub, no));
      this.#arrive(this.#delta(no, hub));
    }
    for (const no of others) this.#arrive(this.#delta(hub, no));
  }

  readonly #plans = new Map<number, () => void>();

  #when(share: number, happen: () => void): void {
    this.#plans.set(share, happen);
  }

  #newDevice(): string {
    this.#devices += 1;
    return `fleet${String(this.#devices).padStart(3, '0')}`;
  }

  #tablet(no: number): FleetTablet {
    const found = this.tablets[no];
    if (!found) throw new RangeError(`No tablet ${no}`);
    return found;
  }

  #write(no: number, parts = this.#people.next(this.#tablet(no), no)): void {
    const tablet = this.#tablet(no);
    this.#now += this.#chance.below(60_000);
    const commit = tablet.write(
      parts.map(([op]) => op),
      this.#now,
    );
    const changes = parts.flatMap(([, witnessed]) => witnessed);
    const n = this.witness.write(commit.id, JSON.stringify(commit), changes);
    tablet.held.add(n);
    this.#people.goOn(tablet, commit, n, changes);
  }

  /**
   * Two who sit side by side do something to one activity and do not see each other: delete it, take a delete back,
   * write to it. Mostly they exchanged files just before, so that each delete saw all there is.
   */
  #dispute(no: number): void {
    const beside = (no + 1) % this.tablets.length;
    const entity = `act:disputed${this.#chance.below(Math.ceil(this.#size.activities / 5))}`;
    const deeds = ['remove', 'remove', 'restore', 'edit'] as const;
    const act = (one: number, deed = this.#chance.pick(deeds)) => {
      this.#write(one, [this.#people[deed](this.#tablet(one), entity)]);
    };
    this.seen.disputes += 1;
    act(no, 'edit');
    if (this.#chance.is(0.7)) this.#meet(no, beside);
    if (this.#chance.is(0.5)) act(no, 'remove');
    if (this.#chance.is(0.7)) this.#meet(no, beside);
    act(no);
    act(beside);
  }

  /** Both hand each other what the other lacks. */
  #meet(one: number, other: number): void {
    this.#arrive(this.#delta(one, other));
    this.#arrive(this.#delta(other, one));
  }

  #send(no: number): void {
    const all = this.tablets.length;
    const aside = this.#chance.is(0.5) ? 1 : all - 1;
    const to = this.#chance.is(this.#size.wander) ? this.#chance.below(all) : (no + aside) % all;
    if (to !== no) this.#mail.push(this.#fileFor(no, to));
  }

  #fileFor(no: number, to: number): FleetFile {
    const kind = this.#chance.below(20);
    if (kind === 0) return this.#whole(no, to);
    if (kind < 5) return this.#partial(no, to);
    return this.#delta(no, to);
  }

  #delta(no: number, to: number): FleetFile {
    this.seen.deltas += 1;
    return this.#tablet(no).fileOf(to, this.#unseen(no, to), this.witness.idOf);
  }

  /** A file without changes: it says what its maker holds. */
  #greeting(no: number, to: number): FleetFile {
    return this.#tablet(no).fileOf(to, [], this.witness.idOf);
  }

  /** Some of what the other has not seen, as an old app or a person may choose it. */
  #partial(no: number, to: number): FleetFile {
    this.seen.partial += 1;
    const some = this.#unseen(no, to).filter(() => this.#chance.is(0.6));
    return this.#tablet(no).fileOf(to, some, this.witness.idOf);
  }

  #unseen(no: number, to: number): readonly number[] {
    const tablet = this.#tablet(no);
    return tablet.held.numbers(tablet.toldBy(this.#tablet(to).device));
  }

  #whole(no: number, to: number): FleetFile {
    this.seen.whole += 1;
    const tablet = this.#tablet(no);
    return tablet.fileOf(to, tablet.held.numbers(), this.witness.idOf);
  }

  /** Any file that is on its way: it arrives, or is lost, or arrives cut short, and then is sent again. */
  #deliver(): void {
    const [file] = this.#mail.splice(this.#chance.below(this.#mail.length), 1);
    if (!file) return;
    if (this.#chance.is(0.08)) return void this.#lost.push(file);
    if (this.#chance.is(0.05)) return this.#arriveBroken(file);
    this.#arrive(file);
    if (this.#chance.is(0.1)) {
      this.#mail.push(file);
      this.seen.repeated += 1;
    }
    if (this.#lost.length > 20 || this.#chance.is(0.1)) {
      this.seen.late += this.#lost.length;
      this.#mail.push(...this.#lost.splice(0));
    }
  }

  #arriveBroken(file: FleetFile): void {
    const cut = file.bytes.slice(0, this.#chance.below(file.bytes.length - 2));
    if (this.#tablet(file.to).receive(file, cut, () => this.#newDevice()) !== null)
      throw new Error('Half a file was read');
    this.seen.broken += 1;
    this.#mail.push(file);
  }

  #arrive(file: FleetFile): void {
    const added = this.#tablet(file.to).receive(file, file.bytes, () => this.#newDevice());
    if (added === null) throw new Error(`The file of ${file.device} could not be read`);
    this.seen.files += 1;
    this.seen.most = Math.max(this.seen.most, added);
  }

  /** Somebody copies the storage of a tablet onto another, and both write on. */
  #copyTablet(): void {
    const original = this.#tablet(COPIED);
    const twin = this.tablets.push(original.clone()) - 1;
    for (const no of [COPIED, twin]) if (this.#tablet(no).device === this.copiedDevice) this.#write(no);
  }

  /** Somebody comes last and is handed all at once. */
  #welcome(): void {
    const last = this.tablets.push(new FleetTablet(this.#newDevice(), this.reader)) - 1;
    this.#arrive(this.#whole(this.#chance.below(last), last));
  }

  /** A tablet breaks down after a last file of its own is on its way, and goes on from an old copy. */
  #restoreTablet(): void {
    if (!this.#oldCopy) throw new Error('No copy to go back to');
    this.#lost.push(this.#whole(RESTORED, (RESTORED + 1) % this.tablets.length));
    this.#tablet(RESTORED).restore(this.#oldCopy, this.#newDevice());
  }
}
