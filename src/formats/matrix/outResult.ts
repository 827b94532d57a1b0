import { evaluate } from '../../domain/evaluate';
import type { Indicator, Plan } from '../../domain/model';
import { planTableOf } from '../../domain/planTable';
import { columnLetter } from '../grid';
import type { Cell } from '../grid';
import { fractionOf } from '../numbers';
import { cellsOf, formulaOf } from '../xlsx/formula';
import type { OutCell } from './outCells';
import { NO_TARGET, writeEmptyReport } from './words';

/** What each indicator comes to over all of its periods, as a fraction of 1, by id; none for one without a result. */
export type Results = ReadonlyMap<string, number>;

/** How a result stands in a spreadsheet. */
export const RESULT_FORMAT = '0.0%';

/** A result that a spreadsheet goes on computing, and what it comes to now. */
export type ResultFormula = Extract<OutCell, { k: 'formula' }> & { readonly value: number };

/** Where a result finds what it is computed from; columns count from 0, and rows from 1. */
export interface ResultPlaces {
  readonly row: number;
  /** The columns of the results of the row's periods, in order. */
  readonly periods: readonly number[];
  readonly target: number;
}

/** The results of a plan with everything that was reported: what its matrix adds up, whatever the cut on screen. */
export function resultsOf(plan: Plan): Results {
  const last = plan.periods.at(-1);
  if (!last) return new Map();
  const { raw } = evaluate(planTableOf(plan), last.end);
  return new Map(
    plan.indicators.flatMap(({ id }, row) => {
      const percent = raw[row] ?? NaN;
      return Number.isNaN(percent) ? [] : [[id, fractionOf(percent)] as const];
    }),
  );
}

/** The result of an indicator that a spreadsheet goes on computing; in words where it has none. */
export function resultCell(
  indicator: Indicator,
  results: Results,
  places: ResultPlaces,
): ResultFormula | Extract<OutCell, { k: 'text' }> {
  const value = results.get(indicator.id);
  if (value === undefined) return { k: 'text', text: absence(indicator) };
  const { accumulation, baseline } = indicator;
  const { periods, target, row } = places;
  return { k: 'formula', formula: formulaOf({ accumulation, periods, target, baseline }, row), value };
}

/** The formula of a row that nobody filled in yet: what is added up, over the target. */
export function preparedResult({ row, periods, target }: ResultPlaces, first: number): OutCell {
  const aim = `${columnLetter(target)}${row}`;
  const written = `${columnLetter(first)}${row}:${aim}`;
  const sum = formulaOf({ accumulation: 'sum', periods, target, baseline: null }, row);
  return {
    k: 'formula',
    formula: `IF(COUNTA(${written})=0,"",IF(N(${aim})=0,"${NO_TARGET}",${sum}))`,
    value: '',
  };
}

/** True for a formula that adds up the periods of its row and parts them by the target, however it is guarded. */
export function isSumOverTarget(formula: string, { row, periods, target }: ResultPlaces): boolean {
  const plain = formula.replaceAll(/[$\s]/g, '').toUpperCase();
  const aim = `${columnLetter(target)}${row}`;
  const cells = periods.map((column) => `${columnLetter(column)}${row}`);
  const sums = [`SUM(${cellsOf(periods, row)})`, `SUM(${cells.join(',')})`, `(${cells.join('+')})`];
  return sums.some((sum) => plain.includes(`${sum}/${aim}`) && !RESCALED.test(plain));
}

// A cap, a weight or a result in points is another figure than ours.
const RESCALED = /MIN\(|MAX\(|\*/;

/** Ours are rounded to nine decimals of a percent, and a spreadsheet's are not. */
export function comesTo(cell: Cell, result: number): boolean {
  return cell.kind === 'number' && Math.abs(cell.value - result) < ROUNDED;
}

const ROUNDED = 1e-10;

function absence({ target, reports }: Indicator): string {
  const kinds = [...reports.values()].map(({ report }) => report.k);
  const isOut = target !== null && kinds.length > 0 && kinds.includes('notApplicable');
  return isOut ? writeEmptyReport('notApplicable') : NO_TARGET;
}
