import type { PeriodId } from '../../domain/calendar';
import { CLOSED, periodOfCut } from '../../domain/cuts/closedCuts';
import { cutFrom } from '../../domain/cuts/readCut';
import { fieldClassOf, kindOf, parseMeasurementId } from '../../domain/entities';
import { elementsOf, textOf } from '../../domain/fields';
import type { Fields } from '../../domain/fields';
import { displayValue } from '../../log/conflicts';
import { DELETED, deletionOf } from '../../log/deletes';
import type { Json } from '../../log/json';
import type { Entity, LogState } from '../../log/state';
import { numbered } from '../matrixIds';
import { key } from '../matrixReports';

/** A part of the plan as it stands; what was deleted is among them. */
export interface StandingPart {
  readonly id: string;
  readonly isDeleted: boolean;
  /** The item of an activity, the activity of an indicator; '' for an item. */
  readonly parent: string;
  readonly pos: string;
  /** Its own words as they are compared, without those of its parents. */
  readonly words: string;
}

export interface StandingIndicator extends StandingPart {
  readonly sourceKey: string;
  /** As `sourceKey` is made, of what the plan says now. */
  readonly wordsKey: string;
  readonly name: string;
  readonly deliverable: string;
}

/** An annex or a file, and the measurements that it serves. */
interface StandingEvidence {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly serves: readonly string[];
}

/** A plan as its log stands, indexed for being compared with a matrix. */
export interface Standing {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly deleted: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, StandingPart>;
  readonly activities: ReadonlyMap<string, StandingPart>;
  readonly indicators: ReadonlyMap<string, StandingIndicator>;
  /** Measurement ids by indicator, deleted ones too. */
  readonly measurements: ReadonlyMap<string, readonly string[]>;
  /** The ids of the parties that are not deleted, by their names as they are compared. */
  readonly parties: ReadonlyMap<string, string>;
  readonly evidence: readonly StandingEvidence[];
  readonly closed: ReadonlySet<PeriodId>;
  /** What the files that were read into it called the plan and its entity. */
  readonly said: ReadonlySet<string>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Shelves {
  readonly entities: Map<string, Entity>;
  readonly deleted: Set<string>;
  readonly items: Map<string, StandingPart>;
  readonly activities: Map<string, StandingPart>;
  readonly indicators: Map<string, Mutable<StandingIndicator>>;
  readonly measurements: Map<string, string[]>;
  readonly parties: Map<string, string>;
  readonly evidence: StandingEvidence[];
  readonly closed: Set<PeriodId>;
  readonly said: Set<string>;
}

export function standingOf(log: LogState): Standing {
  const shelves: Shelves = {
    entities: new Map(),
    deleted: new Set(),
    items: new Map(),
    activities: new Map(),
    indicators: new Map(),
    measurements: new Map(),
    parties: new Map(),
    evidence: [],
    closed: new Set(),
    said: new Set(),
  };
  for (const bucket of log) {
    for (const [id, entity] of bucket) {
      shelves.entities.set(id, entity);
      if (entity.has(DELETED) && deletionOf(entity) === 'deleted') shelves.deleted.add(id);
      SHELVE[kindOf(id)]?.(shelves, id, entity);
    }
  }
  return { ...shelves, indicators: named(shelves) };
}

const SHELVE: Readonly<Record<string, (shelves: Shelves, id: string, entity: Entity) => void>> = {
  itm: ({ items, deleted }, id, entity) => {
    const text = textsOf(entity);
    const words = key(text('number'), text('differentialCriterion'));
    items.set(id, { ...partOf(deleted, id, text), parent: '', words });
  },
  act: ({ activities, deleted }, id, entity) => {
    const text = textsOf(entity);
    activities.set(id, { ...partOf(deleted, id, text), parent: text('item'), words: key(text('name')) });
  },
  ind: ({ indicators, deleted }, id, entity) => {
    const text = textsOf(entity);
    indicators.set(id, {
      ...partOf(deleted, id, text),
      parent: text('activity'),
      words: key(text('deliverable'), text('name')),
      sourceKey: text('sourceKey'),
      wordsKey: '',
      name: text('name'),
      deliverable: text('deliverable'),
    });
  },
  meas: ({ measurements }, id) => {
    const indicator = parseMeasurementId(id)?.indicatorId;
    if (!indicator) return;
    const known = measurements.get(indicator);
    if (known) known.push(id);
    else measurements.set(indicator, [id]);
  },
  pty: ({ parties, deleted }, id, entity) => {
    if (!deleted.has(id)) parties.set(key(textsOf(entity)('name')), id);
  },
  evi: ({ evidence, deleted }, id, entity) => {
    if (deleted.has(id)) return;
    const text = textsOf(entity);
    const serves = elementsOf(shownFields(id, entity, 'serves/'), 'serves/');
    evidence.push({ id, number: text('number'), name: text('name'), serves });
  },
  cut: ({ closed, deleted }, id, entity) => {
    const period = periodOfCut(id);
    const isClosed = period && !deleted.has(id) && cutFrom(period, headOf(entity, CLOSED));
    if (isClosed) closed.add(period);
  },
  layout: ({ said }, _id, entity) => {
    const text = textsOf(entity);
    for (const field of ['saidTitle', 'saidEntityName']) said.add(`${field} ${text(field)}`);
  },
};

/** In order, and with their words, which begin with those of their parents: they may be read after them. */
function named({ items, activities, indicators }: Shelves): ReadonlyMap<string, StandingIndicator> {
  const known = new Map<string, number>();
  const all = new Map<string, StandingIndicator>();
  for (const indicator of [...indicators.values()].sort(byPos)) {
    const activity = activities.get(indicator.parent);
    const number = items.get(activity?.parent ?? '')?.words.split('|')[0] ?? '';
    const words = [number, activity?.words ?? '', indicator.words].join('|');
    indicator.wordsKey = numbered(known, words);
    all.set(indicator.id, indicator);
  }
  return all;
}

/** The order of a list (merge.md 1): by place, ties by id, and what has no place last. */
export function byPos(a: StandingPart, b: StandingPart): number {
  if (a.pos === b.pos) return a.id < b.id ? -1 : 1;
  if (a.pos === '' || b.pos === '') return a.pos === '' ? 1 : -1;
  return a.pos < b.pos ? -1 : 1;
}

function partOf(
  deleted: ReadonlySet<string>,
  id: string,
  text: (field: string) => string,
): Pick<StandingPart, 'id' | 'isDeleted' | 'pos'> {
  return { id, isDeleted: deleted.has(id), pos: text('pos') };
}

function headOf(entity: Entity, field: string): Json | undefined {
  return entity.get(field)?.heads[0]?.value;
}

function textsOf(entity: Entity): (field: string) => string {
  return (field) => textOf(headOf(entity, field));
}

function shownFields(id: string, entity: Entity, prefix: string): Fields {
  const fields = new Map<string, unknown>();
  for (const [field, register] of entity) {
    if (field.startsWith(prefix)) fields.set(field, displayValue(register, fieldClassOf(id, field)));
  }
  return fields;
}

/** A field's value as it is shown; null where it has none. */
export function standingValue({ entities }: Standing, entity: string, field: string): Json {
  const register = entities.get(entity)?.get(field);
  if (register?.heads.length === 1) return register.heads[0]?.value ?? null;
  return (register && displayValue(register, fieldClassOf(entity, field))) ?? null;
}

/** The elements of a set field that stand: `resp/` gives the ids of the parties. */
export function standingElements({ entities }: Standing, entity: string, prefix: string): readonly string[] {
  const known = entities.get(entity);
  return known ? elementsOf(shownFields(entity, known, prefix), prefix) : [];
}
