import type { PeriodId } from '../calendar';
import { roundPercent } from '../decimal';
import { cappedAt, evaluate } from '../evaluate';
import type { Indicator, PeriodValue, Plan } from '../model';
import type { Percent } from '../percent';
import { tableOf } from './evaluated';
import type { Finding } from './finding';

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
      const said = indicator.reports.get(period);
      const text = said?.report.k === 'value' ? deniedBy(said.remark) : null;
      return text === null ? [] : [{ indicator, row, text }];
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

/** The words of a remark that could deny a value. */
function deniedBy(remark: string): string | null {
  return (NAMED_PERCENT.exec(remark) ?? LACK.exec(remark))?.[0] ?? null;
}

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
    const said = plan.indicators.map(({ id, reports }) => ({ id, value: reports.get(period) }));
    if (!said.some(({ value }) => value && !isSilent(value))) continue;
    for (const { id, value } of said) {
      if (!value || !isSilent(value) || value.report.k !== 'value' || value.report.v === 0) continue;
      found.set(id, [...(found.get(id) ?? []), period]);
    }
  }
  return [...found].map(([entity, periods]) => ({ code: 'progressWithoutRemark', entity, periods }));
}

function isSilent({ remark, delayCause, evidence }: PeriodValue): boolean {
  return remark.trim() === '' && delayCause.trim() === '' && evidence.length === 0;
}
