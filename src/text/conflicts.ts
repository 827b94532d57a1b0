import type { PeriodId } from '../domain/calendar';
import { CLOSED, periodOfCut } from '../domain/cuts/closedCuts';
import { readFrozenFigures } from '../domain/cuts/readCut';
import { kindOf, parseMeasurementId } from '../domain/entities';
import { keysOf, textOf } from '../domain/fields';
import { groupingFrom } from '../domain/grouping';
import { isIsoDay } from '../domain/isoDay';
import { readLineage, readYearLock } from '../domain/lineage';
import type { Plan } from '../domain/model';
import type { TargetUnit } from '../domain/report';
import type { Percent } from '../domain/percent';
import { readCalendar, readPlanBaseline, readScheme, readStatedValue } from '../domain/readEntities';
import { cuts } from './cuts';
import { amount, indicatorTitle } from './explanation';
import { fieldWords } from './fieldNames';
import { findingTitle } from './findings';
import { count, daysOfPeriod, formatNumber, formatShortDay, formatStated, periodName } from './format';
import { meetingPartName, meetingValueWords } from './meetingConflicts';
import type { NameOf } from './meetingConflicts';
import { nextYear } from './nextYear';
import { calendarWords, groupingName, schemeWords } from './ruleWords';
import { ACCUMULATION, PHVA_STAGE, REPORT, ROLLUP_METHOD } from './words';

const TARGET_UNIT: Readonly<Record<TargetUnit, string>> = { count: 'Cantidad', percent: 'Porcentaje' };

/** What stands on a delete that somebody contests. */
export const CONTESTED = {
  deleted: 'borrado',
  kept: 'conservado',
  edit: (field: string, value: string) => `${field}: ${value}`,
  nothing: 'sin dato',
  unknownName: 'Sin nombre',
  notNumber: 'Escriba un número antes de registrar.',
  kindOfValue: '¿Qué queda?',
  aNumber: 'Un valor',
  openAgain: 'por revisar',
  reviewed: (reason: string) => (reason ? `revisado: «${reason}»` : 'revisado'),
  aFinding: 'Un hallazgo',
  aDoubt: 'Una duda de la lectura',
  allPutOff: 'Quedan para después; nada se pierde.',
  goToBoard: 'Ir al tablero',
  uselessScheme: 'rangos que no se pueden usar',
  uselessCalendar: 'períodos que no se pueden usar',
} as const;

/**
 * What a conflict is about: "3. Sensibilizar a las áreas · 2.º trimestre de 2023". Of a review it is what its
 * values say that it is of: "Cero sin explicación · 3. Sensibilizar a las áreas".
 */
export function conflictTitle(
  plan: Plan,
  entityId: string,
  field: string,
  nameOf: NameOf,
  values: readonly unknown[] = [],
): string {
  if (kindOf(entityId) === 'fnd') return reviewTitle(plan, values, nameOf);
  const measurement = parseMeasurementId(entityId);
  const about = measurement
    ? [entityName(plan, measurement.indicatorId, nameOf), periodOf(plan, measurement.periodId)]
    : [entityName(plan, entityId, nameOf)];
  // A report is what one expects of a period; any other field says its name.
  const said = measurement && field === 'report' ? [] : [fieldWords(field, entityId)];
  return [...about, ...said].filter(Boolean).join(' · ');
}

/**
 * A value of any field in words, as short as it can be: "6", "no aplica", "31 mar 2023", "Trimestral, del ...".
 * With the plan, what points to another of its parts says its name; with what it is about, so does what belongs to
 * a meeting.
 */
export function fieldValueWords(
  field: string,
  value: unknown,
  unit: TargetUnit = 'count',
  plan: Plan | null = null,
  about: { readonly entityId: string; readonly nameOf: NameOf } | null = null,
): string {
  if (field === 'review') return reviewWords(value);
  if (field === CLOSED) return cutWords(value);
  const ofMeeting = plan && about && meetingValueWords(field, value, { plan, ...about });
  return ofMeeting ?? ownWords(field, value, unit, plan);
}

function ownWords(field: string, value: unknown, unit: TargetUnit, plan: Plan | null): string {
  if (value === null || value === undefined || value === '') return CONTESTED.nothing;
  return FIELD_WORDS[field]?.(value, unit) ?? plainWords(value, unit, plan);
}

/** Opened again, or closed at a date with its figure. */
function cutWords(value: unknown): string {
  const { date, frozen } = keysOf(value);
  if (!isIsoDay(date)) return cuts.historyReopened;
  return cuts.historyClosed(date, readFrozenFigures(frozen).overall.value);
}

/** Opened again, or settled with its reason. */
function reviewWords(value: unknown): string {
  return value === null ? CONTESTED.openAgain : CONTESTED.reviewed(textOf(keysOf(value)['reason']));
}

function reviewTitle(plan: Plan, values: readonly unknown[], nameOf: NameOf): string {
  const [said = {}] = values.map(keysOf).filter(({ code }) => typeof code === 'string');
  const [code, entity] = [textOf(said['code']), textOf(said['entity'])];
  const kind = code === 'readingNote' ? CONTESTED.aDoubt : findingTitle(code) || CONTESTED.aFinding;
  const about = entity === plan.id ? plan.title : entityName(plan, entity, nameOf);
  return [kind, about].filter(Boolean).join(' · ');
}

function plainWords(value: NonNullable<unknown>, unit: TargetUnit, plan: Plan | null): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'sí' : 'no';
  return typeof value === 'string' ? textWords(value, plan) : objectWords(value, unit);
}

/** The unit in which an indicator and its reports are counted; a plain count for anything else. */
export function unitOf(plan: Plan, entityId: string): TargetUnit {
  const indicator = parseMeasurementId(entityId)?.indicatorId ?? entityId;
  return plan.indicators.find(({ id }) => id === indicator)?.targetUnit ?? 'count';
}

/** The words of a field of its own; null for a value that the field does not have. */
type FieldWords = (value: unknown, unit: TargetUnit) => string | null;

const FIELD_WORDS: Readonly<Record<string, FieldWords>> = {
  scheme: (value) => {
    const scheme = readScheme(value);
    return scheme ? schemeWords(scheme) : CONTESTED.uselessScheme;
  },
  calendar: (value) => {
    const calendar = readCalendar(value);
    return calendar ? calendarWords(calendar) : CONTESTED.uselessCalendar;
  },
  rollupMethod: wordIn(ROLLUP_METHOD),
  rollupBy: (value) => {
    const by = groupingFrom(value);
    return by && groupingName(by);
  },
  accumulation: wordIn(ACCUMULATION),
  phvaStage: wordIn(PHVA_STAGE),
  targetUnit: wordIn(TARGET_UNIT),
  paceTolerance: (value) => (typeof value === 'number' ? count(value, 'punto', 'puntos') : null),
  dueSoonDays: (value) => (typeof value === 'number' ? count(value, 'día', 'días') : null),
  closedFor: (value) => {
    const lock = readYearLock(value);
    return lock && nextYear.closedFor(lock.year);
  },
  from: (value) => {
    const lineage = readLineage(value);
    return lineage && nextYear.comesFrom(lineage.year);
  },
  planYear: (value) => (typeof value === 'number' ? String(value) : null),
  target: amountIn,
  planned: amountIn,
  baseline: (value, unit) => amountIn(value, unit) ?? baselineWords(value),
  statedValue: (value) => {
    const stated = readStatedValue(value);
    return stated && (formatStated(stated) || percentWords(stated.percent));
  },
};

function wordIn(words: Readonly<Record<string, string | { readonly name: string }>>): FieldWords {
  return (value) => {
    const word = typeof value === 'string' && Object.hasOwn(words, value) ? words[value] : undefined;
    return (typeof word === 'object' ? word.name : word) ?? null;
  };
}

function amountIn(value: unknown, unit: TargetUnit): string | null {
  return typeof value === 'number' ? amount(value, unit) : null;
}

function baselineWords(value: unknown): string | null {
  const baseline = readPlanBaseline(value);
  if (!baseline) return null;
  const { percent, source } = baseline;
  return source ? `${percentWords(percent)} (${source})` : percentWords(percent);
}

function percentWords(percent: Percent): string {
  return `${formatNumber(percent)}\u00a0%`;
}

function textWords(value: string, plan: Plan | null): string {
  if (isIsoDay(value)) return formatShortDay(value);
  const isPart = plan !== null && ['act', 'itm', 'ind'].includes(kindOf(value)) && kindOf(value) !== value;
  return (isPart && entityName(plan, value, () => '')) || value;
}

function objectWords(value: object, unit: TargetUnit): string {
  const { k, v, name, at } = value as { k?: unknown; v?: unknown; name?: unknown; at?: unknown };
  if (k === 'value' && typeof v === 'number') return amount(v, unit);
  if (typeof k === 'string' && k in REPORT) return REPORT[k as keyof typeof REPORT].name.toLowerCase();
  if (typeof at === 'string') return `verificada${typeof name === 'string' && name ? ` por ${name}` : ''}`;
  return typeof name === 'string' && name ? name : JSON.stringify(value);
}

/** What something of a plan is called: "3. Sensibilizar a las áreas · 2.º trimestre de 2023" for what was reported. */
export function entityTitle(plan: Plan, entityId: string, nameOf: NameOf): string {
  const said = parseMeasurementId(entityId);
  if (!said) return entityName(plan, entityId, nameOf);
  const row = titleOf(plan, said.indicatorId) || nameOf(said.indicatorId);
  return [row, periodOf(plan, said.periodId)].filter(Boolean).join(' · ');
}

function entityName(plan: Plan, entityId: string, nameOf: NameOf): string {
  const kind = kindOf(entityId);
  if (kind === 'plan') return plan.title;
  const cut = periodOfCut(entityId);
  if (cut) return periodOf(plan, cut);
  const partOfMeeting = meetingPartName({ plan, entityId, nameOf });
  if (partOfMeeting !== null) return partOfMeeting;
  // What was removed still has the name that it was given.
  if (kind === 'ind') return titleOf(plan, entityId) || nameOf(entityId);
  if (kind === 'act') return plan.activities.find(({ id }) => id === entityId)?.name || nameOf(entityId);
  const item = plan.items.find(({ id }) => id === entityId);
  return item ? [item.number, item.differentialCriterion].filter(Boolean).join('. ') : nameOf(entityId);
}

function titleOf(plan: Plan, indicatorId: string): string {
  return indicatorTitle(
    plan,
    plan.indicators.findIndex(({ id }) => id === indicatorId),
  );
}

function periodOf(plan: Plan, periodId: PeriodId): string {
  const period = plan.periods.find(({ id }) => id === periodId);
  return period ? periodName(period, plan.calendar) : daysOfPeriod(periodId);
}
