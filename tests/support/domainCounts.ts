// What the domain counts of meetings and of the elements of the policy, by the names of the documents' figures.
import { groupingText } from '../../src/domain/grouping';
import type { IsoDay } from '../../src/domain/isoDay';
import { commitmentState, madeIn } from '../../src/domain/meetings/commitments';
import { sessionsOf } from '../../src/domain/meetings/model';
import type { Commitment } from '../../src/domain/meetings/model';
import type { Plan } from '../../src/domain/model';
import { POLICY_CHARTS, policyLevels } from '../../src/domain/policyCharts';
import { elementsOf } from '../../src/domain/taxonomies';
import { commitmentWords } from '../../src/text/reportTables';

/** On what day commitments are judged, and whether people are named. */
export interface ToldOf {
  readonly today: IsoDay;
  readonly withPeople: boolean;
}

/** `commitments`, `commitments/overdue`, `commitments/who/Ana`, `commitments/who/Ana/open`. */
export function commitmentsNamed({ meetings }: Plan, { today, withPeople }: ToldOf, of: string): number {
  const sessions = sessionsOf(meetings);
  const departments = [
    ...sessions.flatMap(({ department }) => department ?? []),
    ...meetings.series.flatMap((series) => series.departments),
  ].map(({ name }) => name);
  const called = ({ who }: Commitment): string => {
    if (who === '') return commitmentWords.nobody;
    return withPeople || departments.includes(who) ? who : commitmentWords.somePerson;
  };
  return sessions.flatMap(madeIn).filter((one) => {
    const state = commitmentState(one, today);
    const names = ['commitments', `commitments/who/${called(one)}`];
    return names.some((name) => of === name || of === `${name}/${state}`);
  }).length;
}

/** How many rows carry no element of a level of the policy; undefined for what is no level of the plan. */
export function outsideOf(plan: Plan, level: string): number | undefined {
  const by = POLICY_CHARTS.flatMap((chart) => policyLevels(plan, chart)).find(
    (one) => groupingText(one.by) === level,
  )?.by;
  if (!by) return undefined;
  const above = by.under === undefined ? '' : `${by.under}/`;
  return plan.indicators.filter(({ activity }) =>
    elementsOf(activity, by.taxonomy).every((path) => !path.startsWith(above)),
  ).length;
}
