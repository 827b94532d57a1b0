import { cleanText, dayOf, looksLikeDay, textOf } from '../cells';
import { rangeName } from '../grid';
import { citedAnnexes, readListedAnnex } from './annexes';
import type { MatrixColumn, MatrixField } from './columns';
import { readIdentity } from './identity';
import type { Counters, RowIdentity } from './identity';
import { splitList } from './lists';
import { identityById, readOwnColumns } from './ownRows';
import type { KnownIds } from './ownRows';
import type { MatrixRow, PeriodNote } from './reading';
import { cellIn, columnOf, decimalSigns, periodColumn, placeOf, sourcedText } from './table';
import type { Table } from './table';
import { noValues, readValues } from './values';

// Text columns where a date shows that the row slid sideways.
const TEXT_FIELDS: readonly MatrixField[] = [
  'deliverable',
  'indicatorName',
  'targetText',
  'responsible',
  'remark',
];

type Descriptions = Pick<
  MatrixRow,
  'deliverable' | 'indicatorName' | 'targetText' | 'responsible' | 'inherited'
>;

/** Reads the data rows, in order; what is doubtful or not read is noted with its place. */
export function readRows(table: Table, dataRows: readonly number[]): readonly MatrixRow[] {
  const signs = decimalSigns(table, dataRows);
  const counters: Counters = { items: 0, activities: 0 };
  const known: KnownIds = { items: new Map(), activities: new Map() };
  let above: RowIdentity | null = null;
  return dataRows.map((row) => {
    noteUnusableCells(table, row);
    const own = table.isOwn ? readOwnColumns(table, row) : null;
    const identity = own ? identityById(table, row, own, known) : readIdentity(table, row, above, counters);
    above = identity;
    const isShifted = own === null && noteShift(table, row);
    const descriptions = isShifted ? NO_DESCRIPTIONS : readDescriptions(table, row);
    const values = isShifted ? noValues(table) : readValues(table, row, signs);
    const remark = isShifted ? '' : textOf(cellIn(table, row, columnOf(table, 'remark')));
    const read = {
      sourceRow: row + 1,
      ...identity,
      ...descriptions,
      ...values,
      notes: isShifted ? [] : readNotes(table, row),
      remark,
      citedAnnexes: citedAnnexes(remark),
      extra: isShifted ? {} : readExtra(table, row),
      inherited: { ...identity.inherited, ...descriptions.inherited },
      isShifted,
      own,
    };
    return { ...read, isIndicator: own ? own.indicatorId !== '' : saysIndicator(read) };
  });
}

const NO_DESCRIPTIONS: Descriptions = {
  deliverable: '',
  indicatorName: '',
  targetText: '',
  responsible: [],
  inherited: {},
};

function saysIndicator(row: Omit<MatrixRow, 'isIndicator'>): boolean {
  const hasNumbers = row.target !== null || row.values.some((value) => value !== null);
  return (
    row.isShifted || hasNumbers || row.deliverable !== '' || row.indicatorName !== '' || row.targetText !== ''
  );
}

function readDescriptions(table: Table, row: number): Descriptions {
  const inherited: Partial<Record<MatrixField, 'merge'>> = {};
  const take = (field: MatrixField): string => {
    const { text, source } = sourcedText(table, row, field);
    if (source === 'merge') inherited[field] = 'merge';
    return text;
  };
  const deliverable = take('deliverable');
  const indicatorName = take('indicatorName');
  const isMerged = indicatorName === '' && deliverable !== '' && noteMergedIndicator(table, row);
  if (isMerged) inherited.indicatorName = 'merge';
  return {
    deliverable,
    indicatorName: isMerged ? deliverable : indicatorName,
    // A target in words belongs to the text of the target when nothing else is written there.
    targetText: take('targetText') || wordsOfTarget(table, row),
    responsible: readParties(table, row, take('responsible')),
    inherited,
  };
}

/** A cell names one party; only our own CSV lists several. */
function readParties(table: Table, row: number, oneParty: string): readonly string[] {
  if (oneParty !== '') return [oneParty];
  return splitList(textOf(cellIn(table, row, columnOf(table, 'responsibleList')))).map(cleanText);
}

function wordsOfTarget(table: Table, row: number): string {
  const text = textOf(cellIn(table, row, columnOf(table, 'target')));
  return /\p{L}{2}/u.test(text) ? text : '';
}

/** True where one merge covers the deliverable and the indicator: the one text stands for both. */
function noteMergedIndicator(table: Table, row: number): boolean {
  const deliverable = columnOf(table, 'deliverable');
  const indicator = columnOf(table, 'indicatorName');
  const merge = indicator && table.merges(row, indicator.index);
  if (!merge || !deliverable || merge !== table.merges(row, deliverable.index)) return false;
  const place = placeOf(table, row, deliverable);
  table.note({ code: 'mergedDeliverableIndicator', place, range: rangeName(merge) });
  return true;
}

/** True when a date column holds words while a column of words holds a date: the row slid sideways. */
function noteShift(table: Table, row: number): boolean {
  const expected = [columnOf(table, 'start'), columnOf(table, 'end')].find((column) => {
    const cell = cellIn(table, row, column);
    return cell.kind === 'text' && dayOf(cell) === null;
  });
  const found = TEXT_FIELDS.map((field) => columnOf(table, field)).find((column) =>
    looksLikeDay(cellIn(table, row, column)),
  );
  if (!expected || !found) return false;
  const cells = table.columns.flatMap((column) => {
    const { text } = cellIn(table, row, column);
    return text === '' ? [] : [{ column: column.letter, text }];
  });
  table.note({
    code: 'shiftedRow',
    place: placeOf(table, row, found),
    expectedColumn: expected.letter,
    cells,
  });
  return true;
}

function readNotes(table: Table, row: number): readonly PeriodNote[] {
  return Array.from({ length: table.periodCount }, (_, index) => {
    const text = (aspect: 'remark' | 'delayCause' | 'evidence') =>
      textOf(cellIn(table, row, periodColumn(table, aspect, index)));
    const evidence = splitList(text('evidence')).map(readListedAnnex);
    return { remark: text('remark'), delayCause: text('delayCause'), evidence };
  });
}

function readExtra(table: Table, row: number): Readonly<Record<string, string>> {
  const seen = new Map<string, string>();
  for (const column of table.columns.filter(isUnmapped)) {
    const text = textOf(cellIn(table, row, column));
    if (text === '') continue;
    const header = column.header || column.letter;
    seen.set(seen.has(header) ? `${header} (${column.letter})` : header, text);
  }
  // fromEntries defines own properties, whatever a header is called.
  return Object.fromEntries(seen);
}

/** True for a column that is kept as it is, under its header. */
export function isUnmapped(column: MatrixColumn): boolean {
  return column.field === null && column.period === null;
}

function noteUnusableCells(table: Table, row: number): void {
  for (const column of table.columns) {
    const cell = cellIn(table, row, column);
    if (cell.kind === 'error') table.note({ code: 'errorCell', place: placeOf(table, row, column) });
    if (cell.kind === 'blank' && cell.formula !== undefined) {
      table.note({ code: 'formulaWithoutValue', place: placeOf(table, row, column), formula: cell.formula });
    }
  }
}
