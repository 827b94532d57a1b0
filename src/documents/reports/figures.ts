import type { Band, ProgressClass } from '../../domain/bands';
import type { ManagementByResponsible, ManagementState } from '../../domain/byResponsible';
import { boardFacts } from '../../domain/board';
import type { PeriodId, ReportingPeriod } from '../../domain/calendar';
import type { Pace, ScheduleState } from '../../domain/codes';
import { roundPercent } from '../../domain/decimal';
import type { Figure, Quote } from '../../domain/document';
import type { IndicatorFigure } from '../../domain/figure';
import { groupingText } from '../../domain/grouping';
import type { Group } from '../../domain/groups';
import type { IsoDay } from '../../domain/isoDay';
import type { Grouping, Plan, PlanBaseline } from '../../domain/model';
import { reportIn } from '../../domain/model';
import type { Money } from '../../domain/money';
import type { Percent, Points } from '../../domain/percent';
import { aggregate, methodInGroup } from '../../domain/rollup';
import type { Aggregate, Contribution, MethodMean } from '../../domain/rollup';
import { amount } from '../../text/explanation';
import {
  formatDay,
  formatGap,
  formatInstant,
  formatNumber,
  formatPercent,
  formatPesos,
  formatPoints,
  formatShortDay,
  periodName,
  shortPeriodName,
} from '../../text/format';
import { reportWords } from '../../text/reports';
import type { ReportContext } from './context';

// Every number of a report is made here, with the name of what it is. A report says a number in no other way.

/** Words of the plan, of a file or of a person, with whatever numbers are in them. */
export function quote(text: string): Quote {
  return { k: 'quote', text };
}

/** A day, in full. */
export function dayFigure(day: IsoDay): Figure {
  return { k: 'figure', of: `day/${day}`, value: null, text: formatDay(day), unit: 'day' };
}

/** How many of something; what is counted is in the name. */
export function countFigure(of: string, value: number): Figure {
  return { k: 'figure', of: `count/${of}`, value, text: formatNumber(value) };
}

export const countOf = {
  rows: ({ facts }: ReportContext) => countFigure('rows', facts.size),
  class: ({ facts }: ReportContext, one: ProgressClass) => countFigure(`class/${one}`, facts.classes[one]),
  state: ({ facts }: ReportContext, one: ScheduleState) => countFigure(`state/${one}`, facts.states[one]),
  pace: ({ facts }: ReportContext, one: Pace) => countFigure(`pace/${one}`, facts.paces[one]),
  missing: ({ facts }: ReportContext) => countFigure('missing', facts.missing.length),
  excluded: ({ facts }: ReportContext) => countFigure('excluded', facts.overall.exclusions.length),
};

/** The figures of the whole plan, by its own method. */
export const planFigure = {
  attainment: ({ facts }: ReportContext) => percent('plan/attainment', facts.overall.value),
  expected: ({ facts }: ReportContext) => percent('plan/expected', facts.overall.expected.value),
  verified: ({ facts }: ReportContext) => percent('plan/verified', facts.overall.alternatives.verified.value),
  lag: ({ facts }: ReportContext) => points('plan/lag', facts.overall.lag.value),
  /** The size of the lag, for a sentence that says its direction. */
  gap: ({ facts }: ReportContext) => gap('plan/gap', facts.overall.lag.value),
  n: ({ facts }: ReportContext) => countFigure('plan/n', facts.overall.n),
};

/** The figures of one indicator. */
export const rowFigure = {
  attainment: (row: IndicatorFigure) => percent(`${nameOf(row)}/attainment`, row.raw),
  expected: (row: IndicatorFigure) => percent(`${nameOf(row)}/expected`, row.expected),
  verified: (row: IndicatorFigure) => percent(`${nameOf(row)}/verified`, row.verified),
  lag: (row: IndicatorFigure) => points(`${nameOf(row)}/lag`, row.lag),
  gap: (row: IndicatorFigure) => gap(`${nameOf(row)}/gap`, row.lag),
  target: (row: IndicatorFigure) => quantity(`${nameOf(row)}/target`, row, row.indicator.target),
  baseline: (row: IndicatorFigure) => quantity(`${nameOf(row)}/baseline`, row, row.indicator.baseline),
  accumulated: (row: IndicatorFigure) => quantity(`${nameOf(row)}/accumulated`, row, row.accumulated),
  /** What was reported in a period; a dash where no value was. */
  reported: (row: IndicatorFigure, period: PeriodId): Figure => {
    const report = reportIn(row.indicator, period);
    return quantity(`${nameOf(row)}/value/${period}`, row, report.k === 'value' ? report.v : null);
  },
  planned: (row: IndicatorFigure, period: PeriodId): Figure =>
    quantity(`${nameOf(row)}/planned/${period}`, row, row.indicator.reports.get(period)?.planned ?? null),
  weight: (row: IndicatorFigure) => number(`${nameOf(row)}/weight`, row.indicator.weight),
  budget: (row: IndicatorFigure) => pesos(`${nameOf(row)}/budget`, row.indicator.activity.budget),
  executed: (row: IndicatorFigure) => pesos(`${nameOf(row)}/executed`, row.indicator.activity.executed),
};

/** A group of a roll-up with its aggregate: each has its own denominator. */
export interface GroupFigures {
  readonly group: Group;
  readonly aggregate: Aggregate;
  readonly attainment: Figure;
  readonly expected: Figure;
  readonly verified: Figure;
  readonly lag: Figure;
  readonly n: Figure;
}

/** The figures of a group, as the plan rolls up its members. */
export function groupFigures({ plan, evaluation }: ReportContext, by: Grouping, group: Group): GroupFigures {
  const rolled = aggregate({ plan, evaluation, method: methodInGroup(plan), rows: group.rows });
  const name = `group/${groupingText(by)}/${group.id}`;
  return {
    group,
    aggregate: rolled,
    attainment: percent(`${name}/attainment`, rolled.value),
    expected: percent(`${name}/expected`, rolled.expected.value),
    verified: percent(`${name}/verified`, rolled.alternatives.verified.value),
    lag: points(`${name}/lag`, rolled.lag.value),
    n: countFigure(`${name}/n`, rolled.n),
  };
}

/** A percent with its name; "no aplica" where there is none, and never 0 %. */
export function percent(of: string, value: Percent | null): Figure {
  return {
    k: 'figure',
    of,
    value,
    text: value === null ? reportWords.notApplicable : formatPercent(value),
    unit: 'percent',
  };
}

/** A difference with its sign. */
export function points(of: string, value: Points | null): Figure {
  return {
    k: 'figure',
    of,
    value,
    text: value === null ? reportWords.none : formatPoints(value),
    unit: 'points',
  };
}

/** An amount of money. */
function pesos(of: string, value: number | null): Figure {
  return {
    k: 'figure',
    of,
    value,
    text: value === null ? reportWords.none : formatPesos(value),
    unit: 'pesos',
  };
}

function gap(of: string, value: Points | null): Figure {
  return {
    k: 'figure',
    of,
    value,
    text: value === null ? reportWords.none : formatGap(value),
    unit: 'points',
  };
}

function number(of: string, value: number | null): Figure {
  return { k: 'figure', of, value, text: value === null ? reportWords.none : formatNumber(value) };
}

/** In the unit of the indicator's target. */
function quantity(of: string, { indicator }: IndicatorFigure, value: number | null): Figure {
  const text = value === null ? reportWords.none : amount(value, indicator.targetUnit);
  return { k: 'figure', of, value, text, ...(indicator.targetUnit === 'percent' && { unit: 'fraction' }) };
}

function nameOf({ indicator }: IndicatorFigure): string {
  return `row/${indicator.id}`;
}

/** A year, as people write it. */
export function yearFigure(year: number): Figure {
  return { k: 'figure', of: `year/${year}`, value: year, text: `${year}` };
}

/** A band of the plan's scheme: where it begins and ends, and how many indicators are in it. */
export const bandFigure = {
  from: ({ id, from }: Band) => wholePercent(`band/${id}/from`, from),
  to: ({ id, to }: Band) => wholePercent(`band/${id}/to`, to),
  n: ({ id }: Band, n: number) => countFigure(`band/${id}`, n),
};

/** The money that stands beside a progress, by the name of what it is of. */
export function moneyFigures(name: string, money: Money) {
  return {
    budget: pesos(`${name}/budget`, money.budget),
    executed: pesos(`${name}/executed`, money.executed),
    percent: percent(`${name}/financial`, money.percent),
    n: countFigure(`${name}/financial/n`, money.n),
    incomplete: countFigure(`${name}/financial/incomplete`, money.incomplete.length),
  };
}

/** Where an aggregate comes from, by the name of what it is of: `plan`, or that of a group. */
export function aggregateFigures(name: string, rolled: Aggregate) {
  const { expected, exclusions, alternatives } = rolled;
  const { verified, withoutNotStarted } = alternatives;
  return {
    value: percent(`${name}/attainment`, rolled.value),
    n: countFigure(`${name}/n`, rolled.n),
    sum: number(`${name}/sum`, roundedSum(rolled.sum)),
    divisor: number(`${name}/divisor`, rolled.divisor),
    expected: percent(`${name}/expected`, expected.value),
    verified: percent(`${name}/verified`, verified.value),
    excluded: countFigure(`${name}/excluded`, exclusions.length),
    withoutNotStarted: percent(`${name}/withoutNotStarted`, withoutNotStarted.value),
    notStarted: countFigure(`${name}/notStarted`, withoutNotStarted.leftOut),
  };
}

/** A term of a mean: its result, what it weighs and the points that it gives. */
export function contributionFigures(name: string, one: Contribution) {
  const term = `${name}/contribution/${one.of === 'indicator' ? one.indicator.id : one.group.id}`;
  return {
    value: percent(`${term}/value`, one.value),
    weight: number(`${term}/weight`, one.weight),
    points: gap(`${term}/points`, one.points),
  };
}

/** What another method would give. */
export function methodFigures(name: string, { method, by, value, n }: MethodMean) {
  const way = `${name}/method/${method}/${groupingText(by)}`;
  return { value: percent(way, value), n: countFigure(`${way}/n`, n) };
}

/** The name that the figures of a group go by. */
export function groupFigureName(by: Grouping, { id }: Group): string {
  return `group/${groupingText(by)}/${id}`;
}

function wholePercent(of: string, value: Percent): Figure {
  return { k: 'figure', of, value, text: `${formatNumber(value)}\u00a0%`, unit: 'givenPercent' };
}

/** A sum of percents is read to the cent. */
function roundedSum(sum: Points): Points {
  return Math.round(sum * 100) / 100;
}

/** A day in the room of a cell. */
export function shortDayFigure(day: IsoDay): Figure {
  return { k: 'figure', of: `day/${day}`, value: null, text: formatShortDay(day), unit: 'day' };
}

/** An instant of the log on Bogotá's clock. */
export function instantFigure(at: string): Figure {
  return { k: 'figure', of: `instant/${at}`, value: null, text: formatInstant(at) };
}

/** A period by its name, and by the shortest that it has. */
export const periodFigure = {
  name: ({ calendar }: Pick<Plan, 'calendar'>, period: ReportingPeriod): Figure =>
    ofPeriod(period, periodName(period, calendar)),
  short: ({ calendar }: Pick<Plan, 'calendar'>, period: ReportingPeriod): Figure =>
    ofPeriod(period, shortPeriodName(period, calendar)),
};

/** A rule of the plan in words that bear numbers: the limits of its classes, how it is rolled up. */
export function ruleFigure(of: string, text: string): Figure {
  return { k: 'figure', of: `rule/${of}`, value: null, text };
}

/** The same figure at another cut than that of the report. */
export function atCut(cut: IsoDay, figure: Figure): Figure {
  return { ...figure, of: `at/${cut}/${figure.of}` };
}

/** How far a group has come between two cuts; a dash where either has no figure. */
export function moveFigure(
  by: Grouping,
  now: GroupFigures,
  { cut, before }: { readonly cut: IsoDay; readonly before: GroupFigures },
): Figure {
  const [last, first] = [now.aggregate.value, before.aggregate.value];
  const moved = last === null || first === null ? null : roundPercent(last - first);
  return points(`group/${groupingText(by)}/${now.group.id}/move/${cut}`, moved);
}

/** The baseline of the whole plan with all the decimals that its source gives: nobody computed it. */
export function planBaselineFigure({ percent: value }: PlanBaseline): Figure {
  return {
    k: 'figure',
    of: 'plan/baseline',
    value,
    text: `${formatNumber(value)}\u00a0%`,
    unit: 'givenPercent',
  };
}

function ofPeriod({ id }: ReportingPeriod, text: string): Figure {
  return { k: 'figure', of: `period/${id}`, value: null, text };
}

/** Of a group, in the period of the cut: how many reported a value, of how many that have one or owe one. */
export function groupReported(
  { plan, evaluation }: ReportContext,
  by: Grouping,
  { id, rows }: Group,
): { readonly reported: Figure; readonly due: Figure } {
  const { reported, due } = boardFacts(plan, evaluation, rows);
  const name = `group/${groupingText(by)}/${id}`;
  return { reported: countFigure(`${name}/reported`, reported), due: countFigure(`${name}/due`, due) };
}

/** What is pending, in execution and finished, by the name of what it is of; `all` is the three together. */
export function managementFigures(
  name: string,
  { counts, n }: Pick<ManagementByResponsible, 'counts' | 'n'>,
): Readonly<Record<ManagementState | 'all', Figure>> {
  return {
    pending: countFigure(`${name}/pending`, counts.pending),
    inExecution: countFigure(`${name}/inExecution`, counts.inExecution),
    finished: countFigure(`${name}/finished`, counts.finished),
    all: countFigure(`${name}/managed`, n),
  };
}
