import type { Plan } from '../../domain/model';
import { cellAt, indexMerges } from '../grid';
import type { MergeIndex, Sheet } from '../grid';
import type { SheetPatch } from '../xlsx/patchXlsx';
import { CellEdits } from './cellEdits';
import { headerOf } from './columns';
import type { MatrixField } from './columns';
import { FillResults } from './fillResults';
import type { Extras } from './layoutInLog';
import { lostInTable } from './lost';
import type { LostFact } from './lost';
import { BLANK_CELL, fieldCell, identityCell, periodCell } from './outCells';
import type { OutCell } from './outCells';
import { columnForIds } from './idColumn';
import { columnsOfRow, isOfPlan, LEFT, placesBy } from './outPlaces';
import type { OutColumn, PeriodPlaces } from './outPlaces';
import { isIndicatorRow, planRows } from './outRows';
import type { IndicatorRow } from './outRows';
import type { MatrixReading, MatrixRow } from './reading';
import { identityOf, INHERITABLE_FIELDS, saidUnder } from './sameAsAbove';
import type { IdentitySaid } from './sameAsAbove';
import { totalsAsFigures } from './totals';
import { alreadySays, alreadySaysOf, saysNothing } from './sourceRow';

/** The file that a plan came from, as it reads today, and which row each indicator came in. */
export interface SourceTable {
  readonly sheet: Sheet;
  readonly reading: Pick<MatrixReading, 'calendar' | 'columns' | 'layout' | 'periods' | 'rows' | 'setAside'>;
  readonly rows: ReadonlyMap<string, number>;
  /** The row that new ones are to look like; the last one where it is not said. */
  readonly modelRow?: number;
  readonly extras: Extras;
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
  return { patch: fill.patch(later.length), lost: fill.lost(later.length) };
}

/** The changes of one sheet as they are gathered. */
class Fill {
  readonly lastRow: number;
  readonly #modelRow: number;
  readonly #edits: CellEdits;
  readonly #places: PeriodPlaces;
  readonly #merges: MergeIndex;
  readonly #results: FillResults;
  readonly #idColumn: number;
  readonly #covered: string[] = [];
  readonly #replaced: string[] = [];
  readonly #shiftedKept: number[] = [];

  constructor(
    readonly source: SourceTable,
    readonly plan: Plan,
  ) {
    const { reading, sheet } = source;
    this.#edits = new CellEdits(sheet);
    this.lastRow = reading.rows.reduce(
      (last, { sourceRow }) => Math.max(last, sourceRow),
      reading.layout.lastDataRow,
    );
    this.#modelRow = source.modelRow ?? this.lastRow;
    this.#places = placesBy(reading.calendar, reading.columns, plan);
    this.#merges = indexMerges(sheet);
    this.#results = new FillResults({ reading, places: this.#places }, plan, this.#edits);
    const own = reading.columns.find(({ field }) => field === 'indicatorId');
    this.#idColumn = own?.index ?? columnForIds(sheet, reading);
    if (!own)
      this.#edits.set(reading.layout.headerRows.last, this.#idColumn, {
        k: 'text',
        text: headerOf('indicatorId'),
      });
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
    this.#edits.set(number, this.#idColumn, { k: 'text', text: row.indicator.id });
    for (const column of this.source.reading.columns) {
      const cell = this.#cellFor(column, row, written, writtenOut);
      if (cell) this.#change(number, column, cell);
      else if (isOfPlan(column)) this.#edits.settle(number, column.index);
    }
    this.#results.fill(row, number);
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
    this.#edits.set(number, this.#idColumn, { k: 'text', text: row.indicator.id });
    const extras = this.source.extras.get(row.indicator.id) ?? {};
    for (const column of this.source.reading.columns) {
      const cell = this.#newCell(column, row, extras);
      if (cell.k !== 'blank') this.#edits.set(number, column.index, cell, this.#modelRow);
    }
    this.#results.fill(row, number, this.#modelRow);
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
      cells: this.#edits.cells,
      settled: this.#edits.settled,
      idColumn: this.#idColumn,
      hiddenColumn: isNew ? { column: this.#idColumn, width: ID_WIDTH } : null,
    };
  }

  lost(added: number): readonly LostFact[] {
    const { reading, rows } = this.source;
    const standing = new Set(this.plan.indicators.map(({ id }) => id));
    const removed = [...rows].flatMap(([id, row]) => (standing.has(id) ? [] : [row]));
    const leftAsWritten = reading.columns.flatMap(({ field, header }) =>
      field === 'itemStated' ? [header] : [],
    );
    const totals = totalsAsFigures(this.source, this.#edits.cells, this.patch(added).insertion);
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
      this.#edits.worded.length > 0 ? { code: 'wordsReplaced', cells: this.#edits.worded } : null,
      ...this.#results.lost(),
      totals.length > 0 ? { code: 'totalsAsFigures', cells: totals } : null,
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
    this.#edits.set(number, index, cell);
  }
}
