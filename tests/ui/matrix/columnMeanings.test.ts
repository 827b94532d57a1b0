import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../src/domain/calendar';
import { periodsOf } from '../../../src/domain/calendar';
import {
  alsoSaid,
  lostMeanings,
  meaningFrom,
  meaningGroups,
  meaningOf,
  meaningText,
} from '../../../src/ui/matrix/columnMeanings';
import type { MatrixColumn, Reading } from '../../../src/ui/matrix/reading';

const QUARTERS: Calendar = { start: '2023-01-01', end: '2024-12-31', monthsPerPeriod: 3 };

function aColumn(said: Partial<MatrixColumn>): MatrixColumn {
  const none = { index: 0, letter: 'A', header: '', field: null, period: null } as const;
  return { ...none, confidence: 'none', samples: [], ...said };
}

function aReading(columns: readonly MatrixColumn[]): Reading {
  return { calendar: QUARTERS, periods: periodsOf(QUARTERS), columns } as unknown as Reading;
}

function valuesOf(reading: Reading, column: MatrixColumn): readonly string[] {
  return meaningGroups(reading, column).flatMap(({ options }) => options.map(({ value }) => value));
}

describe('what a column may be said to be', () => {
  test('a field, a period of the calendar with its year, or itself', () => {
    const reading = aReading([]);
    expect(meaningOf(aColumn({ field: 'activity' }), reading)).toEqual({ field: 'activity' });
    expect(meaningOf(aColumn({}), reading)).toBe('keep');
    const fifth = aColumn({ period: { index: 4, aspect: 'value' } });
    expect(meaningOf(fifth, reading)).toEqual({
      period: { aspect: 'value', year: 2024, monthsPerPeriod: 3, ordinal: 1 },
    });
  });

  test('what it was read as is always among the choices', () => {
    const period = aColumn({ period: { index: 7, aspect: 'planned' } });
    for (const column of [aColumn({}), aColumn({ field: 'end' }), aColumn({ field: 'tags' }), period]) {
      const reading = aReading([period]);
      expect(valuesOf(reading, column)).toContain(meaningText(meaningOf(column, reading)));
    }
  });

  test('without periods in the table, those that a year can have are offered', () => {
    const offered = valuesOf(aReading([aColumn({ field: 'activity' })]), aColumn({})).map(meaningFrom);
    expect(offered).toContainEqual({
      period: { aspect: 'value', year: null, monthsPerPeriod: 6, ordinal: 2 },
    });
    expect(offered).toContainEqual({
      period: { aspect: 'value', year: null, monthsPerPeriod: 1, ordinal: 12 },
    });
  });

  test('no choice is offered twice, by its value or by its words', () => {
    const offered = meaningGroups(aReading([]), aColumn({})).flatMap(({ options }) => options);
    for (const said of [offered.map(({ value }) => value), offered.map(({ label }) => label)]) {
      expect(new Set(said).size).toBe(said.length);
    }
  });
});

test('who says of a column what was said of another one says it of that one alone', () => {
  const said = { A: { field: 'activity' }, B: { field: 'target' }, C: 'keep' } as const;
  const reading = { facts: { planYear: 2024 } };
  expect(alsoSaid(said, 'D', { field: 'activity' }, reading)).toEqual({
    B: { field: 'target' },
    C: 'keep',
    D: { field: 'activity' },
  });
  expect(alsoSaid(said, 'D', 'keep', reading)).toEqual({ ...said, D: 'keep' });
});

test('a period without a year is that of the plan: it is said of one column', () => {
  const quarter = (year: number | null, ordinal = 1) => ({
    period: { aspect: 'value', year, monthsPerPeriod: 3, ordinal } as const,
  });
  const said = { A: quarter(null), B: quarter(null, 2), C: quarter(2023) };
  const reading = { facts: { planYear: 2024 } };
  expect(alsoSaid(said, 'D', quarter(2024), reading)).toEqual({
    B: said.B,
    C: said.C,
    D: quarter(2024),
  });
  expect(alsoSaid({ A: quarter(2024) }, 'D', quarter(null), reading)).toEqual({ D: quarter(null) });
});

test('a column lost its meaning where it had one, nobody said so, and it is the same column', () => {
  const before = aReading([
    aColumn({ letter: 'A', header: 'ACTIVIDAD', field: 'activity' }),
    aColumn({ letter: 'B', header: 'T1', period: { index: 0, aspect: 'value' } }),
    aColumn({ letter: 'C', header: 'META', field: 'target' }),
    aColumn({ letter: 'D', header: 'Sede' }),
  ]);
  const kept = (letter: string, header: string) => aColumn({ letter, header });
  const after = aReading([kept('A', 'ACTIVIDAD'), kept('B', 'Otra'), kept('C', 'META'), kept('D', 'Sede')]);
  expect(lostMeanings(before, after, { C: 'keep' }).map(({ letter }) => letter)).toEqual(['A']);
  expect(lostMeanings(before, before, {})).toEqual([]);
  const said = { A: { field: 'activity' }, C: 'keep' } as const;
  expect(lostMeanings(before, after, said).map(({ letter }) => letter)).toEqual(['A']);
});
