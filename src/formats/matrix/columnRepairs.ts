import { readNumber } from '../numbers';
import { leaveBlank } from './leaveBlank';
import type { MatrixColumn, MatrixField } from './columns';
import type { CellFinding, CellPlace } from './findings';
import { otherOrders } from './monthFirst';
import { otherNumbers } from './otherNumbers';
import { otherUnits } from './otherUnits';
import { listedParties } from './parties';
import type { MatrixRow, Repair, RowChange } from './reading';
import { severalDays } from './severalDays';
import { codeAndName, indicatorsIn, numberAndName, targetWords } from './severalThings';
import type { CodeAndName } from './severalThings';

/** What is found and offered where the rows are looked at together, column by column. */
interface OfColumns {
  readonly findings: readonly CellFinding[];
  readonly repairs: readonly Repair[];
}

/** What was read so far of a table. */
interface ReadRows {
  readonly sheet: string;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  readonly findings: readonly CellFinding[];
}

/** Several things in one cell, which stay together until a person parts them, and what is asked once per column. */
export function ofColumns(read: ReadRows): OfColumns {
  const { columns, rows, findings } = read;
  const parted = [severalParties(read), namesWithCode(read)];
  return {
    findings: [...parted.flatMap((part) => part.findings), ...severalIndicators(read)],
    repairs: [
      ...otherOrders(columns, findings),
      ...severalDays(columns, findings),
      ...otherNumbers(columns, rows, findings),
      ...otherUnits(columns, rows, findings),
      ...targetsInWords(read),
      ...parted.flatMap((part) => part.repairs),
      ...leaveBlank(columns, rows, findings),
    ],
  };
}

const NOTHING: OfColumns = { findings: [], repairs: [] };

function severalParties(read: ReadRows): OfColumns {
  const column = columnFor(read, 'responsible');
  const listed = read.rows.flatMap((row) => {
    const [text = '', ...others] = row.own ? [] : row.responsible;
    const parties = others.length === 0 ? listedParties(text) : [];
    return parties.length > 0 ? [{ row, text, parties }] : [];
  });
  if (!column || listed.length === 0) return NOTHING;
  const findings = listed
    .filter(({ row }) => row.inherited.responsible === undefined)
    .map(({ row, text, parties }) => ({
      code: 'severalParties' as const,
      place: placeIn(read, column, row, text),
      parties,
    }));
  const changes = listed.map(({ row, parties }) => change(row, { responsible: parties }));
  return { findings, repairs: ofColumn('severalParties', column, false, findings, changes) };
}

/** A code, or the number of an item, with the name behind it, where the name has no column of its own. */
function namesWithCode(read: ReadRows): OfColumns {
  const ofActivity = partNames(read, 'activity', (row) => {
    const parted = row.activityNumber === '' ? codeAndName(row.activityName) : null;
    return parted && { parted, text: row.activityName, values: activityOf(parted) };
  });
  const ofItem = partNames(read, 'itemNumber', (row) => {
    const parted = row.criterion === '' ? numberAndName(row.itemNumber) : null;
    return parted && { parted, text: row.itemNumber, values: itemOf(parted) };
  });
  const ofCriterion = partNames(read, 'criterion', (row) => {
    const parted = row.itemNumber === '' ? codeAndName(row.criterion) : null;
    return parted && { parted, text: row.criterion, values: itemOf(parted) };
  });
  const all = [ofActivity, ofItem, ofCriterion];
  return {
    findings: all.flatMap(({ findings }) => findings),
    repairs: all.flatMap(({ repairs }) => repairs),
  };
}

interface PartedName {
  readonly parted: CodeAndName;
  readonly text: string;
  readonly values: Partial<MatrixRow>;
}

function partNames(
  read: ReadRows,
  field: 'activity' | 'itemNumber' | 'criterion',
  part: (row: MatrixRow) => PartedName | null,
): OfColumns {
  const column = columnFor(read, field);
  if (!column) return NOTHING;
  const parted = read.rows.flatMap((row) => {
    const found = row.own ? null : part(row);
    return found ? [{ row, ...found }] : [];
  });
  const findings = parted
    .filter(({ row }) => row.inherited[field] === undefined)
    .map(({ row, text, parted: { number, name } }) => ({
      code: 'codeAndName' as const,
      place: placeIn(read, column, row, text),
      number,
      name,
    }));
  const changes = parted.map(({ row, values }) => change(row, values));
  return { findings, repairs: ofColumn('codeAndName', column, true, findings, changes) };
}

function activityOf({ number, name }: CodeAndName): Partial<MatrixRow> {
  return { activityNumber: number, activityName: name };
}

function itemOf({ number, name }: CodeAndName): Partial<MatrixRow> {
  return { itemNumber: number, criterion: name };
}

/** Nothing tells which target and which results belong to each: it is only said. */
function severalIndicators(read: ReadRows): readonly CellFinding[] {
  const column = columnFor(read, 'indicatorName');
  return read.rows.flatMap((row): readonly CellFinding[] => {
    const howMany = indicatorsIn(row.indicatorName);
    const isOwn = row.own !== null || row.inherited.indicatorName !== undefined;
    if (!column || isOwn || howMany < 2) return [];
    return [{ code: 'severalIndicators', place: placeIn(read, column, row, row.indicatorName), howMany }];
  });
}

/** The number that a target in words begins with, row by row: nobody else can say that it is the target. */
function targetsInWords({ columns, rows, findings }: ReadRows): readonly Repair[] {
  const column = columns.find(({ field }) => field === 'target');
  const bySource = new Map(rows.map((row) => [row.sourceRow, row]));
  return findings.flatMap((finding): readonly Repair[] => {
    if (finding.code !== 'unreadableNumber' || finding.place.column !== column?.letter) return [];
    const { place } = finding;
    const row = bySource.get(place.row);
    const words = targetWords(place.text.trim());
    const read = words && readNumber(words.number);
    if (!row || !read) return [];
    const unitOfMeasure = row.unitOfMeasure || words.unit;
    const values = {
      target: read.value,
      targetUnit: read.isPercent ? ('percent' as const) : ('count' as const),
      unitOfMeasure,
      targetText: row.targetText || place.text,
    };
    return [
      {
        id: `targetInWords:${place.row}`,
        code: 'targetInWords',
        isSafe: false,
        place,
        settles: [{ row: place.row, column: place.column, code: 'unreadableNumber' }],
        changes: [change(row, values)],
        findings: [],
      },
    ];
  });
}

/** The one repair of a column, of all the findings of one kind in it; none without any. */
function ofColumn(
  code: Repair['code'],
  { letter }: MatrixColumn,
  isSafe: boolean,
  findings: readonly { readonly place: CellPlace }[],
  changes: readonly RowChange[],
): readonly Repair[] {
  const [first] = findings;
  if (!first) return [];
  const settles = findings.map(({ place: { row, column } }) => ({ row, column }));
  return [{ id: `${code}:${letter}`, code, isSafe, place: first.place, settles, changes, findings: [] }];
}

function change({ sourceRow }: MatrixRow, values: Partial<MatrixRow>): RowChange {
  return { sourceRow, values, added: {} };
}

function columnFor({ columns }: ReadRows, field: MatrixField): MatrixColumn | null {
  return columns.find((column) => column.field === field) ?? null;
}

function placeIn(
  { sheet }: ReadRows,
  { letter, header }: MatrixColumn,
  { sourceRow }: MatrixRow,
  text: string,
): CellPlace {
  return { sheet, row: sourceRow, column: letter, header, text };
}
