import { toTenths } from './decimal';
import type { IndicatorFigure } from './figure';
import type { Percent } from './percent';

interface Valued {
  readonly value: Percent | null;
}

/** The best and the worst of some results; those that tie are all in, and those without a result are in neither. */
export interface Extremes<T> {
  readonly best: readonly T[];
  readonly worst: readonly T[];
  /** True where best and worst are the same. */
  readonly areAlike: boolean;
  readonly n: number;
}

/** Who is best and who is worst, as results are printed (domain.md A1); null where nobody has a result. */
export function extremesOf<T extends Valued>(given: readonly T[]): Extremes<T> | null {
  const valued = given.filter(({ value }) => value !== null);
  if (valued.length === 0) return null;
  const printed = ({ value }: T) => toTenths(value ?? 0);
  const values = valued.map(printed);
  const [most, least] = [Math.max(...values), Math.min(...values)];
  return {
    best: valued.filter((one) => printed(one) === most),
    worst: valued.filter((one) => printed(one) === least),
    areAlike: most === least,
    n: valued.length,
  };
}

/** Those that keep a mean farthest from 100: what each lacks, times its weight where the mean has weights. */
export function heaviestInGap(
  rows: readonly IndicatorFigure[],
  isWeighted: boolean,
): readonly IndicatorFigure[] {
  const lacks = ({ capped, indicator }: IndicatorFigure) =>
    capped === null ? 0 : (100 - capped) * (isWeighted ? (indicator.weight ?? 0) : 1);
  const most = Math.max(0, ...rows.map(lacks));
  return most === 0 ? [] : rows.filter((row) => lacks(row) === most);
}

/** Sorted from the least advanced; those without a result are left out. */
export function leastAdvanced(rows: readonly IndicatorFigure[]): readonly IndicatorFigure[] {
  const unfinished = rows.filter(({ capped }) => capped !== null && capped < 100);
  return [...unfinished].sort((a, b) => (a.capped ?? 0) - (b.capped ?? 0) || a.index - b.index);
}
