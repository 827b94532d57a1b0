import { beforeAll, describe, expect, test } from 'vitest';
import type { MatrixReading, MatrixRow } from '../../../src/formats/matrix/reading';
import { repaired, safeRepairs } from '../../../src/formats/matrix/repairs';
import figures from '../../fixtures/expectedFigures.json';
import { readFixture } from './files';
import { codes, only } from './plans';

const NAME = 'cartagena-2023-plan-accion';
/** Row n of the data stands in row n + 7 of the text, and in row n + 9 of the spreadsheet. */
const ROWS_ABOVE = 7;
const SHIFTED = 'shiftedRow:9';
let reading: MatrixReading;
let spreadsheet: MatrixReading;
let accepted: MatrixReading;

beforeAll(async () => {
  reading = await readFixture('tests/fixtures/matrices', `${NAME}.csv`);
  spreadsheet = await readFixture('public/examples', `${NAME}.xlsx`);
  accepted = repaired(reading, [SHIFTED]);
});

/** What a row says, wherever it stands and whatever it was taken from; the text prints `25,00%` where the sheet has `25,0%`. */
function saidBy(row: MatrixRow | undefined) {
  const { stated, ...said } = row ?? fail();
  return { ...said, sourceRow: null, inherited: null, stated: stated?.percent };
}

function fail(): never {
  throw new Error('no such row');
}

describe('the Cartagena 2023 matrix as text (domain.md A5, messy spreadsheets 4 and 5)', () => {
  test('windows-1252, semicolons and headers broken inside words are read', () => {
    expect(reading.columns.every(({ confidence }) => confidence === 'sure')).toBe(true);
    expect(reading.columns[11]).toMatchObject({
      header: '2023 RES ULT AD O TRI ME STR E 1',
      period: { index: 0, aspect: 'value' },
    });
    expect(reading.facts).toEqual(spreadsheet.facts);
    expect(reading.calendar).toEqual(spreadsheet.calendar);
  });

  test('the shifted row is offered for repair, and not repaired unasked', () => {
    const row = figures.findings.cartagena2023.find(({ code }) => code === 'shiftedRow')?.row ?? 0;
    expect(only(reading, 'shiftedRow').map(({ place }) => place.row)).toEqual([row + ROWS_ABOVE]);
    expect(reading.rows[1]).toMatchObject({ isShifted: true, target: null, start: null, indicatorName: '' });
    expect(reading.repairs[0]).toMatchObject({ id: SHIFTED, code: 'shiftedRow', place: { row: 9 } });
    expect(safeRepairs(reading)).toEqual([SHIFTED]);
    expect(reading.repairs.slice(1).map(({ id }) => id)).toEqual([
      'leaveBlank:A',
      'leaveBlank:C',
      'leaveBlank:D',
    ]);
    expect(repaired(reading, [])).toBe(reading);
    expect(repaired(reading, ['shiftedRow:10'])).toBe(reading);
  });

  test('moved to the right it reads as in the spreadsheet, deliverable and indicator joined', () => {
    const row = accepted.rows[1];
    expect(saidBy(row)).toEqual(saidBy(spreadsheet.rows[1]));
    expect(row?.inherited.indicatorName).toBe('merge');
    expect(codes(accepted)).not.toContain('shiftedRow');
    expect(only(accepted, 'mergedDeliverableIndicator')).toMatchObject([
      { range: 'E9:F9', place: { row: 9 } },
    ]);
  });

  test('and then every row says what the spreadsheet says', () => {
    expect(accepted.rows.map(saidBy)).toEqual(spreadsheet.rows.map(saidBy));
    const uses = (read: MatrixReading) =>
      read.annexes.map(({ number, name, texts }) => [number, name, texts]);
    expect(uses(accepted)).toEqual(uses(spreadsheet));
    expect(accepted.proposedCut).toBe(spreadsheet.proposedCut);
    expect(accepted.zeroPeriods).toEqual(spreadsheet.zeroPeriods);
  });

  test('blank identity cells are "igual que arriba", each said with its place', () => {
    const taken = only(reading, 'inheritedBlank').map(
      ({ place, field }) => `${place.row - ROWS_ABOVE} ${field}`,
    );
    const listed = figures.findings.cartagena2023.find(({ code }) => code === 'blankIdentity');
    // Merged in the spreadsheet and lost in the text, as the published list says of row 12 alone.
    const lostMerges = [
      '2 itemNumber',
      '2 criterion',
      '4 itemNumber',
      '4 criterion',
      '4 phvaStage',
      '8 itemNumber',
      '8 criterion',
    ];
    const ofRow12 = (listed?.fields ?? []).map((field) => `${listed?.row} ${field}`);
    expect(ofRow12).toHaveLength(3);
    expect(taken.toSorted()).toEqual([...lostMerges, ...ofRow12].toSorted());
    expect(only(reading, 'inheritedBlank').find(({ field }) => field === 'phvaStage')?.taken).toBe(
      'H: Hacer',
    );
  });

  test('nothing else is doubted', () => {
    expect([...new Set(codes(reading))].sort()).toEqual(['inheritedBlank', 'shiftedRow']);
  });

  test('the reading crosses a worker, repairs too', () => {
    expect(structuredClone(reading)).toEqual(reading);
    expect(repaired(structuredClone(reading), [SHIFTED])).toEqual(accepted);
  });
});
