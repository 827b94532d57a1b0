import type { CellPlace } from './findings';
import { cellIn, placeOf } from './table';
import type { Table } from './table';

// `[1]Hoja!A1`, `'[plan.xlsx]Hoja 1'!A1`; a table of the same workbook has its brackets without a sheet after them.
const OTHER_WORKBOOK = /\[[^\]]+\][^!,;()]*!/;
// What a spreadsheet of the web leaves where another program lacks its function.
const OTHER_PROGRAM = /__xludf|DUMMYFUNCTION|\bIMPORTRANGE\b/i;

/** Notes each cell of a row that shows an error, or whose formula cannot be computed here: its stored result was read. */
export function noteFormulas(table: Table, row: number): void {
  for (const column of table.columns) {
    const { kind, formula } = cellIn(table, row, column);
    if (kind === 'error') table.note({ code: 'errorCell', place: placeOf(table, row, column) });
    else if (formula !== undefined)
      noteFormula(table, placeOf(table, row, column), kind === 'blank', formula);
  }
}

function noteFormula({ note }: Table, place: CellPlace, isBlank: boolean, formula: string): void {
  if (isBlank) note({ code: 'formulaWithoutValue', place, formula });
  else if (OTHER_PROGRAM.test(formula)) note({ code: 'foreignFormula', place, formula });
  else if (OTHER_WORKBOOK.test(formula)) note({ code: 'linkedFormula', place, formula });
}
