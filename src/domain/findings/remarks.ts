import type { PeriodId } from '../calendar';
import { roundPercent } from '../decimal';
import { cappedAt, evaluate } from '../evaluate';
import { FINISHED, LACK, NAMED_PERCENT } from '../lexicon';
import type { Indicator, Plan } from '../model';
import type { PeriodValue } from '../report';
import type { Percent } from '../percent';
import { tableOf } from './evaluated';
import type { Finding } from './finding';
import { oncePerIndicator } from './oncePerIndicator';

/** What a text may round away. */
const HALF: Percent = 0.5;

/** What a remark says that could deny a value: the percents it names, or none where it speaks of a lack. */
interface Claim {
  readonly text: string;
  readonly percents: readonly Percent[];
}

/**
 * Remarks that deny their value: of the percents of achievement that they name, neither the result so
 * far nor the period alone comes to any; or they speak of a lack where the result is 81 % or more.
 */
export function remarksThatContradict(plan: Plan): readonly Finding[] {
  return plan.periods.flatMap(({ id: period, end }) => {
    const suspects = plan.indicators.flatMap((indicator, row) => {
      const claim = claims(indicator).get(period);
      return claim === undefined ? [] : [{ indicator, row, claim }];
    });
    if (suspects.length === 0) return [];
    const evaluation = evaluate(tableOf(plan), end);
    return suspects.flatMap(({ indicator, row, claim }) => {
      const percent = cappedAt(evaluation, row);
      const results = [percent, evaluation.raw[row] ?? NaN, periodAlone(indicator, period)];
      const isTrue =
        claim.percents.length === 0 ? percent < FINISHED : results.some((one) => agrees(one, claim));
      if (Number.isNaN(percent) || isTrue) return [];
      const { text } = claim;
      return [{ code: 'remarkContradictsValue' as const, entity: indicator.id, period, percent, text }];
    });
  });
}

/** What each remark beside a value says that could deny it, by period. */
const claims = oncePerIndicator(
  ({ reports }) =>
    new Map(
      [...reports].flatMap(([period, { report, remark }]) => {
        const claim = report.k === 'value' ? claimIn(remark) : null;
        return claim === null ? [] : [[period, claim] as const];
      }),
    ),
);

function claimIn(remark: string): Claim | null {
  const named = [...remark.matchAll(NAMED_PERCENT)];
  const text = named[0]?.[0] ?? remark.match(LACK)?.[0];
  if (text === undefined) return null;
  return { text, percents: named.map(([, number = '']) => Number(number.replace(',', '.'))) };
}

function agrees(percent: Percent, { percents }: Claim): boolean {
  return percents.some((named) => Math.abs(roundPercent(percent - named)) <= HALF);
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

/** True where nothing is said beside the value: no remark, no cause, no evidence. */
export function isSilent({ remark, delayCause, evidence }: PeriodValue): boolean {
  return remark.trim() === '' && delayCause.trim() === '' && evidence.length === 0;
}
