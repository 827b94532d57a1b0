import { comparable } from '../../domain/comparable';
import { kindOf, parseMeasurementId } from '../../domain/entities';
import type { IsoDay } from '../../domain/isoDay';
import type { Plan } from '../../domain/model';
import { openPlan } from '../../state/openPlan.svelte';
import { keyOf } from './bulk';
import { optionsOf, titleOf } from './candidates';
import type { Conflict, Option, Sessions } from './candidates';

/** A conflict as it is listed, found and narrowed. */
export interface ConflictRow {
  readonly key: string;
  readonly conflict: Conflict;
  readonly title: string;
  readonly options: readonly Option[];
  readonly sessions: readonly string[];
  readonly people: readonly string[];
  /** Null for what is of no activity. */
  readonly activityId: string | null;
  /** All that is searched in it. */
  readonly text: string;
}

export interface RowFilter {
  readonly search: string;
  readonly session: string;
  readonly person: string;
  readonly activity: string;
}

export const NO_FILTER: RowFilter = { search: '', session: '', person: '', activity: '' };

/** The rows of the open plan's conflicts: the value of a period before what was said about it. */
export function rowsOf(
  plan: Plan,
  conflicts: readonly Conflict[],
  today: IsoDay,
  sessions: Sessions,
): readonly ConflictRow[] {
  const place = new Map<string, number>();
  for (const { entityId } of conflicts) if (!place.has(entityId)) place.set(entityId, place.size);
  const rank = ({ entityId, field }: Conflict) =>
    2 * (place.get(entityId) ?? 0) + (field === 'report' ? 0 : 1);
  const activities = new Map(plan.indicators.map(({ id, activity }) => [id, activity.id]));
  return [...conflicts]
    .sort((a, b) => rank(a) - rank(b))
    .map((conflict) => {
      const options = optionsOf(conflict, today, sessions);
      const heads = options.flatMap((option) => option.heads);
      const title = titleOf(plan, conflict);
      const said = options.flatMap(({ candidate }) => [
        candidate.value,
        candidate.who,
        candidate.where ?? '',
      ]);
      return {
        key: keyOf(conflict),
        conflict,
        title,
        options,
        sessions: [...new Set(heads.flatMap(({ id }) => sessions.get(id) ?? []))],
        people: [...new Set(heads.map(({ by }) => by))],
        activityId: activityOf(conflict.entityId, activities),
        text: comparable([title, ...said].join(' ')),
      };
    });
}

/** The rows that pass every part of a filter; an empty part asks for nothing. */
export function narrowed(rows: readonly ConflictRow[], filter: RowFilter): readonly ConflictRow[] {
  const words = comparable(filter.search).split(' ').filter(Boolean);
  return rows.filter(
    ({ sessions, people, activityId, text }) =>
      (filter.session === '' || sessions.includes(filter.session)) &&
      (filter.person === '' || people.includes(filter.person)) &&
      (filter.activity === '' || activityId === filter.activity) &&
      words.every((word) => text.includes(word)),
  );
}

function activityOf(entity: string, activities: ReadonlyMap<string, string>): string | null {
  if (kindOf(entity) === 'act') return entity;
  const indicator = parseMeasurementId(entity)?.indicatorId ?? entity;
  if (activities.has(indicator)) return activities.get(indicator) ?? null;
  const parent = openPlan.value(entity, 'activity');
  return typeof parent === 'string' ? parent : null;
}
