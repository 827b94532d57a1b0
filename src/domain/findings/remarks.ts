import type { PeriodId } from '../calendar';
import { roundPercent } from '../decimal';
import { cappedAt, evaluate } from '../evaluate';
import type { Indicator, PeriodValue, Plan } from '../model';
import type { Percent } from '../percent';
import { tableOf } from './evaluated';
import type { Finding } from './finding';
import { oncePerIndicator } from './oncePerIndicator';

const NAMED_PERCENT = /(\d+(?:[.,]\d+)?)\s*%\s*(?:de\s+)?(?:cumplimiento|avance|ejecución)/iu;
const LACK = /\bfalta de (?:cumplimiento|avance|ejecución)/iu;
/** From here on a row is finished in the words of domain.md A3. */
const FINISHED: Percent = 81;
/** What a text may round away. */
const HALF: Percent = 0.5;

/**
 * Remarks that deny their value: they name a percent of achievement that neither the result so far
 * nor the period alone comes to, or they speak of a lack where the result is 81 % or more.
 */
export function remarksThatContradict(plan: Plan): readonly Finding[] {
  return plan.periods.flatMap(({ id: period, end }) => {
    const suspects = plan.indicators.flatMap((indicator, row) => {
      const text = denials(indicator).get(period);
      return text === undefined ? [] : [{ indicator, row, text }];
    });
    if (suspects.length === 0) return [];
    const evaluation = evaluate(tableOf(plan), end);
    return suspects.flatMap(({ indicator, row, text }) => {
      const percent = cappedAt(evaluation, row);
      const isTrue = [percent, periodAlone(indicator, period)].some((one) => agrees(one, text));
      if (Number.isNaN(percent) || isTrue) return [];
      return [{ code: 'remarkContradictsValue' as const, entity: indicator.id, period, percent, text }];
    });
  });
}

/** The words of each remark that could deny the value beside it, by period. */
const denials = oncePerIndicator(
  ({ reports }) =>
    new Map(
      [...reports].flatMap(([period, { report, remark }]) => {
        const text = report.k === 'value' && (NAMED_PERCENT.exec(remark) ?? LACK.exec(remark))?.[0];
        return text ? [[period, text] as const] : [];
      }),
    ),
);

function agrees(percent: Percent, text: string): boolean {
  const named = NAMED_PERCENT.exec(text)?.[1];
  if (named === undefined) return percent < FINISHED;
  return Math.abs(roundPercent(percent - Number(named.replace(',', '.')))) <= HALF;
}

/** What the period alone comes to, as some remarks tell it; NaN where that says nothing. */
function periodAlone({ accumulation, target, reports }: Indicator, period: PeriodId): Percent {
  const report = reports.get(period)?.report;
  const isPart = accumulation === 'sum' && report?.k === 'value' && target !== null && target !== 0;
  return isPart ? roundPercent((100 * report.v) / target) : NaN;
}

/**
 * Progress that nothing is said of, without a remark or evidence, in a period in which the plan's other
 * rows do say something: where nobody does, the plan has no such column.
 */
export function progressWithoutRemark(plan: Plan): readonly Finding[] {
  const found = new Map<string, PeriodId[]>();
  for (const { id: period } of plan.periods) {
    if (!plan.indicators.some((one) => spoken(one).includes(period))) continue;
    for (const indicator of plan.indicators) {
      if (!unspoken(indicator).includes(period)) continue;
      found.set(indicator.id, [...(found.get(indicator.id) ?? []), period]);
    }
  }
  return [...found].map(([entity, periods]) => ({ code: 'progressWithoutRemark', entity, periods }));
}

/** The periods of which an indicator says something beside its value. */
const spoken = oncePerIndicator(({ reports }) =>
  [...reports].flatMap(([period, value]) => (isSilent(value) ? [] : [period])),
);

/** The periods with progress of which it says nothing. */
const unspoken = oncePerIndicator(({ reports }) =>
  [...reports].flatMap(([period, value]) =>
    isSilent(value) && value.report.k === 'value' && value.report.v !== 0 ? [period] : [],
  ),
);

function isSilent({ remark, delayCause, evidence }: PeriodValue): boolean {
  return remark.trim() === '' && delayCause.trim() === '' && evidence.length === 0;
}
