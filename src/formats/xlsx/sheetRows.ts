import { columnIndex, readReference } from './formulaText';
import { attribute } from './xml';

/** A cell of a sheet as it is written; columns count from 0. */
export interface XmlCell {
  readonly column: number;
  readonly attributes: string;
  readonly inner: string;
}

/** A row of one. */
export interface XmlRow {
  readonly attributes: string;
  readonly cells: Map<number, XmlCell>;
  /** What else a row may hold. */
  readonly rest: string;
}

const ROW = /<(?:\w+:)?row(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

/** The rows of the data of a sheet by their numbers, from 1. */
export function readRows(sheetData: string): Map<number, XmlRow> {
  const rows = new Map<number, XmlRow>();
  let number = 0;
  for (const [, attributes = '', inner = ''] of sheetData.matchAll(ROW)) {
    // A row that does not say its number is the next one, and so with cells.
    number = Number(attribute(attributes, 'r') ?? number + 1);
    const cells = new Map<number, XmlCell>();
    let column = -1;
    const rest = inner.replace(CELL, (_, own: string, inside = '') => {
      const reference = readReference(attribute(own, 'r') ?? '');
      column = reference ? columnIndex(reference.column) : column + 1;
      cells.set(column, { column, attributes: own, inner: String(inside) });
      return '';
    });
    rows.set(number, { attributes, cells, rest: rest.trim() });
  }
  return rows;
}
