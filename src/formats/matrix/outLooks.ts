import type { Cell } from '../grid';
import { isPercentFormat, percentOf, shownDay } from '../numbers';
import type { CellContent } from '../xlsx/sheetXml';
import type { OutCell } from './outCells';

/** How days look where nothing else says it. */
export const DAY_FORMAT = 'dd/mm/yyyy';
const PLAIN_FORMAT = 'General';
const TEXT_FORMAT = '@';

/** What a cell becomes where another one stood, or stands in the row it is to look like. */
export function contentOf(cell: OutCell, before: Cell): CellContent {
  if (cell.k === 'number') return { k: 'number', value: cell.value };
  // A column of days in words goes on in words.
  return cell.k === 'day' && before.kind === 'text' ? { k: 'text', text: shownDay(cell.day) } : cell;
}

/** The number format that a cell needs and the one that stands there has not; null where it may stay. */
export function formatOf(cell: OutCell, before: Cell): string | null {
  const format = before.numberFormat ?? '';
  if (cell.k === 'day') return before.kind === 'text' || showsDays(format) ? null : DAY_FORMAT;
  return cell.k === 'number' ? numberFormatOf(cell, format) : null;
}

function numberFormatOf(cell: Extract<OutCell, { k: 'number' }>, format: string): string | null {
  const isPercent = isPercentFormat(format);
  if (cell.look === 'percent') return isPercent ? null : percentFormat(cell.value);
  return isPercent || format === TEXT_FORMAT || showsDays(format) ? PLAIN_FORMAT : null;
}

/** With as many decimals as a percent has, two at most. */
export function percentFormat(fraction: number): string {
  const decimals = /\.(\d+)/.exec(String(percentOf(fraction)))?.[1]?.length ?? 0;
  return decimals === 0 ? '0%' : decimals === 1 ? '0.0%' : '0.00%';
}

function showsDays(format: string): boolean {
  return /[dy]/i.test(format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, ''));
}
