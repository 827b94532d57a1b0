import { read } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Sheet, WriteSheet } from 'hucre';

/** A spreadsheet of another kind as an XLSX, with what can be read of it. Loaded when it is needed. */
export async function asXlsx(bytes: Uint8Array, range: string): Promise<Uint8Array> {
  const { sheets } = await read(bytes, { readStyles: true, range });
  return new Uint8Array(await writeXlsx({ sheets: sheets.map(asWritten) }));
}

function asWritten({ name, rows, cells, merges, columns, rowDefs, hidden, ...rest }: Sheet): WriteSheet {
  const { dataValidations, conditionalRules, freezePane } = rest;
  return {
    name,
    // A sheet may skip rows altogether, which leaves holes.
    rows: Array.from(rows, (row) => row ?? []),
    ...(cells && { cells }),
    ...(merges && { merges }),
    ...(columns && { columns }),
    ...(rowDefs && { rowDefs }),
    ...(hidden && { hidden }),
    ...(dataValidations && { dataValidations }),
    ...(conditionalRules && { conditionalRules }),
    ...(freezePane && { freezePane }),
  };
}
