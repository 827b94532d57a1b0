/**
 * Who wrote what, and what they had in sight when writing, kept beside the fleet: it says what must stand in the end
 * and never asks the log. Commits are known to it by the number in which they were written.
 */
import type { Bits } from './bits';

type FieldClass = 'human' | 'auto' | 'set';

/** One field given a value by somebody who had these earlier changes of it in sight. */
export interface WitnessedChange {
  readonly entity: string;
  readonly field: string;
  /** As JSON text; of a delete `DELETE`. */
  readonly value: string;
  readonly sight: readonly number[];
  /** Of a delete: every change of the entity that was in sight, of whatever field. */
  readonly deletes?: ReadonlySet<number>;
}

interface Written {
  readonly id: string;
  /** The whole commit as JSON, as it was written. */
  readonly text: string;
  readonly changes: readonly WitnessedChange[];
}

/** All that was ever written to one field. */
interface FieldLife {
  readonly changes: Map<number, WitnessedChange>;
  /** Those that somebody had in sight when writing over them. */
  readonly overwritten: Set<number>;
}

export const DELETE = 'delete';
const DELETED = '_deleted';
const SET_FIELD = /^resp\//;

export class Witness {
  readonly written: Written[] = [];
  readonly #lives = new Map<string, Map<string, FieldLife>>();
  #changes = 0;

  /** How many fields were given a value. */
  get changes(): number {
    return this.#changes;
  }

  /** The changes of a field that whoever holds these commits has in sight. */
  sightOf(held: Bits, entity: string, field: string): readonly number[] {
    const life = this.#lives.get(entity)?.get(field);
    return life ? [...life.changes.keys()].filter((n) => held.has(n)) : [];
  }

  /** Of the changes of a field that nobody wrote over as far as these commits tell, those of this value. */
  sightOfValue(held: Bits, entity: string, field: string, value: string | undefined): readonly number[] {
    const changes = this.#lives.get(entity)?.get(field)?.changes;
    return this.standingOn(held, entity, field).filter((n) => changes?.get(n)?.value === value);
  }

  /** The changes of a field that nobody wrote over, as far as whoever holds these commits can tell. */
  standingOn(held: Bits, entity: string, field: string): readonly number[] {
    const sight = this.sightOf(held, entity, field);
    const changes = this.#lives.get(entity)?.get(field)?.changes;
    const over = new Set(sight.flatMap((n) => changes?.get(n)?.sight ?? []));
    return sight.filter((n) => !over.has(n));
  }

  readonly idOf = (n: number): string => this.written[n]?.id ?? '';

  /** The changes of an entity, of whatever field but its deletes, that whoever holds these commits has in sight. */
  sightOfEntity(held: Bits, entity: string): ReadonlySet<number> {
    const fields = [...(this.#lives.get(entity)?.keys() ?? [])].filter((field) => field !== DELETED);
    return new Set(fields.flatMap((field) => this.sightOf(held, entity, field)));
  }

  /** Takes note of a commit; gives its number. */
  write(id: string, text: string, changes: readonly WitnessedChange[]): number {
    const n = this.written.length;
    this.written.push({ id, text, changes });
    this.#changes += changes.length;
    for (const change of changes) {
      const life = this.#lifeOf(change.entity, change.field);
      for (const seen of change.sight) life.overwritten.add(seen);
      life.changes.set(n, change);
    }
    return n;
  }

  /** What a person has to settle in the end: one line each, with the commits that stand against each other. */
  conflicts(): string[] {
    return [...this.#lives.keys()].flatMap((entity) => this.#conflictsOf(entity)).sort();
  }

  /** Of all that was ever written to, how much ends up hidden. */
  hidden(): number {
    return [...this.#lives.keys()].filter((entity) => this.#fateOf(entity) === 'deleted').length;
  }

  /** How many stand deleted and restored by people who did not see each other, though each delete saw all there is. */
  takenBack(): number {
    return [...this.#lives.keys()].filter((entity) => {
      const deletes = this.#deletesOf(entity);
      const isBoth = deletes.length > 0 && deletes.length < this.#standing(entity, DELETED).length;
      return isBoth && this.#isSeen(entity, deletes);
    }).length;
  }

  #lifeOf(entity: string, field: string): FieldLife {
    const fields = this.#lives.get(entity) ?? new Map<string, FieldLife>();
    this.#lives.set(entity, fields);
    const life = fields.get(field) ?? { changes: new Map(), overwritten: new Set() };
    fields.set(field, life);
    return life;
  }

  #standing(entity: string, field: string): [number, WitnessedChange][] {
    const life = this.#lives.get(entity)?.get(field);
    return life ? [...life.changes].filter(([n]) => !life.overwritten.has(n)) : [];
  }

  #conflictsOf(entity: string): string[] {
    const fate = this.#fateOf(entity);
    if (fate === 'deleted') return [];
    return [...(this.#lives.get(entity)?.keys() ?? [])]
      .filter((field) => (field === DELETED ? fate === 'contested' : this.#differs(entity, field)))
      .map((field) => {
        const ids = this.#standing(entity, field).map(([n]) => this.idOf(n));
        return [entity, field, ...ids.sort()].join(' ');
      });
  }

  #differs(entity: string, field: string): boolean {
    if (classOf(field) !== 'human') return false;
    return new Set(this.#standing(entity, field).map(([, { value }]) => value)).size > 1;
  }

  /** Rule 6 of merge.md 2. */
  #fateOf(entity: string): 'live' | 'deleted' | 'contested' {
    const deletes = this.#deletesOf(entity);
    if (deletes.length === 0) return 'live';
    if (deletes.length < this.#standing(entity, DELETED).length) return 'contested';
    return this.#isSeen(entity, deletes) ? 'deleted' : 'contested';
  }

  /** What each standing delete saw. */
  #deletesOf(entity: string): ReadonlySet<number>[] {
    return this.#standing(entity, DELETED).flatMap(([, { deletes }]) => (deletes ? [deletes] : []));
  }

  #isSeen(entity: string, deletes: readonly ReadonlySet<number>[]): boolean {
    const fields = [...(this.#lives.get(entity)?.keys() ?? [])].filter((field) => field !== DELETED);
    const current = fields.flatMap((field) => this.#standing(entity, field).map(([n]) => n));
    return current.every((n) => deletes.some((seen) => seen.has(n)));
  }
}

function classOf(field: string): FieldClass {
  if (field === 'pos') return 'auto';
  return SET_FIELD.test(field) ? 'set' : 'human';
}
