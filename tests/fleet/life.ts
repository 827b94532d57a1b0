/**
 * The life of a fleet: tablets write bursts of changes and hand each other files, whole or in part, which arrive in
 * any order, twice, cut short or late; two clocks are wrong, one tablet is copied, one goes back to an old copy.
 */
import type { CommitId, DraftOperation } from '../../src/log/commit';
import { deleteOperation, deletionOf, restoreOperation } from '../../src/log/deletes';
import { entityOf } from '../../src/log/state';
import { aChance } from '../support/chance';
import type { Chance } from '../support/chance';
import { FleetTablet } from './tablet';
import type { FleetFile } from './tablet';
import { DELETE, Witness } from './witness';
import type { WitnessedChange } from './witness';

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
const FIELDS = ['name', 'deliverable', 'start', 'pos', 'resp/pty:ana', 'resp/pty:luis'] as const;
const MAILBOX = 40;
/** Tablets by their part in the story. */
const [COPIED, RESTORED, FAST, SLOW] = [1, 2, 3, 4];

type Part = readonly [DraftOperation, readonly WitnessedChange[]];

export class Fleet {
  readonly tablets: FleetTablet[];
  readonly witness = new Witness();
  /** What happened, so that a test can tell that it did. */
  readonly seen = { files: 0, whole: 0, deltas: 0, partial: 0, repeated: 0, broken: 0, late: 0 };
  readonly copiedDevice: string;
  readonly #size: FleetSize;
  readonly #chance: Chance;
  readonly #mail: FleetFile[] = [];
  readonly #lost: FleetFile[] = [];
  #oldCopy: FleetFile | null = null;
  #devices = 0;
  #now = START_MS;

  constructor(size: FleetSize) {
    this.#size = size;
    this.#chance = aChance(size.seed);
    const skews = new Map([
      [FAST, 400 * DAY_MS],
      [SLOW, -900 * DAY_MS],
    ]);
    this.tablets = Array.from(
      { length: size.tablets },
      (_, no) => new FleetTablet(this.#newDevice(), skews.get(no)),
    );
    this.copiedDevice = this.#tablet(COPIED).device;
  }

  /** Lives until all changes are written. */
  live(): void {
    const total = this.#size.changes;
    this.#whenHalf(0.2, () => (this.#oldCopy = this.#whole(RESTORED, RESTORED)));
    this.#whenHalf(0.3, () => this.#copyTablet());
    this.#whenHalf(0.6, () => this.#restoreTablet());
    while (this.witness.changes < total) {
      const no = this.#chance.below(this.tablets.length);
      for (let i = 1 + this.#chance.below(this.#size.burst); i > 0 && this.witness.changes < total; i -= 1) {
        this.#write(this.#tablet(no));
      }
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
   * All that is on its way arrives, what was lost too. Then one hands all that it holds to everybody, gets from each
   * what it lacks, and hands that on.
   */
  close(): void {
    while (this.#mail.length + this.#lost.length > 0) {
      this.#mail.push(...this.#lost.splice(0));
      while (this.#mail.length > 0) this.#deliver();
    }
    const hub = this.#chance.below(this.tablets.length);
    const others = this.tablets.map((_, no) => no).filter((no) => no !== hub);
    for (const no of others) this.#arrive(this.#whole(hub, no));
    for (const no of others) this.#arrive(this.#delta(no, hub));
    for (const no of others) this.#arrive(this.#delta(hub, no));
  }

  readonly #plans = new Map<number, () => void>();

  #whenHalf(share: number, happen: () => void): void {
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

  readonly #idOf = (n: number): CommitId => this.witness.written[n]?.id ?? '';

  #write(tablet: FleetTablet): void {
    this.#now += this.#chance.below(60_000);
    const parts = this.#chance.is(0.04) ? [this.#mark(tablet)] : this.#edits(tablet);
    const commit = tablet.write(
      parts.map(([op]) => op),
      this.#now,
    );
    const changes = parts.flatMap(([, witnessed]) => witnessed);
    const n = this.witness.write(commit.id, JSON.stringify(commit), changes);
    tablet.held.add(n);
    // A form goes on from exactly what it has just saved (merge.md 1).
    for (const { entity, field, sight } of changes) {
      const key = `${entity} ${field}`;
      if (tablet.forms.has(key)) tablet.forms.set(key, { over: [commit], sight: [...sight, n] });
    }
  }

  /** Something to write on: what is deleted is not on the screen. */
  #shownActivity(tablet: FleetTablet): string {
    const picked = Array.from({ length: 10 }, () => this.#activity(tablet));
    const isShown = (id: string) => deletionOf(entityOf(tablet.state, id) ?? new Map()) !== 'deleted';
    return picked.find(isShown) ?? this.#activity(tablet);
  }

  /** Mostly the tablet's own rows, and now and then those that everybody touches. */
  #activity(tablet: FleetTablet): string {
    const { activities, tablets } = this.#size;
    if (this.#chance.is(0.1)) return `act:${this.#chance.below(Math.ceil(activities / 20))}`;
    const own = this.tablets.indexOf(tablet) * Math.floor(activities / tablets);
    return `act:${(own + this.#chance.below(Math.ceil((activities / tablets) * 1.5))) % activities}`;
  }

  #edits(tablet: FleetTablet): Part[] {
    const entities = new Set(
      Array.from({ length: 1 + this.#chance.below(2) }, () => this.#shownActivity(tablet)),
    );
    return [...entities].map((entity) => {
      const fields = new Set(
        Array.from({ length: 1 + this.#chance.below(2) }, () => this.#chance.pick(FIELDS)),
      );
      const edits = Array.from(fields, (field) => this.#edit(tablet, entity, field));
      const drafts = edits.map(({ field, value, over }) => [field, { value, over }] as const);
      return [{ e: entity, fields: Object.fromEntries(drafts) }, edits.map(({ change }) => change)];
    });
  }

  #edit(tablet: FleetTablet, entity: string, field: (typeof FIELDS)[number]) {
    const key = `${entity} ${field}`;
    const { over, sight } = tablet.forms.get(key) ?? this.#look(tablet, entity, field);
    if (this.#chance.is(0.1)) tablet.forms.set(key, this.#look(tablet, entity, field));
    else if (this.#chance.is(0.5)) tablet.forms.delete(key);
    const value = field.startsWith('resp/') ? this.#chance.is(0.5) : this.#chance.below(5);
    return { field, value, over, change: { entity, field, value: JSON.stringify(value), sight } };
  }

  #look(tablet: FleetTablet, entity: string, field: string) {
    const over = entityOf(tablet.state, entity)?.get(field)?.heads ?? [];
    return { over, sight: this.witness.sightOf(tablet.held, entity, field) };
  }

  /** Deletes what the tablet holds of an activity, or takes deletes back. */
  #mark(tablet: FleetTablet): Part {
    const entity = this.#activity(tablet);
    const shown = entityOf(tablet.state, entity) ?? new Map();
    const sight = this.witness.sightOf(tablet.held, entity, '_deleted');
    const change = { entity, field: '_deleted', sight };
    if (this.#chance.is(0.3)) return [restoreOperation(entity, shown), [{ ...change, value: 'false' }]];
    const deletes = this.witness.sightOfEntity(tablet.held, entity);
    return [deleteOperation(entity, shown), [{ ...change, value: DELETE, deletes }]];
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
    return this.#tablet(no).fileOf(to, this.#unseen(no, to), this.#idOf);
  }

  /** Some of what the other has not seen, as an old app or a person may choose it. */
  #partial(no: number, to: number): FleetFile {
    this.seen.partial += 1;
    const some = this.#unseen(no, to).filter(() => this.#chance.is(0.6));
    return this.#tablet(no).fileOf(to, some, this.#idOf);
  }

  #unseen(no: number, to: number): readonly number[] {
    const tablet = this.#tablet(no);
    return tablet.held.numbers(tablet.toldBy(this.#tablet(to).device));
  }

  #whole(no: number, to: number): FleetFile {
    this.seen.whole += 1;
    const tablet = this.#tablet(no);
    return tablet.fileOf(to, tablet.held.numbers(), this.#idOf);
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
    if (this.#tablet(file.to).receive(file, cut, () => this.#newDevice()))
      throw new Error('Half a file was read');
    this.seen.broken += 1;
    this.#mail.push(file);
  }

  #arrive(file: FleetFile): void {
    this.seen.files += 1;
    if (!this.#tablet(file.to).receive(file, file.bytes, () => this.#newDevice())) {
      throw new Error(`The file of ${file.device} could not be read`);
    }
  }

  /** Somebody copies the storage of a tablet onto another, and both write on. */
  #copyTablet(): void {
    const original = this.#tablet(COPIED);
    const twin = original.clone();
    this.tablets.push(twin);
    for (const one of [original, twin]) if (one.device === this.copiedDevice) this.#write(one);
  }

  /** A tablet breaks down after a last file of its own is on its way, and goes on from an old copy. */
  #restoreTablet(): void {
    if (!this.#oldCopy) throw new Error('No copy to go back to');
    this.#lost.push(this.#whole(RESTORED, (RESTORED + 1) % this.tablets.length));
    this.#tablet(RESTORED).restore(this.#oldCopy, this.#newDevice());
  }
}
