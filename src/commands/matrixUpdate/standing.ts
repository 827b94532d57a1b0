import type { PeriodId } from '../../domain/calendar';
import { CLOSED, periodOfCut } from '../../domain/cuts/closedCuts';
import { cutFrom } from '../../domain/cuts/readCut';
import { fieldClassOf, kindOf, parseMeasurementId } from '../../domain/entities';
import { elementsOf, textOf } from '../../domain/fields';
import type { Fields } from '../../domain/fields';
import { displayValue } from '../../log/conflicts';
import { deletionOf } from '../../log/deletes';
import type { Json } from '../../log/json';
import { entityOf } from '../../log/state';
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
  readonly log: LogState;
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
    items: new Map(),
    activities: new Map(),
    indicators: new Map(),
    measurements: new Map(),
    parties: new Map(),
    evidence: [],
    closed: new Set(),
    said: new Set(),
  };
  for (const bucket of log) for (const [id, entity] of bucket) SHELVE[kindOf(id)]?.(shelves, id, entity);
  nameIndicators(shelves);
  return { log, ...shelves };
}

const SHELVE: Readonly<Record<string, (shelves: Shelves, id: string, entity: Entity) => void>> = {
  itm: ({ items }, id, entity) => {
    const text = textsOf(entity);
    const words = key(text('number'), text('differentialCriterion'));
    items.set(id, { ...partOf(id, entity), parent: '', words });
  },
  act: ({ activities }, id, entity) => {
    const text = textsOf(entity);
    activities.set(id, { ...partOf(id, entity), parent: text('item'), words: key(text('name')) });
  },
  ind: ({ indicators }, id, entity) => {
    const text = textsOf(entity);
    indicators.set(id, {
      ...partOf(id, entity),
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
    if (indicator) measurements.set(indicator, [...(measurements.get(indicator) ?? []), id]);
  },
  pty: ({ parties }, id, entity) => {
    if (deletionOf(entity) !== 'deleted') parties.set(key(textsOf(entity)('name')), id);
  },
  evi: ({ evidence }, id, entity) => {
    if (deletionOf(entity) === 'deleted') return;
    const text = textsOf(entity);
    const serves = elementsOf(shownFields(id, entity), 'serves/');
    evidence.push({ id, number: text('number'), name: text('name'), serves });
  },
  cut: ({ closed }, id, entity) => {
    const period = periodOfCut(id);
    const isClosed = period && deletionOf(entity) !== 'deleted' && cutFrom(period, headOf(entity, CLOSED));
    if (isClosed) closed.add(period);
  },
  layout: ({ said }, _id, entity) => {
    const text = textsOf(entity);
    for (const field of ['saidTitle', 'saidEntityName']) said.add(`${field} ${text(field)}`);
  },
};

/** The words of an indicator begin with those of its parents, which may be read after it. */
function nameIndicators({ items, activities, indicators }: Shelves): void {
  const known = new Map<string, number>();
  for (const indicator of [...indicators.values()].sort(byPos)) {
    const activity = activities.get(indicator.parent);
    const number = items.get(activity?.parent ?? '')?.words.split('|')[0] ?? '';
    const words = [number, activity?.words ?? '', indicator.words].join('|');
    indicator.wordsKey = numbered(known, words);
  }
}

/** The order of a list (merge.md 1): by place, ties by id, and what has no place last. */
export function byPos(a: StandingPart, b: StandingPart): number {
  if (a.pos === b.pos) return a.id < b.id ? -1 : 1;
  if (a.pos === '' || b.pos === '') return a.pos === '' ? 1 : -1;
  return a.pos < b.pos ? -1 : 1;
}

function partOf(id: string, entity: Entity): Pick<StandingPart, 'id' | 'isDeleted' | 'pos'> {
  return { id, isDeleted: deletionOf(entity) === 'deleted', pos: textsOf(entity)('pos') };
}

function headOf(entity: Entity, field: string): Json | undefined {
  return entity.get(field)?.heads[0]?.value;
}

function textsOf(entity: Entity): (field: string) => string {
  return (field) => textOf(headOf(entity, field));
}

function shownFields(id: string, entity: Entity): Fields {
  return new Map(
    [...entity].map(([field, register]) => [field, displayValue(register, fieldClassOf(id, field))]),
  );
}

/** A field's value as it is shown; null where it has none. */
export function standingValue(log: LogState, entity: string, field: string): Json {
  const register = entityOf(log, entity)?.get(field);
  return (register && displayValue(register, fieldClassOf(entity, field))) ?? null;
}

/** The elements of a set field that stand: `resp/` gives the ids of the parties. */
export function standingElements(log: LogState, entity: string, prefix: string): readonly string[] {
  const known = entityOf(log, entity);
  return known ? elementsOf(shownFields(entity, known), prefix) : [];
}

/** True for what stands and is not deleted. */
export function isLive(log: LogState, id: string): boolean {
  const entity = entityOf(log, id);
  return entity !== undefined && deletionOf(entity) !== 'deleted';
}
