import { waitingFor } from '../blockers';
import type { PeriodId, ReportingPeriod } from '../calendar';
import { evaluate } from '../evaluate';
import type { Evaluation } from '../evaluate';
import { isDue } from '../figure';
import type { Indicator, Plan } from '../model';
import { reportIn } from '../model';
import { NOTHING_SAID } from '../report';
import { tableOf } from './evaluated';
import type { Finding } from './finding';
import { oncePerIndicator } from './oncePerIndicator';
import { isSilent } from './remarks';

/**
 * The periods, after the last one with a result that is not zero, in which every indicator holds a zero and
 * nothing is said of any: this is how a matrix shows a period that nobody has reported yet. An
 * indicator without a value in any period shows nothing of the others.
 */
function periodsOfZeros(plan: Plan): readonly PeriodId[] {
  const periods = known.get(plan) ?? lookForZeros(plan);
  known.set(plan, periods);
  return periods;
}

// Two checks ask for it. A plan is replaced and never changed.
const known = new WeakMap<Plan, readonly PeriodId[]>();

function lookForZeros(plan: Plan): readonly PeriodId[] {
  const reporting = plan.indicators.filter((one) => plan.periods.some(({ id }) => holdsValue(one, id)));
  const last = plan.periods.findLastIndex(({ id }) => reporting.some((one) => isNonZero(one, id)));
  return plan.periods.slice(last + 1).flatMap(({ id }) => (isAllZero(reporting, id) ? [id] : []));
}

/** One finding of the plan, for all of those periods. */
export function zerosThatLookUnreported(plan: Plan): readonly Finding[] {
  const periods = periodsOfZeros(plan);
  return periods.length > 0 ? [{ code: 'zeroLooksUnreported', entity: plan.id, periods }] : [];
}

/**
 * Reported zeros, in periods that were due, that no remark, no cause and nothing that the work waits for
 * explains (domain.md A6.9). A zero needs none once the target was reached, nor where it looks like no report at
 * all; and the remark of a whole row is of each of its periods, though it is kept with the one it was read at.
 */
export function zerosWithoutCause(plan: Plan): readonly Finding[] {
  const unreported = new Set(periodsOfZeros(plan));
  const found = new Map<string, PeriodId[]>();
  for (const [column, period] of plan.periods.entries()) {
    if (unreported.has(period.id)) continue;
    const bare = rowsOfBareZeros(plan, period);
    if (bare.length === 0) continue;
    const evaluation = evaluate(tableOf(plan), period.end);
    for (const row of bare.filter((one) => needsCause(evaluation, one, column))) {
      const id = plan.indicators[row]?.id ?? '';
      found.set(id, [...(found.get(id) ?? []), period.id]);
    }
  }
  return [...found].map(([entity, periods]) => ({ code: 'zeroWithoutCause', entity, periods }));
}

function holdsValue(indicator: Indicator, period: PeriodId): boolean {
  return reportIn(indicator, period).k === 'value';
}

function needsCause(evaluation: Evaluation, row: number, column: number): boolean {
  const isReached = (evaluation.raw[row] ?? NaN) >= 100;
  return !isReached && isDue(evaluation, row, column);
}

function isNonZero(indicator: Indicator, period: PeriodId): boolean {
  const report = reportIn(indicator, period);
  return report.k === 'value' && report.v !== 0;
}

function isAllZero(indicators: readonly Indicator[], period: PeriodId): boolean {
  if (!indicators.every(({ reports }) => isSilent(reports.get(period) ?? NOTHING_SAID))) return false;
  const reports = indicators.map((indicator) => reportIn(indicator, period));
  const scheduled = reports.filter(({ k }) => k !== 'notScheduled' && k !== 'notApplicable');
  return scheduled.length > 0 && scheduled.every((report) => report.k === 'value' && report.v === 0);
}

function rowsOfBareZeros(plan: Plan, { id, start }: ReportingPeriod): readonly number[] {
  return plan.indicators.flatMap((indicator, row) => {
    const { remarkedAt } = indicator;
    const isBare = bareZeros(indicator).includes(id) && (remarkedAt === null || start > remarkedAt);
    return isBare && waitingFor(plan, indicator) === null ? [row] : [];
  });
}

/** The periods in which an indicator reports a zero and says nothing of it. */
const bareZeros = oncePerIndicator(({ reports }) =>
  [...reports].flatMap(([period, { report, remark, delayCause }]) =>
    report.k === 'value' && report.v === 0 && remark.trim() === '' && delayCause.trim() === ''
      ? [period]
      : [],
  ),
);
