import type { PeriodId } from '../calendar';
import { figuresAt } from '../cuts/frozenFigures';
import type { FrozenRow } from '../cuts/model';
import { accumulatedAt, evaluate } from '../evaluate';
import type { IsoDay } from '../isoDay';
import { allCommitments } from '../meetings/commitments';
import type { Commitment, WorkshopSeries } from '../meetings/model';
import type { Activity, Indicator, Plan } from '../model';
import type { Percent } from '../percent';
import { planTableOf } from '../planTable';
import { NOTHING_SAID } from '../report';
import { renameYear } from '../shiftYears';

/** The day whose results the next year starts from: that of a closed cut, or the end of the year. */
export interface ClosingDay {
  readonly day: IsoDay;
  /** Null where nothing was closed on that day. */
  readonly period: PeriodId | null;
}

/** What a year came to. */
export interface YearResult {
  readonly overall: Percent | null;
  /** What each indicator accumulated, in its target's unit; null where nothing was reported. */
  readonly accumulated: ReadonlyMap<string, number | null>;
  /** Each indicator's attainment as it came out; null where it was left out. */
  readonly attained: ReadonlyMap<string, Percent | null>;
}

/** An activity as it can go on, or not. */
export interface ActivityProposal {
  readonly activity: Activity;
  readonly indicators: readonly Indicator[];
  /** The lowest of its indicators; null where none has a result. */
  readonly result: Percent | null;
  /** All of it came to its target, so nothing of it goes on. */
  readonly isFinished: boolean;
}

export interface NextYearProposal {
  readonly year: number;
  readonly title: string;
  readonly activities: readonly ActivityProposal[];
  readonly commitments: readonly Commitment[];
  readonly series: readonly WorkshopSeries[];
}

/** The days whose results can be the next year's baseline, the one to propose first. */
export function closingDays({ cuts, calendar }: Plan): readonly ClosingDay[] {
  const closed = cuts
    .map(({ date, period }): ClosingDay => ({ day: date, period }))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  return [...closed, { day: calendar.end, period: null }];
}

/** What a plan came to on a day: as it was sealed where the period was closed, whatever was said afterwards. */
export function yearResult(plan: Plan, { day, period }: ClosingDay): YearResult {
  const cut = plan.cuts.find((one) => one.period === period);
  const then = cut ? asSealed(plan, cut.frozen.rows) : plan;
  const evaluation = evaluate(planTableOf(then), day);
  const figures = cut?.frozen ?? figuresAt(plan, day);
  const attained = new Map(figures.rows.map(({ id, raw }) => [id, raw]));
  const accumulated = plan.indicators.map(({ id }, row) => {
    const value = accumulatedAt(evaluation, row);
    return [id, Number.isNaN(value) ? null : value] as const;
  });
  return { overall: figures.overall.value, accumulated: new Map(accumulated), attained };
}

/** What would go on into the next year: what is unfinished, what was promised and is open, and every series. */
export function proposeNextYear(plan: Plan, result: YearResult, today: IsoDay): NextYearProposal {
  const year = plan.planYear + 1;
  const indicatorsOf = new Map<string, Indicator[]>();
  for (const indicator of plan.indicators) {
    const { id } = indicator.activity;
    indicatorsOf.set(id, [...(indicatorsOf.get(id) ?? []), indicator]);
  }
  const renamed = renameYear(plan.title, plan.planYear, year);
  return {
    year,
    title: renamed === plan.title ? `${plan.title} ${year}` : renamed,
    activities: plan.activities.map((activity) =>
      activityProposal(activity, indicatorsOf.get(activity.id) ?? [], result),
    ),
    commitments: allCommitments(plan.meetings, today).filter(({ outcome }) => outcome === null),
    series: plan.meetings.series,
  };
}

function activityProposal(
  activity: Activity,
  indicators: readonly Indicator[],
  { attained }: YearResult,
): ActivityProposal {
  const results = indicators.map(({ id }) => attained.get(id) ?? null);
  const known = results.filter((one) => one !== null);
  return {
    activity,
    indicators,
    result: known.length > 0 ? Math.min(...known) : null,
    isFinished: results.length > 0 && results.every((one) => one !== null && one >= 100),
  };
}

function asSealed(plan: Plan, rows: readonly FrozenRow[]): Plan {
  const sealed = new Map(rows.map((row) => [row.id, row.reports]));
  const indicators = plan.indicators.map((indicator): Indicator => {
    const reports = (sealed.get(indicator.id) ?? []).map(
      ({ period, report }) => [period, { ...NOTHING_SAID, report }] as const,
    );
    return { ...indicator, reports: new Map(reports) };
  });
  return { ...plan, indicators };
}
