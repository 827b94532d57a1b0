import type { PeriodId } from './calendar';

/** How concurrent writes to a field meet (merge.md 1). */
export type FieldClass = 'human' | 'attested' | 'auto' | 'set' | 'appendOnly';

/** The entity that holds what belongs to the plan itself. */
export const PLAN_ENTITY = 'plan';

/** On this field stands that an entity was deleted; false brings it back. The log knows it by the same name. */
export const DELETED = '_deleted';

const SET_FIELD = /^(?:resp|tag|serves|covers|reopened)\//;
const MEASUREMENT = /^meas:(.+):(\d{8}-\d{8})$/;

/** The hours of a session: two tablets that open or close it a minute apart need no decision. */
const HOURS: readonly string[] = ['start', 'end'];

/** Kinds of which the app alone writes, of a file that was read: its shape, and what was doubted in it. */
const OF_A_FILE: readonly string[] = ['layout', 'note'];
/** Fields that nobody writes: a place in a list, what a row is known by in its file. */
const KEPT_BY_THE_APP: readonly string[] = ['pos', 'sourceKey', 'sourceRow'];

/** True for what says nothing to people, who are neither told of it nor asked about it. */
export function isKeptByTheApp(entityId: string, field: string): boolean {
  return KEPT_BY_THE_APP.includes(field) || OF_A_FILE.includes(kindOf(entityId));
}

/**
 * The class of a field: what the app keeps by itself and the hours of a session are `auto`, one boolean per element is
 * `set`, what a person attests by name is `attested`, the rest `human`.
 */
export function fieldClassOf(entityId: string, field: string): FieldClass {
  if (isKeptByTheApp(entityId, field)) return 'auto';
  if (HOURS.includes(field) && kindOf(entityId) === 'mtg') return 'auto';
  if (SET_FIELD.test(field)) return 'set';
  return field === 'verification' ? 'attested' : 'human';
}

/** The id that every tablet gives to the report of an indicator (`ind:…`) in a period (merge.md 1). */
export function measurementId(indicatorId: string, periodId: PeriodId): string {
  return `meas:${withoutKind(indicatorId, 'ind')}:${periodId}`;
}

/** The indicator and the period of a measurement's id; null for any other id. */
export function parseMeasurementId(
  id: string,
): { readonly indicatorId: string; readonly periodId: PeriodId } | null {
  const [, indicator, period] = MEASUREMENT.exec(id) ?? [];
  if (!indicator || !period) return null;
  return { indicatorId: `ind:${indicator}`, periodId: period as PeriodId };
}

/** The kind of an entity, which is what its id begins with: `act` for `act:7f3kd`, `plan` for `plan`. */
export function kindOf(entityId: string): string {
  const colon = entityId.indexOf(':');
  return colon < 0 ? entityId : entityId.slice(0, colon);
}

/** The id with its kind before it, once. */
export function withKind(id: string, kind: string): string {
  return id.startsWith(`${kind}:`) ? id : `${kind}:${id}`;
}

function withoutKind(id: string, kind: string): string {
  return id.startsWith(`${kind}:`) ? id.slice(kind.length + 1) : id;
}
