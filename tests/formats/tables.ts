import { strToU8, zipSync } from 'fflate';
import { BLANK } from '../../src/formats/grid';
import type { Cell, MergedRange, Sheet, Workbook } from '../../src/formats/grid';
import { isErrorText, shownNumber } from '../../src/formats/numbers';

export type Written = string | number | null | Cell;

/** A sheet as if it had been read: texts, numbers and whole cells, and merges by their names. */
export function aSheet(
  rows: readonly (readonly Written[])[],
  merges: readonly string[] = [],
  name = 'Plan',
): Sheet {
  return {
    name,
    isHidden: false,
    rows: rows.map((row) => row.map(aCell)),
    merges: merges.map(aMerge),
    columnWidths: [],
    declaredRows: rows.length,
    isTruncated: false,
  };
}

export function aWorkbook(rows: readonly (readonly Written[])[], merges: readonly string[] = []): Workbook {
  return { sheets: [aSheet(rows, merges)] };
}

function aCell(written: Written): Cell {
  if (written === null || written === '') return BLANK;
  if (typeof written === 'number') return { kind: 'number', value: written, text: shownNumber(written) };
  if (typeof written === 'string') return { kind: isErrorText(written) ? 'error' : 'text', text: written };
  return written;
}

function aMerge(name: string): MergedRange {
  const [first = '', last = ''] = name.split(':');
  const at = (ref: string) => ({ column: ref.charCodeAt(0) - 65, row: Number(ref.slice(1)) - 1 });
  return {
    firstRow: at(first).row,
    firstColumn: at(first).column,
    lastRow: at(last).row,
    lastColumn: at(last).column,
  };
}

/** The smallest workbook there is around the XML of one sheet's rows, and of what stands before them. */
export function anXlsx(sheetData: string, before = ''): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Hoja1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${before}<sheetData>${sheetData}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}
