import type { Plan } from '../../domain/model';
import { BLANK, cellAt, indexMerges } from '../grid';
import type { Cell, MergeIndex, Sheet } from '../grid';
import { readReference, translateFormula } from '../xlsx/formulaText';
import type { CellPatch, SheetPatch } from '../xlsx/patchXlsx';
import { headerOf } from './columns';
import type { MatrixField } from './columns';
import { lostInTable } from './lost';
import type { LostFact } from './lost';
import { BLANK_CELL, fieldCell, identityCell, periodCell } from './outCells';
import type { OutCell } from './outCells';
import { columnForIds } from './idColumn';
import { contentOf, formatOf } from './outLooks';
import { columnsOfRow, placesBy } from './outPlaces';
import type { OutColumn, PeriodPlaces } from './outPlaces';
import { isSumOverTarget, resultCell, resultsOf, RESULT_FORMAT } from './outResult';
import type { ResultPlaces, Results } from './outResult';
import { isIndicatorRow, planRows } from './outRows';
import type { IndicatorRow } from './outRows';
import type { MatrixReading, MatrixRow } from './reading';
import { identityOf, INHERITABLE_FIELDS, saidUnder } from './sameAsAbove';
import type { IdentitySaid } from './sameAsAbove';
import { computesAsPlanned, seenNumber } from './seenNumbers';
import { alreadySays, alreadySaysOf } from './sourceRow';

/** The file that a plan came from, as it reads today, and which row each indicator came in. */
export interface SourceTable {
  readonly sheet: Sheet;
  readonly reading: Pick<MatrixReading, 'calendar' | 'columns' | 'layout' | 'periods' | 'rows'>;
  readonly rows: ReadonlyMap<string, number>;
  /** The row that new ones are to look like; the last one where it is not said. */
  readonly modelRow?: number;
  /** The texts of the columns nobody recognised, by indicator and header. */
  readonly extras: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** The source filled in, and what of the plan it cannot say. */
export interface FilledSource {
  readonly patch: SheetPatch;
  readonly lost: readonly LostFact[];
}

const ID_WIDTH = 16;

/**
 * Fills a matrix in with what its plan says now: only the cells that say something else are set. Indicators that
 * came later get rows under the last one, those that were removed keep theirs, and a hidden column has our ids.
 */
export function fillSource(source: SourceTable, plan: Plan): FilledSource {
  const fill = new Fill(source, plan);
  const standing = new Set(source.reading.rows.map(({ sourceRow }) => sourceRow));
  const known = new Map<number, IndicatorRow>();
  const later: IndicatorRow[] = [];
  for (const row of planRows(plan).filter(isIndicatorRow)) {
    const number = source.rows.get(row.indicator.id);
    if (number !== undefined && standing.has(number)) known.set(number, row);
    else later.push(row);
  }
  let above: IdentitySaid | null = null;
  for (const written of source.reading.rows) {
    const row = known.get(written.sourceRow);
    above = row ? fill.existing(row, written, above) : fill.standing(written, above);
  }
  later.forEach((row, place) => fill.added(row, fill.lastRow + 1 + place));
  return { patch: fill.patch(later.length), lost: fill.lost() };
}

/** The changes of one sheet as they are gathered. */
class Fill {
  readonly lastRow: number;
  readonly #modelRow: number;
  readonly #cells: CellPatch[] = [];
  readonly #contents = new Map<string, CellPatch['content']>();
  readonly #places: PeriodPlaces;
  readonly #merges: MergeIndex;
  readonly #results: Results;
  readonly #idColumn: number;
  readonly #covered: string[] = [];
  readonly #replaced: string[] = [];
  readonly #ownFormulas: string[] = [];
  readonly #figures: string[] = [];
  readonly #shiftedKept: number[] = [];

  constructor(
    readonly source: SourceTable,
    readonly plan: Plan,
  ) {
    const { reading, sheet } = source;
    this.lastRow = reading.rows.reduce(
      (last, { sourceRow }) => Math.max(last, sourceRow),
      reading.layout.lastDataRow,
    );
    this.#modelRow = source.modelRow ?? this.lastRow;
    this.#places = placesBy(reading.calendar, reading.columns, plan);
    this.#merges = indexMerges(sheet);
    this.#results = resultsOf(plan);
    const own = reading.columns.find(({ field }) => field === 'indicatorId');
    this.#idColumn = own?.index ?? columnForIds(sheet, reading);
    if (!own)
      this.#set(reading.layout.headerRows.last, this.#idColumn, { k: 'text', text: headerOf('indicatorId') });
  }

  /** Sets the cells of a row that say something else than the plan, and tells what the row reads as then. */
  existing(row: IndicatorRow, written: MatrixRow, above: IdentitySaid | null): IdentitySaid {
    const number = written.sourceRow;
    // What stands in the wrong columns was not read: without anything else said, it is left to whoever wrote it.
    if (written.isShifted && saysNothing(row)) {
      this.#shiftedKept.push(number);
      return this.standing(written, above);
    }
    const { reads, writtenOut } = saidUnder(written, identityOf(row), above);
    this.#set(number, this.#idColumn, { k: 'text', text: row.indicator.id });
    for (const column of this.source.reading.columns) {
      const cell = this.#cellFor(column, row, written, writtenOut);
      if (cell) this.#change(number, column, cell);
    }
    this.#result(row, number);
    return reads;
  }

  /** A row that is not the plan's goes on saying what it said, also under one that says something else now. */
  standing(written: MatrixRow, above: IdentitySaid | null): IdentitySaid {
    const { reads, writtenOut } = saidUnder(written, written, above);
    for (const column of this.source.reading.columns) {
      const field = INHERITABLE_FIELDS.find((one) => one === column.field);
      if (field && writtenOut.has(field))
        this.#change(written.sourceRow, column, identityCell(written, field));
    }
    return reads;
  }

  /** Writes a whole row. */
  added(row: IndicatorRow, number: number): void {
    this.#set(number, this.#idColumn, { k: 'text', text: row.indicator.id });
    const extras = this.source.extras.get(row.indicator.id) ?? {};
    for (const column of this.source.reading.columns) {
      const cell = this.#newCell(column, row, extras);
      if (cell.k !== 'blank') this.#set(number, column.index, cell, this.#modelRow);
    }
    this.#result(row, number, this.#modelRow);
  }

  patch(added: number): SheetPatch {
    const hasBelow = this.#modelRow === this.lastRow && this.source.sheet.rows.length > this.lastRow;
    const isNew = this.source.reading.columns.every(({ index }) => index !== this.#idColumn);
    return {
      sheet: this.source.sheet.name,
      insertion: hasBelow && added > 0 ? { after: this.lastRow, count: added } : null,
      looks: Array.from({ length: added }, (_, place) => ({
        from: this.#modelRow,
        to: this.lastRow + 1 + place,
      })).filter(({ from, to }) => from !== to),
      cells: this.#cells,
      hiddenColumn: isNew ? { column: this.#idColumn, width: ID_WIDTH } : null,
    };
  }

  lost(): readonly LostFact[] {
    const { reading, rows } = this.source;
    const standing = new Set(this.plan.indicators.map(({ id }) => id));
    const removed = [...rows].flatMap(([id, row]) => (standing.has(id) ? [] : [row]));
    const leftAsWritten = reading.columns.flatMap(({ field, header }) =>
      field === 'itemStated' ? [header] : [],
    );
    const facts: readonly (LostFact | null)[] = [
      ...lostInTable(this.plan, {
        fields: new Set(reading.columns.flatMap(({ field }) => field ?? [])),
        periodsOf: (row, aspect) =>
          columnsOfRow(reading.columns, this.#places, row, aspect).map(({ period }) => period),
        hasRowsWithoutIndicator: true,
      }),
      removed.length > 0 ? { code: 'removedRowsKept', rows: removed } : null,
      this.#shiftedKept.length > 0 ? { code: 'shiftedRowsKept', rows: this.#shiftedKept } : null,
      this.#covered.length > 0 ? { code: 'coveredCells', cells: this.#covered } : null,
      this.#replaced.length > 0 ? { code: 'formulasReplaced', cells: this.#replaced } : null,
      this.#ownFormulas.length > 0 ? { code: 'formulasOfTheirOwn', cells: this.#ownFormulas } : null,
      this.#figures.length > 0 ? { code: 'resultsAsFigures', cells: this.#figures } : null,
      leftAsWritten.length > 0 ? { code: 'leftAsWritten', headers: leftAsWritten } : null,
    ];
    return facts.filter((fact) => fact !== null);
  }

  /** What a cell of the source is to say instead of what it does; null where it may stay. */
  #cellFor(
    column: OutColumn,
    row: IndicatorRow,
    written: MatrixRow,
    writtenOut: ReadonlySet<MatrixField>,
  ): OutCell | null {
    const { field, period } = column;
    if (period) {
      const at = this.#places(column, row);
      const place = this.source.reading.periods.findIndex(({ id }) => id === at?.id);
      if (!at || alreadySaysOf(written, row, { id: at.id, index: place, aspect: period.aspect })) return null;
      return periodCell(row.indicator, at.id, period.aspect);
    }
    if (field === null || LEFT.has(field)) return null;
    if (!writtenOut.has(field) && alreadySays(written, row, this.plan, field)) return null;
    return fieldCell(this.plan, row, field);
  }

  #newCell(column: OutColumn, row: IndicatorRow, extras: Readonly<Record<string, string>>): OutCell {
    const { field, period, header, letter } = column;
    if (period) {
      const at = this.#places(column, row);
      return at ? periodCell(row.indicator, at.id, period.aspect) : BLANK_CELL;
    }
    if (field !== null) return LEFT.has(field) ? BLANK_CELL : fieldCell(this.plan, row, field);
    const text = extras[`${header} (${letter})`] ?? extras[header || letter] ?? '';
    return text === '' ? BLANK_CELL : { k: 'text', text };
  }

  /** A cell under a merge cannot say anything of its own, and one that takes its text from above need not. */
  #change(number: number, { index, letter }: OutColumn, cell: OutCell): void {
    const merge = this.#merges(number - 1, index);
    const isCovered = merge && (merge.firstRow < number - 1 || merge.firstColumn < index);
    const ref = `${letter}${number}`;
    if (isCovered) {
      if (cell.k !== 'blank') this.#covered.push(ref);
      return;
    }
    if (cellAt(this.source.sheet, number - 1, index).formula !== undefined) this.#replaced.push(ref);
    this.#set(number, index, cell);
  }

  #result(row: IndicatorRow, number: number, model = number): void {
    const { columns } = this.source.reading;
    const columnOf = (of: MatrixField) => columns.find(({ field }) => field === of);
    const [stated, target] = [columnOf('stated'), columnOf('target')];
    const ofPeriods = columnsOfRow(columns, this.#places, row, 'value');
    if (!stated || !target || ofPeriods.length === 0) return;
    const periods = ofPeriods.map(({ column }) => column.index);
    const places = { row: number, periods, target: target.index };
    const cell = resultCell(row.indicator, this.#results, places);
    // Without a result there is nothing better than what somebody wrote.
    if (cell.k === 'formula') this.#write(row, cell, { places, stated, ofPeriods, model });
  }

  #write(
    row: IndicatorRow,
    cell: Extract<OutCell, { k: 'formula' }>,
    { places, stated, ofPeriods, model }: ResultColumns,
  ): void {
    const { row: number, target } = places;
    const seenIn = (column: number) => this.#seen(number, column, model);
    const isComputed = computesAsPlanned(row, {
      target: seenIn(target),
      periods: ofPeriods.map(({ column, period }) => ({ id: period.id, seen: seenIn(column.index) })),
    });
    const before = cellAt(this.source.sheet, number - 1, stated.index);
    const standing = model === number ? this.#standing(before, stated.letter, number) : undefined;
    if (!isComputed && addsUp(standing, places)) this.#figure(number, stated, cell.value, model);
    else if (standing !== undefined && keepsFormula(standing, places, row)) {
      this.#keepFormula(standing, places, { column: stated, before, value: cell.value });
    } else {
      const formula = this.#formulaOfColumn(stated.letter, places, row) ?? cell.formula;
      this.#set(number, stated.index, { ...cell, formula }, model);
    }
  }

  /** Where a formula would not see what the plan says, the result itself stands. */
  #figure(number: number, { index, letter }: OutColumn, value: number | string, model: number): void {
    const before = cellAt(this.source.sheet, number - 1, index);
    if (typeof value !== 'number') return;
    this.#figures.push(`${letter}${number}`);
    const stands = model === number && before.formula === undefined && comesTo(before, value);
    if (!stands) this.#set(number, index, { k: 'number', value, look: 'percent' }, model);
  }

  /** What a spreadsheet sees in a cell as it is now; a new row has nothing but what was set. */
  #seen(number: number, column: number, model: number): number | null {
    const set = this.#contents.get(`${number} ${column}`);
    return seenNumber(set, model === number ? cellAt(this.source.sheet, number - 1, column) : BLANK);
  }

  /** The file's own formula stays; only what it comes to may be new. */
  #keepFormula(
    formula: string,
    places: ResultPlaces,
    {
      column,
      before,
      value,
    }: { readonly column: OutColumn; readonly before: Cell; readonly value: number | string },
  ): void {
    const { index, letter } = column;
    if (!isSumOverTarget(formula, places)) this.#ownFormulas.push(`${letter}${places.row}`);
    if (!comesTo(before, value)) this.#push(places.row, index, { k: 'result', value });
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

  #set(number: number, column: number, cell: OutCell, model = number): void {
    const before = cellAt(this.source.sheet, model - 1, column);
    const isResult = cell.k === 'formula';
    const format = isResult && !before.numberFormat?.includes('%') ? RESULT_FORMAT : formatOf(cell, before);
    this.#push(number, column, contentOf(cell, before), format ?? undefined);
  }

  #push(row: number, column: number, content: CellPatch['content'], format?: string): void {
    this.#contents.set(`${row} ${column}`, content);
    this.#cells.push({ row, column, content, ...(format !== undefined && { format }) });
  }
}

/** Where the result of a row stands, what it comes of, and the row that it is to look like. */
interface ResultColumns {
  readonly places: ResultPlaces;
  readonly stated: OutColumn;
  readonly ofPeriods: ReturnType<typeof columnsOfRow>;
  readonly model: number;
}

/** What we neither read nor compute for them, and what is set apart from the other columns. */
const LEFT: ReadonlySet<string> = new Set(['stated', 'itemStated', 'computed', 'indicatorId', 'activityId']);

/** True where what stands, or would, is a sum of the cells beside it and no figure of their own. */
function addsUp(standing: string | undefined, places: ResultPlaces): boolean {
  return standing === undefined || isSumOverTarget(standing, places);
}

/** Their formula stands unless it adds up what is not to be added up. */
function keepsFormula(formula: string, places: ResultPlaces, { indicator }: IndicatorRow): boolean {
  return indicator.accumulation === 'sum' || !isSumOverTarget(formula, places);
}

/** Ours are rounded to nine decimals of a percent, and a spreadsheet's are not. */
function comesTo(cell: Cell, result: number | string): boolean {
  return cell.kind === 'number' && typeof result === 'number' && Math.abs(cell.value - result) < ROUNDED;
}

const ROUNDED = 1e-10;

function saysNothing({ indicator }: IndicatorRow): boolean {
  const { name, deliverable, targetText, target, reports } = indicator;
  return name === '' && deliverable === '' && targetText === '' && target === null && reports.size === 0;
}
