import { matrixTable as words } from '../../text/matrixTable';
import type { Reading, TableChoices } from './reading';

/** The edges of a table as a person writes them: rows by number, columns by letter. */
export interface WrittenPlace {
  readonly headerFirst: string;
  readonly headerLast: string;
  readonly firstColumn: string;
  readonly lastColumn: string;
  readonly lastRow: string;
}

type Found = Reading['tables'][number];

const NOWHERE: WrittenPlace = {
  headerFirst: '',
  headerLast: '',
  firstColumn: '',
  lastColumn: '',
  lastRow: '',
};
const ROWS = ['headerFirst', 'headerLast', 'lastRow'] as const;
const COLUMNS = ['firstColumn', 'lastColumn'] as const;

export function writtenPlace(found: Pick<Found, 'headerRows' | 'columns' | 'lastRow'> | null): WrittenPlace {
  if (!found) return NOWHERE;
  return {
    headerFirst: String(found.headerRows.first),
    headerLast: String(found.headerRows.last),
    firstColumn: found.columns.first,
    lastColumn: found.columns.last,
    lastRow: String(found.lastRow),
  };
}

/** What is wrong with what was written, by its field; nothing where all can be used. */
export function placeErrors(place: WrittenPlace): Partial<Record<keyof WrittenPlace, string>> {
  const rows = ROWS.filter((field) => !/^[1-9]\d{0,6}$/.test(place[field].trim()));
  const columns = COLUMNS.filter((field) => !/^[a-z]{1,3}$/i.test(place[field].trim()));
  return Object.fromEntries([
    ...rows.map((field) => [field, words.notRow] as const),
    ...columns.map((field) => [field, words.notColumn] as const),
  ]);
}

/** What was written, as the reader takes it; of the rows of a header the smaller number is the first. */
export function placeChoices(sheet: string, place: WrittenPlace, planYear: number | undefined): TableChoices {
  const [first = 1, last = first] = [Number(place.headerFirst), Number(place.headerLast)].toSorted(
    (a, b) => a - b,
  );
  return {
    sheet,
    headerRows: { first, last },
    columns: {
      first: place.firstColumn.trim().toUpperCase(),
      last: place.lastColumn.trim().toUpperCase(),
    },
    lastRow: Number(place.lastRow),
    ...(planYear === undefined ? {} : { planYear }),
  };
}
