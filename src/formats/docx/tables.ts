import { Paragraph, TableCell, TableRow } from 'docx';
import type { ParagraphChild, Table } from 'docx';
import { isMark, labelsOver, placedCells, wideCell } from '../../domain/document';
import type { Cell, DocumentTable, Letterhead, PlacedCell, Signatory, Words } from '../../domain/document';
import { cellWith, centred, fixedTable, wide } from './cells';
import { LINE, MUTED, NO_LINE, sharedOut, SOFT } from './measures';
import { STYLE } from './styles';
import { markRuns, pictureRun, QUIET, runsOf } from './words';
import type { Pictures } from './words';

const ALL_LINES = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };
const MARK_IN_CELL = { width: 110, height: 40 };
const MARK_TO_SIGN = { width: 200, height: 64 };
const LOGO = { width: 84, height: 64 };
/** What a pen needs, in twentieths of a point. */
const PEN_ROOM = 420;
const MARK_HEIGHT = 1_150;
const SIGNING_LINE = { style: 'single', size: 6, color: '000000', space: 3 } as const;
const SIGNATORIES_IN_A_ROW = 2;

/** A table of fixed widths, whose header is repeated and whose rows are never broken. */
export function tableOf(table: DocumentTable, width: number, pictures: Pictures): Table {
  const widths = sharedOut(
    width,
    table.columns.map(({ share }) => share),
  );
  const widthOf = (column: number, columns: number) =>
    widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
  const cellOf = ({ cell, column, rows, columns }: PlacedCell) => {
    const { isTotal } = wideCell(cell);
    const isNumber = columns === 1 && table.columns[column]?.isNumber;
    return cellWith(
      contentOf(cell, pictures),
      {
        width: widthOf(column, columns),
        alignment: isNumber ? 'right' : 'left',
        before: roomOver(cell),
      },
      {
        borders: ALL_LINES,
        ...(rows > 1 && { rowSpan: rows }),
        ...(columns > 1 && { columnSpan: columns }),
        ...(isTotal && { shading: HEADER.shading }),
      },
    );
  };
  return fixedTable(widths, [
    ...headerOf(table, widthOf),
    ...placedCells(table).map((row) => new TableRow({ children: row.map(cellOf), cantSplit: true })),
  ]);
}

const HEADER = {
  borders: ALL_LINES,
  shading: { fill: SOFT, type: 'clear' },
  verticalAlign: 'bottom',
} as const;

function headerOf(
  { columns }: DocumentTable,
  widthOf: (column: number, columns: number) => number,
): readonly TableRow[] {
  const labels = columns.map(({ label, isNumber }, at) =>
    cellWith(
      runsOf(label, { bold: true }),
      { width: widthOf(at, 1), alignment: isNumber ? 'right' : 'left' },
      HEADER,
    ),
  );
  let column = 0;
  const over = labelsOver(columns).map(({ text, columns: across }) => {
    const width = widthOf(column, across);
    column += across;
    return cellWith(
      runsOf(text, { bold: true }),
      { width, alignment: 'center' },
      { ...HEADER, ...(across > 1 && { columnSpan: across }) },
    );
  });
  return [over, labels]
    .filter((cells) => cells.length > 0)
    .map((cells) => new TableRow({ children: cells, tableHeader: true, cantSplit: true }));
}

/** Pairs of a name and what it is, without lines. */
export function factsOf(rows: readonly (readonly [string, Words])[], width: number): Table {
  const widths = sharedOut(width, [22, 78]);
  const cell = (text: Words, at: number) =>
    cellWith(
      runsOf(text, at === 0 ? { color: MUTED } : {}),
      { width: widths[at] ?? 0 },
      { borders: NO_LINES },
    );
  return fixedTable(
    widths,
    rows.map((row) => new TableRow({ children: row.map(cell), cantSplit: true })),
    0,
  );
}

/** Who signs, two in a row, each over their own line; a pen finds the room over it empty. */
export function signaturesOf(people: readonly Signatory[], width: number, pictures: Pictures): Table {
  const widths = sharedOut(width, [47, 6, 47]);
  const rows = [];
  for (let at = 0; at < people.length; at += SIGNATORIES_IN_A_ROW) {
    const [left, right] = people.slice(at, at + SIGNATORIES_IN_A_ROW);
    const places = [left, undefined, right];
    const marks = places.map((one, place) => markCell(one, widths[place] ?? 0, pictures));
    const names = places.map((one, place) => nameCell(one, widths[place] ?? 0));
    rows.push(
      new TableRow({ children: marks, height: { value: MARK_HEIGHT, rule: 'atLeast' }, cantSplit: true }),
      new TableRow({ children: names, cantSplit: true }),
    );
  }
  return fixedTable(widths, rows, 0);
}

/** The letterhead in one row: logo, who and what, and the facts of the form; without what there is not. */
export function letterheadOf(letterhead: Letterhead, width: number, pictures: Pictures): Table {
  const { entityName, entityFacts, documentName, logo, facts } = letterhead;
  const drawn = logo === null ? null : pictureRun(pictures.get(logo), entityName, LOGO);
  const who = [
    centred(runsOf(entityName, { bold: true })),
    ...[...entityFacts, documentName].map((text) => centred(runsOf(text))),
  ];
  const form = facts.map(
    (text) => new Paragraph({ style: STYLE.cell, children: runsOf(text, { size: 16 }) }),
  );
  const parts = [
    ...(drawn ? [{ share: 17, children: [centred([drawn])] }] : []),
    { share: 55, children: who },
    ...(form.length > 0 ? [{ share: 28, children: form }] : []),
  ];
  const widths = sharedOut(
    width,
    parts.map(({ share }) => share),
  );
  const cells = parts.map(
    ({ children }, at) =>
      new TableCell({ children, borders: ALL_LINES, verticalAlign: 'center', ...wide(widths[at] ?? 0) }),
  );
  return fixedTable(widths, [new TableRow({ children: cells, cantSplit: true })]);
}

function markCell(one: Signatory | undefined, width: number, pictures: Pictures): TableCell {
  const children = !one || one.mark.k === 'room' ? [] : markRuns(one.mark, pictures, MARK_TO_SIGN);
  return new TableCell({
    children: [new Paragraph({ style: STYLE.cell, keepNext: true, children })],
    borders: NO_LINES,
    verticalAlign: 'bottom',
    ...wide(width),
  });
}

function nameCell(one: Signatory | undefined, width: number): TableCell {
  const { name = '', lines = [], mark } = one ?? {};
  const said = [
    runsOf(name, { bold: true }),
    ...lines.map((line) => runsOf(line)),
    ...(mark?.k === 'room' && mark.words ? [runsOf(mark.words, QUIET)] : []),
  ];
  const children = said.map((runs, at) => {
    const line = at === 0 && one ? { border: { top: SIGNING_LINE } } : {};
    return new Paragraph({ style: STYLE.cell, children: runs, ...line });
  });
  return new TableCell({ children, borders: NO_LINES, ...wide(width) });
}

function contentOf(cell: Cell, pictures: Pictures): readonly ParagraphChild[] {
  if (isMark(cell)) return markRuns(cell, pictures, MARK_IN_CELL);
  const { text, isTotal = false } = wideCell(cell);
  return runsOf(text, { bold: isTotal });
}

/** Room for a pen in a cell of a table. */
function roomOver(cell: Cell): number {
  return isMark(cell) && cell.k === 'room' ? PEN_ROOM : 0;
}
