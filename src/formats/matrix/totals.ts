import { BLANK, cellAt, columnLetter } from '../grid';
import type { Cell, Sheet } from '../grid';
import { shiftedRow } from '../xlsx/formulaText';
import type { CellPatch, SheetPatch } from '../xlsx/patchXlsx';
import { comesTo } from './outResult';
import type { MatrixReading } from './reading';

interface TotalledTable {
  readonly sheet: Sheet;
  readonly reading: Pick<MatrixReading, 'columns' | 'setAside'>;
}

/** The totals that somebody wrote as figures over columns in which figures change, by where they stand afterwards. */
export function totalsAsFigures(
  { sheet, reading: { columns, setAside } }: TotalledTable,
  cells: readonly CellPatch[],
  insertion: SheetPatch['insertion'],
): readonly string[] {
  const isNew = (row: number) => insertion !== null && row > insertion.after;
  const before = ({ row, column }: CellPatch) => (isNew(row) ? BLANK : cellAt(sheet, row - 1, column));
  const changed = new Set(
    cells.flatMap((patch) => (isFigureChanged(before(patch), patch) ? patch.column : [])),
  );
  const touched = columns.filter(({ index }) => changed.has(index));
  const rows = setAside.filter(({ reason }) => reason === 'total' || reason === 'planTotal');
  return rows.flatMap(({ row }) =>
    touched.flatMap(({ index }) => {
      const { kind, formula } = cellAt(sheet, row - 1, index);
      const stands = insertion ? shiftedRow(row, insertion) : row;
      return kind === 'number' && formula === undefined ? [`${columnLetter(index)}${stands}`] : [];
    }),
  );
}

function isFigureChanged(before: Cell, { content }: CellPatch): boolean {
  const figure = 'value' in content && typeof content.value === 'number' ? content.value : null;
  return figure === null ? before.kind === 'number' : !comesTo(before, figure);
}
