import { textOf } from '../cells';
import type { Cell } from '../grid';
import { GROUP } from './summaries';
import { columnOf } from './table';
import type { Table } from './table';

const FEWEST_SECTIONS = 2;
const LONGEST_SECTION = 160;
const HALF = 0.5;
const CAPITALS = /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}]+$/u;

/** A row under the header that says something, 0-based. */
interface WrittenRow {
  readonly row: number;
  readonly isData: boolean;
  /** One text and nothing else, that is neither a note nor a signature. */
  readonly isLoneText: boolean;
}

/**
 * Lone texts right above rows of data, each with another text, more than once: in a table that has no column of the
 * criterion they are the criterion of the rows down to the next of them. By their rows; empty where there are none.
 */
export function sectionsOf(table: Table, rows: readonly WrittenRow[]): ReadonlyMap<number, string> {
  const none = new Map<number, string>();
  if (columnOf(table, 'criterion')) return none;
  const titles = rows.flatMap(({ row, isLoneText }, place) => {
    const text = isLoneText && rows[place + 1]?.isData ? sectionText(table, row) : '';
    return text === '' ? [] : [[row, text] as const];
  });
  const isEachOnce = new Set(titles.map(([, text]) => text)).size === titles.length;
  return isEachOnce && titles.length >= FEWEST_SECTIONS ? new Map(titles) : none;
}

/** The text of a section over a row; '' before the first. */
export function sectionOver(sections: ReadonlyMap<number, string>, row: number): string {
  let over = '';
  for (const [at, text] of sections) if (at < row) over = text;
  return over;
}

/** What names a group, or is set as a heading is: over many columns or in capitals; '' for any other text. */
function sectionText(table: Table, row: number): string {
  const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
  const place = cells.findIndex(({ text }) => text !== '');
  const text = textOf(cells[place] ?? { kind: 'blank', text: '' });
  const merge = table.merges(row, place);
  const width = merge ? merge.lastColumn - merge.firstColumn + 1 : 1;
  const isWide = width >= Math.max(2, table.columns.length * HALF);
  const isHeading = isWide || GROUP.test(text) || CAPITALS.test(text);
  return isHeading && text.length <= LONGEST_SECTION ? text : '';
}
