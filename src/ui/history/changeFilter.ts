import { kindOf, parseMeasurementId } from '../../domain/entities';
import type { Plan } from '../../domain/model';
import type { LoggedChange } from '../../state/changeLog.svelte';
import { openPlan } from '../../state/openPlan.svelte';
import { labelOf } from './changeFacts';

/** What is asked of each change; what is empty asks nothing. */
export interface ChangeFilter {
  readonly field: string;
  readonly activity: string;
  readonly person: string;
  readonly session: string;
  readonly device: string;
  readonly origin: string;
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: ChangeFilter = {
  ...{ field: '', activity: '', person: '', session: '', device: '', origin: '' },
  ...{ from: '', to: '' },
};

const DAY_MS = 86_400_000;

/** The test that a change has to pass, made once for all of them. */
export function passes(filter: ChangeFilter, plan: Plan): (change: LoggedChange) => boolean {
  const { field, activity, person, session, device, origin } = filter;
  const [from, to] = [startOf(filter.from) ?? -Infinity, (startOf(filter.to) ?? Infinity) + DAY_MS];
  const activitiesOf = activitiesIn(plan);
  const is = (wanted: string, said: (change: LoggedChange) => string) => (change: LoggedChange) =>
    wanted === '' || said(change) === wanted;
  const tests = [
    ({ commit }: LoggedChange) => commit.ms >= from && commit.ms < to,
    is(person, ({ commit }) => commit.by),
    is(session, ({ commit }) => commit.session),
    is(device, ({ commit }) => commit.device),
    is(origin, ({ commit }) => commit.origin),
    is(field, (change) => labelOf(change.entity, change.field)),
    ({ entity }: LoggedChange) => activity === '' || activitiesOf(entity).includes(activity),
  ];
  return (change) => tests.every((test) => test(change));
}

/** When a day begins on Bogotá's clock; null for what is no day. */
function startOf(day: string): number | null {
  const ms = Date.parse(`${day}T00:00:00-05:00`);
  return Number.isNaN(ms) ? null : ms;
}

/** The activities that an entity is of: a report is of that of its indicator, a piece of evidence may be of several. */
function activitiesIn({ indicators }: Plan): (entity: string) => readonly string[] {
  const served = new Map<string, string[]>();
  for (const { activity, reports } of indicators)
    for (const { evidence } of reports.values())
      for (const { id } of evidence) served.set(id, [...(served.get(id) ?? []), activity.id]);
  const ofRow = new Map(indicators.map(({ id, activity }) => [id, [activity.id]]));
  return (entity) => {
    if (kindOf(entity) === 'act') return [entity];
    const row = parseMeasurementId(entity)?.indicatorId ?? entity;
    if (kindOf(row) === 'ind') return ofRow.get(row) ?? [openPlan.text(row, 'activity')];
    return served.get(entity) ?? [];
  };
}
