import { kindOf, parseMeasurementId } from '../domain/entities';
import { keysOf, textOf } from '../domain/fields';
import { isIsoDay } from '../domain/isoDay';
import type { Plan, TargetUnit } from '../domain/model';
import { amount, indicatorTitle } from './explanation';
import { fieldWords } from './fieldNames';
import { findingTitle } from './findings';
import { formatNumber, formatShortDay, periodName } from './format';
import { PHVA_STAGE, REPORT } from './words';

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
} as const;

/**
 * What a conflict is about: "3. Sensibilizar a las áreas · 2.º trimestre de 2023". Of a review it is what its
 * values say that it is of: "Cero sin explicación · 3. Sensibilizar a las áreas".
 */
export function conflictTitle(
  plan: Plan,
  entityId: string,
  field: string,
  nameOf: (entity: string) => string,
  values: readonly unknown[] = [],
): string {
  if (kindOf(entityId) === 'fnd') return reviewTitle(plan, values, nameOf);
  const measurement = parseMeasurementId(entityId);
  const about = measurement
    ? [titleOf(plan, measurement.indicatorId), periodOf(plan, measurement.periodId)]
    : [entityName(plan, entityId, nameOf)];
  // A report is what one expects of a period; any other field says its name.
  const said = measurement && field === 'report' ? [] : [fieldWords(field)];
  return [...about, ...said].filter(Boolean).join(' · ');
}

/** A value of any field in words, as short as it can be: "6", "no aplica", "31 mar 2023". */
export function fieldValueWords(field: string, value: unknown, unit: TargetUnit = 'count'): string {
  if (field === 'review') return reviewWords(value);
  if (value === null || value === undefined || value === '') return CONTESTED.nothing;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'sí' : 'no';
  if (typeof value === 'string') return textWords(field, value);
  return objectWords(value, unit);
}

/** Opened again, or settled with its reason. */
function reviewWords(value: unknown): string {
  return value === null ? CONTESTED.openAgain : CONTESTED.reviewed(textOf(keysOf(value)['reason']));
}

function reviewTitle(plan: Plan, values: readonly unknown[], nameOf: (entity: string) => string): string {
  const [said = {}] = values.map(keysOf).filter(({ code }) => typeof code === 'string');
  const [code, entity] = [textOf(said['code']), textOf(said['entity'])];
  const kind = code === 'readingNote' ? CONTESTED.aDoubt : findingTitle(code) || CONTESTED.aFinding;
  const about = entity === plan.id ? plan.title : entityName(plan, entity, nameOf);
  return [kind, about].filter(Boolean).join(' · ');
}

/** The unit in which a report is counted; a plain count for anything else. */
export function unitOf(plan: Plan, entityId: string): TargetUnit {
  const indicator = parseMeasurementId(entityId)?.indicatorId;
  return plan.indicators.find(({ id }) => id === indicator)?.targetUnit ?? 'count';
}

function textWords(field: string, value: string): string {
  if (isIsoDay(value)) return formatShortDay(value);
  if (field === 'phvaStage') return PHVA_STAGE[value as keyof typeof PHVA_STAGE] ?? value;
  return value;
}

function objectWords(value: object, unit: TargetUnit): string {
  const { k, v, name, at } = value as { k?: unknown; v?: unknown; name?: unknown; at?: unknown };
  if (k === 'value' && typeof v === 'number') return amount(v, unit);
  if (typeof k === 'string' && k in REPORT) return REPORT[k as keyof typeof REPORT].name.toLowerCase();
  if (typeof at === 'string') return `verificada${typeof name === 'string' && name ? ` por ${name}` : ''}`;
  return typeof name === 'string' && name ? name : JSON.stringify(value);
}

function entityName(plan: Plan, entityId: string, nameOf: (entity: string) => string): string {
  const kind = kindOf(entityId);
  if (kind === 'plan') return plan.title;
  if (kind === 'ind') return titleOf(plan, entityId);
  if (kind === 'act') return plan.activities.find(({ id }) => id === entityId)?.name ?? '';
  const item = plan.items.find(({ id }) => id === entityId);
  return item ? [item.number, item.differentialCriterion].filter(Boolean).join('. ') : nameOf(entityId);
}

function titleOf(plan: Plan, indicatorId: string): string {
  return indicatorTitle(
    plan,
    plan.indicators.findIndex(({ id }) => id === indicatorId),
  );
}

function periodOf(plan: Plan, periodId: string): string {
  const period = plan.periods.find(({ id }) => id === periodId);
  return period ? periodName(period, plan.calendar) : '';
}
