import { BLANK, MAX_COLUMNS, MAX_ROWS, trimRows } from './grid';
import type { Cell, Sheet } from './grid';
import { isErrorText } from './numbers';

/** Rows of texts as a sheet; what lies beyond the cap is left and said. */
export function sheetOfTexts(texts: readonly (readonly string[])[], name: string): Sheet {
  const rows = trimRows(texts.slice(0, MAX_ROWS).map((fields) => fields.slice(0, MAX_COLUMNS).map(textCell)));
  return {
    name,
    isHidden: false,
    rows,
    merges: [],
    columnWidths: [],
    declaredRows: rows.length,
    isTruncated: texts.length > MAX_ROWS || texts.some((fields) => fields.length > MAX_COLUMNS),
  };
}

/** A text as a cell of its own: nothing, an error of the program it comes from, or the text. */
export function textCell(text: string): Cell {
  if (text === '') return BLANK;
  return isErrorText(text) ? { kind: 'error', text } : { kind: 'text', text };
}
