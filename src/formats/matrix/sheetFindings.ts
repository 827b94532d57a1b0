import { MAX_COLUMNS, MAX_ROWS, cellAt, columnLetter } from '../grid';
import type { Sheet, Workbook } from '../grid';
import type { MatrixColumn } from './columns';
import type { CellFinding } from './findings';
import { lackingHeaders } from './header';
import { extentOf } from './regions';
import type { Region } from './regions';
import { isUnmapped } from './rows';
import type { Selection } from './selectTable';
import { isTemplatePage } from './standardLayouts';

// A matrix is handed out with rows that nobody has filled in yet.
const FEW_PHANTOM_ROWS = 100;

/** What of the workbook was left out or cut off: other sheets, cells beyond the cap, rows that are only declared. */
export function sheetFindings(
  { sheets }: Workbook,
  sheet: Sheet,
  regions: readonly Region[],
): readonly CellFinding[] {
  const others = sheets.filter((other) => other !== sheet && other.rows.length > 0 && !isTemplatePage(other));
  const findings: CellFinding[] = others.map((other) => ({
    code: 'sheetSetAside',
    sheet: other.name,
    isHidden: other.isHidden,
    rows: other.rows.length,
    looksLikeMatrix: regions.some(
      ({ header }) => header.sheet === other && lackingHeaders(header.columns).length === 0,
    ),
  }));
  if (sheet.isTruncated) {
    findings.push({ code: 'sheetTruncated', sheet: sheet.name, maxRows: MAX_ROWS, maxColumns: MAX_COLUMNS });
  }
  const used = sheet.rows.length;
  if (sheet.declaredRows - used > FEW_PHANTOM_ROWS) {
    findings.push({ code: 'phantomRows', sheet: sheet.name, declared: sheet.declaredRows, used });
  }
  return findings;
}

/** The other tables of the sheet that is read, each at its first header. */
export function otherTables({ region, regions }: Selection): readonly CellFinding[] {
  const { sheet } = region.header;
  return regions
    .filter((other) => other !== region && other.header.sheet === sheet)
    .map((other) => {
      const row = other.header.rows.first;
      const column = sheet.rows[row]?.findIndex(
        ({ text }, index) => text !== '' && index >= extentOf(other).firstColumn,
      );
      const { text } = cellAt(sheet, row, column ?? -1);
      const place = {
        sheet: sheet.name,
        row: row + 1,
        column: columnLetter(Math.max(0, column ?? 0)),
        header: '',
        text,
      };
      return { code: 'rowSetAside', place, reason: 'otherTable' };
    });
}

/** The columns nobody recognised, with how many cells of data they hold. */
export function columnFindings(
  sheet: Sheet,
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
): readonly CellFinding[] {
  return columns.filter(isUnmapped).map(({ letter, header, index }) => ({
    code: 'unmappedColumn',
    sheet: sheet.name,
    column: letter,
    header,
    cells: dataRows.filter((row) => cellAt(sheet, row, index).text !== '').length,
  }));
}
