import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkbook, readOpen } from '../../../src/commands/matrixWork';
import type { OpenWorkbook } from '../../../src/commands/matrixWork';
import type { TableChoices } from '../../../src/formats/matrix/choices';
import { NOTHING_SAID, standingAnswers } from '../../../src/ui/matrix/standingAnswers';
import type { Answers } from '../../../src/ui/matrix/standingAnswers';
import { ROWS, textOf } from '../../support/matrixRows';
import { valueOf } from '../../support/tablets';

const OTHERS = ROWS.map((row) => row.replace(/Formular|Publicar|Capacitar/, 'Revisar'));
const SAID: Answers['said'] = { title: 'Plan', cut: '2023-06-30', zerosAfterCut: 'zero', repairs: ['x'] };
const DECIDED: Answers['decided'] = {
  blanks: 'clear',
  lateReason: 'Llegó tarde',
  matches: { 2: 'new' },
  restore: [3],
  left: ['ind-1 target'],
  taken: ['ind-1 remark'],
};
const OF_NO_ROW: Answers['decided'] = { blanks: 'clear', lateReason: 'Llegó tarde' };

let workbook: OpenWorkbook;

beforeAll(async () => {
  const cells = (rows: readonly string[]) =>
    textOf(rows)
      .trim()
      .split('\n')
      .map((line) => line.split(';'));
  const apart = cells(ROWS).map((row, at) => [...row, '', ...(cells(OTHERS)[at] ?? [])]);
  const sheets = [
    { name: 'Uno', rows: cells(ROWS) },
    { name: 'Dos', rows: cells(OTHERS) },
    { name: 'Juntas', rows: apart },
  ];
  const bytes = new Uint8Array(await writeXlsx({ sheets }));
  workbook = valueOf(await openWorkbook({ name: 'matriz.xlsx', bytes }, () => undefined));
});

const readingAs = (choices: TableChoices) => valueOf(readOpen(workbook, { choices })).reading;

/** What stands in one reading of what was said in another. */
function standingIn(said: TableChoices, now: TableChoices): Answers {
  const before = standingAnswers(NOTHING_SAID, readingAs(said));
  return standingAnswers({ ...before, said: SAID, decided: DECIDED }, readingAs(now));
}

describe('what was said of the rows', () => {
  test('stands while it is the same table, whatever its columns and rows are said to be', () => {
    const again: readonly TableChoices[] = [
      { sheet: 'Uno' },
      { sheet: 'Uno', rows: { 3: 'out' } },
      { sheet: 'Uno', meanings: { L: 'keep' } },
      { sheet: 'Uno', headerRows: { first: 1, last: 1 } },
    ];
    for (const now of again) {
      const { said, decided } = standingIn({ sheet: 'Uno' }, now);
      expect([said, decided]).toEqual([SAID, DECIDED]);
    }
  });

  test.each<[string, TableChoices, TableChoices]>([
    ['sheet', { sheet: 'Uno' }, { sheet: 'Dos' }],
    ['header', { sheet: 'Uno' }, { sheet: 'Uno', headerRows: { first: 1, last: 2 } }],
    [
      'region',
      { sheet: 'Juntas', columns: { first: 'A', last: 'L' } },
      { sheet: 'Juntas', columns: { first: 'N', last: 'Y' } },
    ],
  ])('is of no rows of another %s', (_, said, now) => {
    const standing = standingIn(said, now);
    expect(standing.said.repairs).toBeUndefined();
    expect(standing.said).toMatchObject({ title: 'Plan', zerosAfterCut: 'zero' });
    expect(standing.decided).toEqual(OF_NO_ROW);
  });
});

describe('the cut that was said', () => {
  test('stands where one of the periods ends with it', () => {
    expect(standingIn({ sheet: 'Uno' }, { sheet: 'Dos' }).said.cut).toBe('2023-06-30');
  });

  test('is none of a year that has no such period, but any day is of percents of one cut', () => {
    const other = readingAs({ sheet: 'Uno' });
    const answers: Answers = { ...NOTHING_SAID, said: { cut: '2024-05-17' } };
    expect(standingAnswers(answers, other).said.cut).toBeUndefined();
    expect(standingAnswers(answers, { ...other, isDirect: true }).said.cut).toBe('2024-05-17');
  });
});

test('how the percents of a plan are put together was said of percents, and of nothing else', () => {
  const periods = readingAs({ sheet: 'Uno' });
  const answers: Answers = { ...NOTHING_SAID, said: { rollupMethod: 'flatMean' } };
  expect(standingAnswers(answers, { ...periods, isDirect: true }).said.rollupMethod).toBe('flatMean');
  expect(standingAnswers(answers, periods).said.rollupMethod).toBeUndefined();
});
