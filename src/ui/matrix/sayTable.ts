import type { MatrixField, OpenedMatrix, TableChoices } from './reading';

type SheetOutline = OpenedMatrix['sheets'][number];

/** What a column of a table that nobody knows is most often said to be; periods and the rest come once it is read. */
export const sayable: readonly MatrixField[] = [
  'activity',
  'activityNumber',
  'itemNumber',
  'criterion',
  'deliverable',
  'indicatorName',
  'target',
  'targetText',
  'start',
  'end',
  'responsible',
  'stated',
  'direct',
  'remark',
];

/** The row that most looks like a header: the first of those with most cells written. */
export function likelyHeaderRow({ firstRows }: Pick<SheetOutline, 'firstRows'>): number {
  const written = firstRows.map(({ cells }) => cells.filter(Boolean).length);
  return firstRows[written.indexOf(Math.max(...written))]?.row ?? 1;
}

/** The columns of the sheet, each with what the header row says over it. */
export function headersAt(
  { firstRows, columnCount }: Pick<SheetOutline, 'firstRows' | 'columnCount'>,
  row: number,
): readonly { readonly letter: string; readonly header: string }[] {
  const cells = firstRows.find((one) => one.row === row)?.cells ?? [];
  return Array.from({ length: columnCount }, (_, at) => ({ letter: letterOf(at), header: cells[at] ?? '' }));
}

/** What was said, as the reader takes it. */
export function saidTable(
  sheet: string,
  headerRow: number,
  fields: Readonly<Record<string, string>>,
): TableChoices {
  const meanings = Object.entries(fields).map(
    ([letter, field]) => [letter, { field: field as MatrixField }] as const,
  );
  return { sheet, headerRows: { first: headerRow, last: headerRow }, meanings: Object.fromEntries(meanings) };
}

/** `A` for the first column, `AA` for the 27th. */
function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}
