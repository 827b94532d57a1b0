import { CALI_3, isWholeScheme } from './bands';
import type { Band, BandScheme, ProgressClass } from './bands';
import { blockerFrom } from './blockers';
import { calendarFlaw, MAX_PERIODS, periodsOf, quartersOf } from './calendar';
import type { Calendar } from './calendar';
import { parseMeasurementId, withKind } from './entities';
import { dayOf, elementsOf, keysOf, numberOf, oncePerEntity, textOf, wordIn } from './fields';
import type { Fields } from './fields';
import { groupingFrom } from './grouping';
import type { IsoDay } from './isoDay';
import { CLOSED_FOR, readYearLock } from './lineage';
import { ACCUMULATIONS } from './codes';
import { reportFrom } from './readReport';
import type { PhvaStage, Plan } from './model';
import type { FileMark } from './report';
import type { Evidence, EvidenceFile, PeriodValue } from './report';
import type {
  FindingReview,
  PlanBaseline,
  ReadingNote,
  RollupMethod,
  SessionCount,
  StatedFor,
  StatedValue,
} from './model';
import type { Verification } from './report';

// One reader per kind of entity: whatever it finds, it gives a whole thing, with defaults for the rest.

const CLASS_NAMES: readonly ProgressClass[] = ['critical', 'inProgress', 'finished'];
const STAGES: readonly PhvaStage[] = ['plan', 'do', 'check', 'act'];
const METHODS: readonly RollupMethod[] = ['flatMean', 'groupMean', 'weighted'];
const COUNTED: readonly SessionCount['what'][] = ['minutes', 'sessions'];
const YEAR_WHEN_NONE_IS_GIVEN = 2000;
const NOTHING: readonly Evidence[] = [];

/** What the plan says of itself; the rest of it comes from its other entities. */
export type PlanHead = Omit<
  Plan,
  | 'id'
  | 'items'
  | 'activities'
  | 'indicators'
  | 'missingParents'
  | 'strayReports'
  | 'reviews'
  | 'readingNotes'
  | 'reportForms'
  | 'meetings'
  | 'cuts'
  | 'lineage'
>;

export const readHead = oncePerEntity((_id, fields): PlanHead => {
  const given = readCalendar(fields.get('calendar'));
  const planYear = yearOf(fields.get('planYear')) ?? yearOf(Number(given?.start.slice(0, 4)));
  const calendar = given ?? quartersOf(planYear ?? YEAR_WHEN_NONE_IS_GIVEN);
  return {
    title: textOf(fields.get('title')),
    entityName: textOf(fields.get('entityName')),
    policy: textOf(fields.get('policy')),
    objective: textOf(fields.get('objective')),
    planYear: planYear ?? YEAR_WHEN_NONE_IS_GIVEN,
    calendar,
    periods: periodsOf(calendar),
    rollupMethod: wordIn(METHODS, fields.get('rollupMethod')) ?? 'flatMean',
    rollupBy: groupingFrom(fields.get('rollupBy')) ?? 'item',
    scheme: schemeOf(fields.get('scheme')),
    paceTolerance: atLeastZero(fields.get('paceTolerance')) ?? 5,
    dueSoonDays: atLeastZero(fields.get('dueSoonDays')) ?? 30,
    isExample: fields.get('isExample') === true,
    baseline: readPlanBaseline(fields.get('baseline')),
    statedValue: readStatedValue(fields.get('statedValue')),
    statedFor: readStatedFor(fields.get('statedFor')),
    closedFor: readYearLock(fields.get(CLOSED_FOR)),
    ...letterheadOf(fields),
  };
});

function letterheadOf(fields: Fields): Pick<Plan, 'nit' | 'minutesForm' | 'logo'> {
  return {
    nit: textOf(fields.get('nit')),
    minutesForm: { code: textOf(fields.get('minutesCode')), version: textOf(fields.get('minutesVersion')) },
    logo: textOf(fields.get('logo')) || null,
  };
}

export const readItem = oncePerEntity((id, fields) => ({
  pos: textOf(fields.get('pos')),
  item: {
    id,
    number: textOf(fields.get('number')),
    differentialCriterion: textOf(fields.get('differentialCriterion')),
    statedValue: readStatedValue(fields.get('statedValue')),
  },
}));

export const readActivity = oncePerEntity((id, fields) => ({
  pos: textOf(fields.get('pos')),
  partyIds: elementsOf(fields, 'resp/').map((party) => withKind(party, 'pty')),
  activity: {
    id,
    itemId: textOf(fields.get('item')),
    number: textOf(fields.get('number')),
    name: textOf(fields.get('name')),
    phvaStage: wordIn(STAGES, fields.get('phvaStage')),
    start: dayOf(fields.get('start')),
    end: dayOf(fields.get('end')),
    blockedBy: blockerFrom(fields.get('blockedBy')),
    budget: atLeastZero(fields.get('budget')),
    executed: atLeastZero(fields.get('executed')),
    tags: tagsOf(fields),
  },
}));

export const readIndicator = oncePerEntity((id, fields) => ({
  pos: textOf(fields.get('pos')),
  activityId: textOf(fields.get('activity')),
  start: dayOf(fields.get('start')),
  end: dayOf(fields.get('end')),
  blockedBy: blockerFrom(fields.get('blockedBy')),
  indicator: {
    id,
    name: textOf(fields.get('name')),
    deliverable: textOf(fields.get('deliverable')),
    targetText: textOf(fields.get('targetText')),
    target: numberOf(fields.get('target')),
    targetUnit: fields.get('targetUnit') === 'percent' ? ('percent' as const) : ('count' as const),
    unitOfMeasure: textOf(fields.get('unitOfMeasure')),
    accumulation: wordIn(ACCUMULATIONS, fields.get('accumulation')) ?? 'sum',
    baseline: numberOf(fields.get('baseline')),
    baselineSource: textOf(fields.get('baselineSource')),
    weight: atLeastZero(fields.get('weight')),
    statedValue: readStatedValue(fields.get('statedValue')),
    printedItem: textOf(fields.get('printedItem')),
    remarkedAt: dayOf(fields.get('remarkedAt')),
    counts: countsOf(fields.get('counts')),
  },
}));

/** Null when the id is not one of an indicator and a period. */
export const readMeasurement = oncePerEntity((id, fields) => {
  const parts = parseMeasurementId(id);
  if (!parts) return null;
  const value: PeriodValue = {
    report: reportFrom(fields.get('report')),
    planned: numberOf(fields.get('planned')),
    remark: textOf(fields.get('remark')),
    delayCause: textOf(fields.get('delayCause')),
    evidence: NOTHING,
  };
  return { ...parts, value };
});

export const readEvidence = oncePerEntity((id, fields) => {
  const file = readFile(fields.get('file'));
  const verified = verificationOf(fields.get('verification'));
  const verification = verified && verified.sha256 === file?.sha256 ? verified : null;
  const evidence: Evidence = {
    id,
    number: textOf(fields.get('number')),
    name: textOf(fields.get('name')),
    // Verified is more than attached, and attached more than cited (domain.md A6.10).
    status: verification ? 'verified' : file ? 'attached' : 'cited',
    planYear: yearOf(fields.get('planYear')),
    file,
    verification,
  };
  return { evidence, serves: elementsOf(fields, 'serves/').map(servedId) };
});

/** A file serves a report, a commitment or a session; an id without a kind is a report's. */
function servedId(id: string): string {
  return /^(?:com|mtg):/.test(id) ? id : withKind(id, 'meas');
}

/** Null where nobody says of what finding it is, and where it was taken back. */
export const readReview = oncePerEntity((_id, fields) => {
  const keys = keysOf(fields.get('review'));
  const key = textOf(keys['key']);
  if (key === '') return null;
  const review: FindingReview = { reason: textOf(keys['reason']) };
  return { key, review };
});

export const readReadingNote = oncePerEntity((id, fields): ReadingNote => ({
  id,
  indicatorId: textOf(fields.get('indicator')) || null,
  file: textOf(fields.get('file')),
  finding: fields.get('finding') ?? null,
}));

/** A calendar that a plan can report by; null for anything else. */
export function readCalendar(value: unknown): Calendar | null {
  const keys = keysOf(value);
  const [start, end, months] = [dayOf(keys['start']), dayOf(keys['end']), numberOf(keys['monthsPerPeriod'])];
  if (!start || !end || months === null || !Number.isInteger(months) || months < 1) return null;
  const cuts = cutsOf(keys['cuts']).filter((cut) => cut >= start && cut <= end);
  const calendar = { start, end, monthsPerPeriod: months, ...(cuts.length > 0 && { cuts }) };
  return calendarFlaw(calendar) === null ? calendar : null;
}

function cutsOf(value: unknown): readonly IsoDay[] {
  const days = Array.isArray(value) ? value.map(dayOf).filter((day) => day !== null) : [];
  return [...new Set(days)].sort().slice(0, MAX_PERIODS - 1);
}

function yearOf(value: unknown): number | null {
  const year = numberOf(value);
  return year !== null && Number.isInteger(year) && year >= 1900 && year <= 9998 ? year : null;
}

function atLeastZero(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && number >= 0 ? number : null;
}

/** A scheme with a hole or an overlap would leave an indicator without one class, so it is not used: null. */
export function readScheme(value: unknown): BandScheme | null {
  const keys = keysOf(value);
  const bands = Array.isArray(keys['bands']) ? keys['bands'].map(bandOf) : [];
  const scheme: BandScheme = {
    id: textOf(keys['id']),
    rounding: keys['rounding'] === 'exact' ? 'exact' : 'halfUp',
    edge: keys['edge'] === 'above' ? 'above' : 'below',
    bands: bands.filter((band) => band !== null),
  };
  return isWholeScheme(scheme) ? scheme : null;
}

function schemeOf(value: unknown): BandScheme {
  return readScheme(value) ?? CALI_3;
}

/** A band without an id of its own goes by its class. */
function bandOf(value: unknown): Band | null {
  const keys = keysOf(value);
  const progressClass = wordIn(CLASS_NAMES, keys['progressClass']);
  const [from, to] = [numberOf(keys['from']), numberOf(keys['to'])];
  if (!progressClass || from === null || to === null) return null;
  return { id: textOf(keys['id']) || progressClass, label: textOf(keys['label']), progressClass, from, to };
}

/** A result as its source stated it; null for anything else. */
export function readStatedValue(value: unknown): StatedValue | null {
  const keys = keysOf(value);
  const percent = numberOf(keys['percent']);
  return percent === null ? null : { text: textOf(keys['text']), percent };
}

function readStatedFor(value: unknown): StatedFor | null {
  const keys = keysOf(value);
  const [cut, calendar] = [dayOf(keys['cut']), readCalendar(keys['calendar'])];
  return cut && calendar ? { cut, calendar } : null;
}

/** Where a plan started from; null for anything else. */
export function readPlanBaseline(value: unknown): PlanBaseline | null {
  const keys = keysOf(value);
  const percent = numberOf(keys['percent']);
  return percent === null ? null : { percent, source: textOf(keys['source']) };
}

/** What of a series an indicator counts; null where it counts nothing of the kind. */
function countsOf(value: unknown): SessionCount | null {
  const keys = keysOf(value);
  const [what, series] = [wordIn(COUNTED, keys['what']), textOf(keys['series'])];
  return what && series ? { what, series } : null;
}

/** A file as the log knows it, wherever its bytes are; null for anything else. */
export function readFile(value: unknown): EvidenceFile | null {
  const keys = keysOf(value);
  const mark = markOf(keys);
  if (!mark) return null;
  const original = markOf(keysOf(keys['original']));
  return { ...mark, mime: textOf(keys['mime']), name: textOf(keys['name']), original };
}

function markOf(keys: Readonly<Record<string, unknown>>): FileMark | null {
  const sha256 = textOf(keys['sha256']);
  return sha256 ? { sha256, size: numberOf(keys['size']) ?? 0 } : null;
}

function verificationOf(value: unknown): Verification | null {
  const keys = keysOf(value);
  const [by, at, sha256] = [textOf(keys['by']), textOf(keys['at']), textOf(keys['sha256'])];
  return by && at && sha256 ? { by, at, sha256 } : null;
}

function tagsOf(fields: Fields): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>();
  for (const tag of elementsOf(fields, 'tag/')) {
    const slash = tag.indexOf('/');
    if (slash < 1 || slash === tag.length - 1) continue;
    const taxonomy = tag.slice(0, slash);
    tags.set(taxonomy, [...(tags.get(taxonomy) ?? []), tag.slice(slash + 1)]);
  }
  return tags;
}
