import type { PeriodId } from './calendar';
import { compare } from './compare';
import type { ClosedCut } from './cuts/model';
import { readCut } from './cuts/readCut';
import { kindOf, measurementId, parseMeasurementId, PLAN_ENTITY } from './entities';
import type { Fields } from './fields';
import { sameFromSameParts, textOf } from './fields';
import { FROM, readLineage } from './lineage';
import type { Lineage } from './lineage';
import { MEETING_KINDS, readMeetings } from './meetings/readMeetings';
import { NOTHING_SAID, saysSomething } from './report';
import { readReportForm } from './reportForms';
import type { ReportForm, ReportKind } from './reportForms';
import type { Activity, FindingReview, Indicator, Plan, PlanItem } from './model';
import type { Evidence, PeriodValue } from './report';
import type { ReadingNote } from './model';
import type { ResponsibleParty } from './report';
import { readActivity, readEvidence, readHead, readIndicator } from './readEntities';
import { readItem, readMeasurement, readReadingNote, readReview } from './readEntities';

interface Shelves {
  head: Fields;
  readonly items: ReturnType<typeof readItem>[];
  readonly activities: ReturnType<typeof readActivity>[];
  readonly indicators: ReturnType<typeof readIndicator>[];
  readonly evidence: ReturnType<typeof readEvidence>[];
  readonly partyNames: Map<string, string>;
  /** By indicator. */
  readonly said: Map<string, Said[]>;
  readonly reviews: Map<string, FindingReview>;
  readonly readingNotes: ReadingNote[];
  readonly reportForms: Map<ReportKind, ReportForm>;
  readonly cuts: ClosedCut[];
  readonly meetings: (readonly [string, Fields])[];
  readonly lineage: Map<string, Lineage>;
}

interface Said {
  readonly periodId: PeriodId;
  readonly value: PeriodValue;
}

const SHELVE = new Map<string, (shelves: Shelves, id: string, fields: Fields) => void>([
  [PLAN_ENTITY, (shelves, id, fields) => (shelves.head = id === PLAN_ENTITY ? fields : shelves.head)],
  ['itm', (shelves, id, fields) => shelves.items.push(readItem(id, fields))],
  ['act', (shelves, id, fields) => shelves.activities.push(readActivity(id, fields))],
  ['ind', (shelves, id, fields) => shelves.indicators.push(readIndicator(id, fields))],
  ['evi', (shelves, id, fields) => shelves.evidence.push(readEvidence(id, fields))],
  ['pty', (shelves, id, fields) => shelves.partyNames.set(id, textOf(fields.get('name')))],
  ['meas', shelveMeasurement],
  ['fnd', shelveReview],
  ['doc', shelveReportForm],
  ['cut', shelveCut],
  ['note', (shelves, id, fields) => shelves.readingNotes.push(readReadingNote(id, fields))],
  ...MEETING_KINDS.map(
    (kind) =>
      [kind, (shelves: Shelves, id: string, fields: Fields) => shelves.meetings.push([id, fields])] as const,
  ),
]);

const NO_FIELDS: Fields = new Map();
const NEVER: readonly Said[] = [];
const NOTHING_SERVES: readonly Evidence[] = [];
const NONE: ReadonlySet<string> = new Set();

/**
 * Builds the plan from the folded fields of its visible entities (domain.md A6.11).
 * Whatever is missing gets a default, a wrong type is passed over, a child whose parent is missing hangs
 * from an empty one, and no indicator is dropped. Children go in the order of their parents, and among those
 * of one parent by `pos`, then by id. An entity is read again only when its fields are another object, and what
 * is made of entities that did not change is the same object as before: after an edit, only what it touched is new.
 * Of `deletedReports` nobody is told that they are of no indicator: they went with theirs.
 */
export function readPlan(
  planId: string,
  entities: Iterable<readonly [string, Fields]>,
  deletedReports: ReadonlySet<string> = NONE,
): Plan {
  const shelves = shelve(entities);
  const serving = attachEvidence(shelves);
  const items = new Map(shelves.items.sort(byPos(({ item }) => item.id)).map(({ item }) => [item.id, item]));
  const activities = new Map<string, Activity>();
  for (const { activity, partyIds } of shelves.activities.sort(byPos((read) => read.activity.id))) {
    const names = partyIds.map((id) => shelves.partyNames.get(id) ?? '');
    activities.set(
      activity.id,
      activityFrom(activity, names, () => ({ ...activity, responsibleParties: partiesOf(partyIds, names) })),
    );
  }
  const present = new Set([...items.keys(), ...activities.keys()]);
  const indicators = shelves.indicators
    .sort(byPos(({ indicator }) => indicator.id))
    .map((read) => indicatorOf(read, items, activities, shelves.said));
  const inOrder = underParents([...activities.values()], [...items.values()], ({ itemId }) => itemId);
  return {
    id: planId,
    ...readHead(PLAN_ENTITY, shelves.head),
    items: [...items.values()],
    activities: inOrder,
    indicators: underParents(indicators, inOrder, ({ activity }) => activity.id),
    missingParents: new Set([...items.keys(), ...activities.keys()].filter((id) => !present.has(id))),
    strayReports: strayReportsOf(shelves.said, indicators, deletedReports),
    reviews: shelves.reviews,
    readingNotes: shelves.readingNotes.sort((a, b) => compare(a.id, b.id)),
    reportForms: shelves.reportForms,
    meetings: meetingsOf(shelves, serving),
    cuts: shelves.cuts.sort((a, b) => compare(a.period, b.period)),
    lineage: shelves.lineage,
  };
}

/** Reads entities ahead of the plan that they will be part of: `readPlan` reads none of them again. */
export function readEntitiesAhead(entities: Iterable<readonly [string, Fields]>): void {
  shelve(entities);
}

/** No report goes unseen because its indicator was removed by somebody who had not seen it (merge.md 2.6). */
function strayReportsOf(
  saidBy: Shelves['said'],
  indicators: readonly Indicator[],
  deleted: ReadonlySet<string>,
): Plan['strayReports'] {
  const known = new Set(indicators.map(({ id }) => id));
  return [...saidBy]
    .filter(([id]) => !known.has(id))
    .map(([indicatorId, said]) => ({
      indicatorId,
      periods: said
        .filter(({ periodId, value }) => {
          // Evidence outlives the report that it serves.
          return saysSomething(value) && !deleted.has(measurementId(indicatorId, periodId));
        })
        .map(({ periodId }) => periodId)
        .sort(),
    }))
    .filter(({ periods }) => periods.length > 0)
    .sort((a, b) => compare(a.indicatorId, b.indicatorId));
}

function shelve(entities: Iterable<readonly [string, Fields]>): Shelves {
  const shelves: Shelves = {
    head: NO_FIELDS,
    items: [],
    activities: [],
    indicators: [],
    evidence: [],
    partyNames: new Map(),
    said: new Map(),
    reviews: new Map(),
    readingNotes: [],
    reportForms: new Map(),
    cuts: [],
    meetings: [],
    lineage: new Map(),
  };
  for (const [id, fields] of entities) {
    SHELVE.get(kindOf(id))?.(shelves, id, fields);
    const lineage = fields.has(FROM) ? readLineage(fields.get(FROM)) : null;
    if (lineage) shelves.lineage.set(id, lineage);
  }
  return shelves;
}

function shelveReportForm({ reportForms }: Shelves, id: string, fields: Fields): void {
  const read = readReportForm(id, fields);
  if (read) reportForms.set(read.kind, read.form);
}

function shelveMeasurement(shelves: Shelves, id: string, fields: Fields): void {
  const measurement = readMeasurement(id, fields);
  if (measurement) getOrAdd(shelves.said, measurement.indicatorId, noneYet).push(measurement);
}

function shelveReview(shelves: Shelves, id: string, fields: Fields): void {
  const read = readReview(id, fields);
  if (read) shelves.reviews.set(read.key, read.review);
}

function shelveCut(shelves: Shelves, id: string, fields: Fields): void {
  const cut = readCut(id, fields);
  if (cut) shelves.cuts.push(cut);
}

/** The meetings as they were, unless something of them is another: most edits are of the rows. */
function meetingsOf(shelves: Shelves, serving: ReadonlyMap<string, readonly Evidence[]>): Plan['meetings'] {
  const { meetings, partyNames, evidence } = shelves;
  const parts = [...meetings.flat(), ...[...partyNames].flat(), ...evidence];
  return meetingsFrom(shelves.head, parts, () =>
    readMeetings(meetings, partyNames, (id) => serving.get(id) ?? NOTHING_SERVES),
  );
}

/**
 * Gives the evidence by what it serves, and each report its own. One annex may serve many reports, and a report that
 * nobody has made yet.
 */
function attachEvidence(shelves: Shelves): ReadonlyMap<string, readonly Evidence[]> {
  const serving = new Map<string, Evidence[]>();
  for (const { evidence, serves } of shelves.evidence) {
    for (const id of serves) getOrAdd<Evidence[]>(serving, id, () => []).push(evidence);
  }
  for (const [id, evidence] of serving) {
    evidence.sort(byNumberThenId);
    const parts = parseMeasurementId(id);
    if (!parts) continue;
    const said = getOrAdd(shelves.said, parts.indicatorId, noneYet);
    const place = said.findIndex(({ periodId }) => periodId === parts.periodId);
    const before = said[place] ?? { periodId: parts.periodId, value: NOTHING_SAID };
    const after = saidFrom(before, evidence, () => ({ ...before, value: { ...before.value, evidence } }));
    said.splice(place < 0 ? said.length : place, 1, after);
  }
  return serving;
}

function indicatorOf(
  read: ReturnType<typeof readIndicator>,
  items: Map<string, PlanItem>,
  activities: Map<string, Activity>,
  saidBy: Shelves['said'],
): Indicator {
  const activity = getOrAdd(activities, read.activityId, emptyActivity);
  const item = getOrAdd(items, activity.itemId, emptyItem);
  const { indicator } = read;
  const said = saidBy.get(indicator.id) ?? NEVER;
  return indicatorFrom(read, [activity, item, ...said], () => ({
    ...indicator,
    activity,
    item,
    start: read.start ?? activity.start,
    end: read.end ?? activity.end,
    blockedBy: read.blockedBy ?? activity.blockedBy,
    reports: new Map([...said].sort(byPeriod).map(({ periodId, value }) => [periodId, value])),
  }));
}

const activityFrom = sameFromSameParts<Activity>();
const saidFrom = sameFromSameParts<Said>();
const indicatorFrom = sameFromSameParts<Indicator>();
const meetingsFrom = sameFromSameParts<Plan['meetings']>();

function noneYet(): Said[] {
  return [];
}

function emptyActivity(id: string): Activity {
  const unknown = { phvaStage: null, start: null, end: null, blockedBy: null, budget: null, executed: null };
  return { id, itemId: '', number: '', name: '', ...unknown, responsibleParties: [], tags: new Map() };
}

function emptyItem(id: string): PlanItem {
  return { id, number: '', differentialCriterion: '', statedValue: null };
}

function partiesOf(ids: readonly string[], names: readonly string[]): readonly ResponsibleParty[] {
  return ids
    .map((id, place) => ({ id, name: names[place] ?? '' }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

function getOrAdd<T>(known: Map<string, T>, id: string, make: (id: string) => T): T {
  const before = known.get(id);
  if (before !== undefined) return before;
  const thing = make(id);
  known.set(id, thing);
  return thing;
}

/** What has no place yet goes last. */
function byPos<T extends { readonly pos: string }>(idOf: (entity: T) => string) {
  return (a: T, b: T): number => {
    if (a.pos === b.pos) return compare(idOf(a), idOf(b));
    if (a.pos === '' || b.pos === '') return a.pos === '' ? 1 : -1;
    return compare(a.pos, b.pos);
  };
}

/**
 * Children in the order of their parents; those of no parent go last. Each keeps its place among those beside it,
 * so that what moved with its parent on one tablet, and by itself on another, is never between strangers.
 */
function underParents<T>(
  children: readonly T[],
  parents: readonly { readonly id: string }[],
  parentOf: (child: T) => string,
): readonly T[] {
  const places = new Map(parents.map(({ id }, place) => [id, place]));
  const placeOf = (child: T): number => places.get(parentOf(child)) ?? places.size;
  return [...children].sort((a, b) => placeOf(a) - placeOf(b) || compare(parentOf(a), parentOf(b)));
}

function byPeriod(a: Said, b: Said): number {
  return compare(a.periodId, b.periodId);
}

function byNumberThenId(a: Evidence, b: Evidence): number {
  return compare(a.number, b.number) || compare(a.id, b.id);
}
