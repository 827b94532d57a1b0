import type { Evaluation } from './evaluate';
import type { IndicatorFigure } from './figure';
import type { Evidence } from './report';

/** What is said of an indicator at a cut beside its numbers, or what is missing where nothing is. */
export type RowAccount =
  | {
      readonly k: 'said';
      readonly remark: string;
      readonly delayCause: string;
      readonly evidence: readonly Evidence[];
    }
  /** A reported zero needs a cause (domain.md A6.9), and progress needs words or evidence. */
  | { readonly k: 'notApplicable' | 'zeroWithoutCause' | 'unexplained' | 'notReported' };

/** The words of the last period that has some, of those that count at the cut. */
export function rowAccount(
  { table, counted }: Evaluation,
  { indicator, accumulated, raw, exclusion }: IndicatorFigure,
): RowAccount {
  if (exclusion === 'notApplicable') return { k: 'notApplicable' };
  const said = table.plan.periods
    .slice(0, counted)
    .flatMap(({ id }) => indicator.reports.get(id) ?? [])
    .findLast((one) => one.remark.trim() !== '' || one.delayCause.trim() !== '' || one.evidence.length > 0);
  if (said) {
    const { remark, delayCause, evidence } = said;
    return { k: 'said', remark, delayCause, evidence };
  }
  if (accumulated === null) return { k: 'notReported' };
  return { k: raw === 0 || accumulated === 0 ? 'zeroWithoutCause' : 'unexplained' };
}
