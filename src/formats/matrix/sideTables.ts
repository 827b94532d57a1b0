import type { Sheet } from '../grid';
import type { MatrixField } from './columns';
import type { Bounds, FoundHeader, HeaderColumn } from './header';
import { meaningKey } from './recognise';

type ColumnSpan = Pick<Bounds, 'firstColumn' | 'lastColumn'>;

const FEWEST_KNOWN = 3;
const FEWEST_REPEATED = 2;
// A better name than those that only stand in for one.
const WELL_KNOWN = 1;
const FEW_ROWS = 1;
// A second set of headers begins with what names the work of a row.
const IDENTITY: readonly (MatrixField | null)[] = ['itemNumber', 'criterion', 'activityNumber', 'activity'];

/**
 * The columns that belong to a header, among all those of its rows: a blank column or a second set of headers
 * parts it from a table beside. Where nothing is parted they are those of the bounds.
 */
export function ownColumns(sheet: Sheet, bounds: Bounds, header: FoundHeader): ColumnSpan {
  const second = secondSet(header.columns);
  const lastColumn = second === null ? bounds.lastColumn : second - 1;
  const runs = runsOf(sheet, { ...bounds, lastColumn }, header);
  const knownIn = (run: ColumnSpan) => columnsIn(header, run).filter(isKnown).length;
  const main = runs.reduce<ColumnSpan | null>(
    (best, run) => (best && knownIn(best) >= knownIn(run) ? best : run),
    null,
  );
  if (!main) return { firstColumn: bounds.firstColumn, lastColumn };
  const place = runs.indexOf(main);
  let own = main;
  const before = runs.slice(0, place).toReversed();
  const cutLeft = before.find((run) => !joinedTo(run));
  const after = runs.slice(place + 1);
  const cutRight = after.find((run) => !joinedTo(run));
  return {
    firstColumn: cutLeft ? own.firstColumn : bounds.firstColumn,
    lastColumn: cutRight ? own.lastColumn : lastColumn,
  };

  function joinedTo(run: ColumnSpan): boolean {
    if (isApart(sheet, bounds, header, own, run)) return false;
    own = {
      firstColumn: Math.min(own.firstColumn, run.firstColumn),
      lastColumn: Math.max(own.lastColumn, run.lastColumn),
    };
    return true;
  }
}

/** True for columns beyond a blank one that are a table of their own, and not more of the main one. */
function isApart(
  sheet: Sheet,
  bounds: Bounds,
  header: FoundHeader,
  own: ColumnSpan,
  run: ColumnSpan,
): boolean {
  if (run.firstColumn === run.lastColumn) return false;
  const taken = new Set(columnsIn(header, own).filter(isKnown).map(bestMeaning));
  const headed = columnsIn(header, run).filter((column) => column.header !== '');
  const known = headed.filter(({ candidates }) => candidates.some(({ rank }) => rank <= WELL_KNOWN));
  const isMore = known.length > 0 && known.length * 2 >= headed.length;
  const isNew = !known.some((column) => taken.has(bestMeaning(column)));
  if (isMore && isNew && rowsOfItsOwn(sheet, bounds, header, own, run) <= FEW_ROWS) return false;
  return hasHeading(sheet, bounds, header, run);
}

/** The rows under the header where a run has something written and the table has nothing. */
function rowsOfItsOwn(
  sheet: Sheet,
  { lastRow }: Bounds,
  { rows }: FoundHeader,
  own: ColumnSpan,
  run: ColumnSpan,
): number {
  const isIn = (cells: Sheet['rows'][number], { firstColumn, lastColumn }: ColumnSpan) =>
    cells.slice(firstColumn, lastColumn + 1).some(({ text }) => text !== '');
  return sheet.rows.slice(rows.last + 1, lastRow + 1).filter((cells) => isIn(cells, run) && !isIn(cells, own))
    .length;
}

/** Two texts or more in the first of the rows that go down to the header, but for a line that names what is under it. */
function hasHeading(sheet: Sheet, bounds: Bounds, header: FoundHeader, run: ColumnSpan): boolean {
  const cellsAt = (row: number) => (sheet.rows[row] ?? []).slice(run.firstColumn, run.lastColumn + 1);
  const isWritten = (row: number) => cellsAt(row).some(({ text }) => text !== '');
  let first = header.rows.first;
  if (isWritten(first)) while (first > bounds.firstRow && isWritten(first - 1)) first--;
  else while (first < bounds.lastRow && !isWritten(first)) first++;
  const isHeading = (row: number) => cellsAt(row).filter(({ kind }) => kind === 'text').length > 1;
  return isHeading(first) || (first < header.rows.first && isHeading(first + 1));
}

/** Where the headers begin anew, as where two plans stand side by side; null where they do not. */
function secondSet(columns: readonly HeaderColumn[]): number | null {
  const sure = columns.filter(({ candidates }) => candidates[0]?.rank === 0);
  const begins = sure.findIndex((column, place) => {
    const before = new Set(sure.slice(0, place).map(bestMeaning));
    const rest = sure.slice(place);
    const repeated = rest.filter((other) => before.has(bestMeaning(other)));
    return (
      IDENTITY.includes(column.candidates[0]?.field ?? null) &&
      before.has(bestMeaning(column)) &&
      rest.length >= FEWEST_KNOWN &&
      repeated.length >= FEWEST_REPEATED
    );
  });
  return sure[begins]?.index ?? null;
}

/** Columns next to one another with anything written from the header down. */
function runsOf(sheet: Sheet, bounds: Bounds, { rows }: FoundHeader): readonly ColumnSpan[] {
  const written = new Set<number>();
  for (let row = rows.first; row <= bounds.lastRow; row++) {
    sheet.rows[row]?.forEach(({ text }, column) => {
      if (text !== '' && column >= bounds.firstColumn && column <= bounds.lastColumn) written.add(column);
    });
  }
  const runs: ColumnSpan[] = [];
  for (const column of [...written].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.lastColumn === column - 1) runs[runs.length - 1] = { ...last, lastColumn: column };
    else runs.push({ firstColumn: column, lastColumn: column });
  }
  return runs;
}

function columnsIn(
  { columns }: FoundHeader,
  { firstColumn, lastColumn }: ColumnSpan,
): readonly HeaderColumn[] {
  return columns.filter(({ index }) => index >= firstColumn && index <= lastColumn);
}

function isKnown({ candidates }: HeaderColumn): boolean {
  return candidates.length > 0;
}

function bestMeaning({ candidates: [best] }: HeaderColumn): string {
  return best ? meaningKey(best) : '';
}
