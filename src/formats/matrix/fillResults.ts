import type { Plan } from '../../domain/model';
import { cellAt } from '../grid';
import type { Cell } from '../grid';
import { readReference, translateFormula } from '../xlsx/formulaText';
import type { CellEdits } from './cellEdits';
import type { MatrixField } from './columns';
import type { LostFact } from './lost';
import { columnsOfRow } from './outPlaces';
import type { OutColumn, PeriodPlaces } from './outPlaces';
import { comesTo, isSumOverTarget, resultCell, resultsOf } from './outResult';
import type { ResultFormula, ResultPlaces, Results } from './outResult';
import type { IndicatorRow } from './outRows';
import type { MatrixReading } from './reading';
import { computesAsPlanned } from './seenNumbers';

/** The columns of a matrix in which results are, and what they are computed from. */
interface ResultSource {
  readonly reading: Pick<MatrixReading, 'columns' | 'layout'>;
  readonly places: PeriodPlaces;
}

/** The results of a matrix as it goes back: its own formulas where they may stay, ours, or the figures themselves. */
export class FillResults {
  readonly #results: Results;
  readonly #ownFormulas: string[] = [];
  readonly #figures: string[] = [];

  constructor(
    readonly source: ResultSource,
    readonly plan: Plan,
    readonly edits: CellEdits,
  ) {
    this.#results = resultsOf(plan);
  }

  /** Sets the result of a row once its other cells are set; a new one looks as its model row. */
  fill(row: IndicatorRow, number: number, model = number): void {
    const { columns } = this.source.reading;
    const columnOf = (of: MatrixField) => columns.find(({ field }) => field === of);
    const [stated, target] = [columnOf('stated'), columnOf('target')];
    const ofPeriods = columnsOfRow(columns, this.source.places, row, 'value');
    if (!stated || !target || ofPeriods.length === 0) return;
    const periods = ofPeriods.map(({ column }) => column.index);
    const places = { row: number, periods, target: target.index };
    const cell = resultCell(row.indicator, this.#results, places);
    // Without a result there is nothing better than what somebody wrote.
    if (cell.k === 'formula') this.#write(row, cell, { places, stated, ofPeriods, model });
  }

  lost(): readonly LostFact[] {
    return [
      ...(this.#ownFormulas.length > 0
        ? [{ code: 'formulasOfTheirOwn', cells: this.#ownFormulas } as const]
        : []),
      ...(this.#figures.length > 0 ? [{ code: 'resultsAsFigures', cells: this.#figures } as const] : []),
    ];
  }

  #write(row: IndicatorRow, cell: ResultFormula, { places, stated, ofPeriods, model }: ResultColumns): void {
    const { row: number, target } = places;
    const seenIn = (column: number) => this.edits.seen(number, column, model);
    const columnOf = new Map(ofPeriods.map(({ column, period }) => [period.id, column.index]));
    const isComputed = computesAsPlanned(row, {
      target: seenIn(target),
      periods: this.plan.periods.map(({ id }) => {
        const column = columnOf.get(id);
        return { id, seen: column === undefined ? null : seenIn(column) };
      }),
    });
    const before = cellAt(this.edits.sheet, number - 1, stated.index);
    const standing = model === number ? this.#standing(before, stated.letter, number) : undefined;
    if (!isComputed && addsUp(standing, places)) this.#figure(number, stated, cell.value, model);
    else if (standing !== undefined && keepsFormula(standing, places, row)) {
      this.#keepFormula(standing, places, { column: stated, before, value: cell.value });
    } else {
      const formula = this.#formulaOfColumn(stated.letter, places, row) ?? cell.formula;
      this.edits.set(number, stated.index, { ...cell, formula }, model);
    }
  }

  /** Where a formula would not see what the plan says, the result itself stands. */
  #figure(number: number, { index, letter }: OutColumn, value: number, model: number): void {
    const before = cellAt(this.edits.sheet, number - 1, index);
    this.#figures.push(`${letter}${number}`);
    const stands = model === number && before.formula === undefined && comesTo(before, value);
    if (!stands) this.edits.set(number, index, { k: 'number', value, look: 'percent' }, model);
  }

  /** The file's own formula stays; only what it comes to may be new. */
  #keepFormula(
    formula: string,
    places: ResultPlaces,
    { column, before, value }: { readonly column: OutColumn; readonly before: Cell; readonly value: number },
  ): void {
    const { index, letter } = column;
    this.edits.settle(places.row, index);
    if (!isSumOverTarget(formula, places)) this.#ownFormulas.push(`${letter}${places.row}`);
    if (!comesTo(before, value)) this.edits.put(places.row, index, { k: 'result', value });
  }

  /** The formula of a cell; one that it shares with others is told by the first of them only. */
  #standing({ formula }: Cell, letter: string, number: number): string | undefined {
    return formula === '' ? (this.#moved(letter, number) ?? '') : formula;
  }

  /** The formula of the column's other rows as it would stand in this one; null where it computes something else. */
  #formulaOfColumn(letter: string, places: ResultPlaces, { indicator }: IndicatorRow): string | null {
    const moved = this.#moved(letter, places.row);
    const isSum = moved !== null && indicator.accumulation === 'sum' && isSumOverTarget(moved, places);
    return isSum ? moved : null;
  }

  #moved(letter: string, number: number): string | null {
    const known = this.source.reading.layout.columns.find((column) => column.letter === letter)?.formula;
    const from = readReference(known?.ref ?? '');
    return known && from ? translateFormula(known.text, number - from.row) : null;
  }
}

/** Where the result of a row stands, what it comes of, and the row that it is to look like. */
interface ResultColumns {
  readonly places: ResultPlaces;
  readonly stated: OutColumn;
  readonly ofPeriods: ReturnType<typeof columnsOfRow>;
  readonly model: number;
}

/** True where what stands, or would, is a sum of the cells beside it and no figure of their own. */
function addsUp(standing: string | undefined, places: ResultPlaces): boolean {
  return standing === undefined || isSumOverTarget(standing, places);
}

/** Their formula stands unless it adds up what is not to be added up. */
function keepsFormula(formula: string, places: ResultPlaces, { indicator }: IndicatorRow): boolean {
  return indicator.accumulation === 'sum' || !isSumOverTarget(formula, places);
}
