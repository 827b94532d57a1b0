/**
 * What the people of a fleet write: on the screen as the app shows it, in forms that were open for long, deletes and
 * their taking back, and what they settle. Each change is told to the witness with what was in sight of it.
 */
import { fieldClassOf } from '../../src/domain/entities';
import type { Commit, DraftOperation } from '../../src/log/commit';
import { conflictsIn, resolve } from '../../src/log/conflicts';
import { DELETED, deleteOperation, deletionOf, restoreOperation } from '../../src/log/deletes';
import { sameJson } from '../../src/log/json';
import { entityOf } from '../../src/log/state';
import type { Chance } from '../support/chance';
import type { FleetTablet, OpenForm } from './tablet';
import { DELETE } from './witness';
import type { Witness, WitnessedChange } from './witness';

const FIELDS = ['name', 'deliverable', 'start', 'pos', 'resp/pty:ana', 'resp/pty:luis'] as const;

/** What one save does to one entity: to the log, and to the witness. */
export type Part = readonly [DraftOperation, readonly WitnessedChange[]];

export class People {
  readonly #chance: Chance;
  readonly #witness: Witness;
  readonly #activities: number;
  /** How many activities a tablet calls its own. */
  readonly #share: number;

  constructor(
    chance: Chance,
    witness: Witness,
    { activities, tablets }: { activities: number; tablets: number },
  ) {
    this.#chance = chance;
    this.#witness = witness;
    this.#activities = activities;
    this.#share = activities / tablets;
  }

  /** What somebody writes next on the tablet in this place. */
  next(tablet: FleetTablet, place: number): readonly Part[] {
    if (this.#chance.is(0.04)) return [this.#mark(tablet, this.#activity(place))];
    const settled = this.#chance.is(0.04) ? this.#settle(tablet) : null;
    return settled ? [settled] : this.#edits(tablet, place);
  }

  /** A form goes on from exactly what it has just saved (merge.md 1). */
  goOn(tablet: FleetTablet, commit: Commit, n: number, changes: readonly WitnessedChange[]): void {
    for (const { entity, field, sight } of changes) {
      const key = `${entity} ${field}`;
      if (tablet.forms.has(key)) tablet.forms.set(key, { over: [commit], sight: [...sight, n] });
    }
  }

  /** One field of an activity as the screen shows it. */
  edit(tablet: FleetTablet, entity: string): Part {
    const { field, value, over, change } = this.#edit(tablet, entity, this.#chance.pick(FIELDS));
    return [{ e: entity, fields: { [field]: { value, over } } }, [change]];
  }

  /** Deletes all that the tablet holds of an activity. */
  remove(tablet: FleetTablet, entity: string): Part {
    const deletes = this.#witness.sightOfEntity(tablet.held, entity);
    const change = { entity, field: DELETED, value: DELETE, sight: this.#sight(tablet, entity), deletes };
    return [deleteOperation(entity, entityOf(tablet.state, entity) ?? new Map()), [change]];
  }

  /** Takes back every delete that the tablet holds. */
  restore(tablet: FleetTablet, entity: string): Part {
    const change = { entity, field: DELETED, value: 'false', sight: this.#sight(tablet, entity) };
    return [restoreOperation(entity, entityOf(tablet.state, entity) ?? new Map()), [change]];
  }

  #sight(tablet: FleetTablet, entity: string): readonly number[] {
    return this.#witness.sightOf(tablet.held, entity, DELETED);
  }

  #mark(tablet: FleetTablet, entity: string): Part {
    return this.#chance.is(0.3) ? this.restore(tablet, entity) : this.remove(tablet, entity);
  }

  /** Settles something that the tablet asks about, over all values that stand against each other. */
  #settle(tablet: FleetTablet): Part | null {
    const conflicts = conflictsIn(tablet.state, fieldClassOf);
    if (conflicts.length === 0) return null;
    const conflict = this.#chance.pick(conflicts);
    const { entityId: entity, field, heads } = conflict;
    // What arrived with gaps may show too much, and never too little (merge.md 2, rule 7).
    const shown = new Set(heads.map(({ id }) => id));
    const unasked = this.#witness.standingOn(tablet.held, entity, field).map(this.#witness.idOf);
    if (!unasked.every((id) => shown.has(id)))
      throw new Error(`${tablet.device} hides one of ${unasked.join(' ')}`);
    if (field === DELETED) return this.#mark(tablet, entity);
    const value = this.#chance.below(5);
    const sight = this.#witness.sightOf(tablet.held, entity, field);
    return [resolve(conflict, value), [{ entity, field, value: JSON.stringify(value), sight }]];
  }

  #edits(tablet: FleetTablet, place: number): Part[] {
    const entities = new Set(
      Array.from({ length: 1 + this.#chance.below(2) }, () => this.#shownActivity(tablet, place)),
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

  /**
   * What a form shows: of values that stand against each other one alone, of an element of a set what all of them
   * come to. Now and then all of them, as where both stand side by side.
   */
  #look(tablet: FleetTablet, entity: string, field: string): OpenForm {
    const heads = entityOf(tablet.state, entity)?.get(field)?.heads ?? [];
    if (fieldClassOf(entity, field) === 'set' || this.#chance.is(0.2)) {
      return { over: heads, sight: this.#witness.sightOf(tablet.held, entity, field) };
    }
    const shown = heads[0]?.value;
    const over = heads.filter(({ value }) => sameJson(value, shown));
    const sight = this.#witness.sightOfValue(tablet.held, entity, field, JSON.stringify(shown));
    return { over, sight };
  }

  /** Something to write on: what is deleted is not on the screen. */
  #shownActivity(tablet: FleetTablet, place: number): string {
    const picked = Array.from({ length: 10 }, () => this.#activity(place));
    const isShown = (id: string) => deletionOf(entityOf(tablet.state, id) ?? new Map()) !== 'deleted';
    return picked.find(isShown) ?? this.#activity(place);
  }

  /** Mostly the tablet's own rows, and now and then those that everybody touches. */
  #activity(place: number): string {
    if (this.#chance.is(0.1)) return `act:${this.#chance.below(Math.ceil(this.#activities / 20))}`;
    const own = place * Math.floor(this.#share) + this.#chance.below(Math.ceil(this.#share * 1.5));
    return `act:${own % this.#activities}`;
  }
}
