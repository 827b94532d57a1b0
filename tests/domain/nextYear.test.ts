import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodsOf } from '../../src/domain/calendar';
import type { Calendar } from '../../src/domain/calendar';
import { dayFromNumber, isIsoDay } from '../../src/domain/isoDay';
import { nextYearEntities } from '../../src/domain/nextYear/entities';
import { renumbered, withNumber } from '../../src/domain/nextYear/numbering';
import { proposeNextYear, yearResult } from '../../src/domain/nextYear/proposal';
import { readPlan } from '../../src/domain/readPlan';
import { renameYear, shiftCalendar, shiftDay } from '../../src/domain/shiftYears';

const day = fc.integer({ min: 10_957, max: 25_000 }).map(dayFromNumber);

describe('days a year later', () => {
  test('are the same day; the 29th of February is the 28th where there is none', () => {
    expect(shiftDay('2023-03-31', 1)).toBe('2024-03-31');
    expect(shiftDay('2024-02-29', 1)).toBe('2025-02-28');
    expect(shiftDay('2024-02-29', 4)).toBe('2028-02-29');
    expect(shiftDay('2023-02-28', 1)).toBe('2024-02-28');
  });

  test('of a calendar keep its periods, and February whole', () => {
    const calendar: Calendar = {
      start: '2023-01-01',
      end: '2023-12-31',
      monthsPerPeriod: 2,
      cuts: ['2023-02-28', '2023-07-31'],
    };
    const next = shiftCalendar(calendar, 1);
    expect(next.cuts).toEqual(['2024-02-29', '2024-07-31']);
    expect(periodsOf(next)).toHaveLength(periodsOf(calendar).length);
  });

  test('always are days, in the same order, so many years away', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 12 }), (one, other, years) => {
        const [a, b] = [shiftDay(one, years), shiftDay(other, years)];
        expect(isIsoDay(a)).toBe(true);
        expect(Number(a.slice(0, 4)) - Number(one.slice(0, 4))).toBe(years);
        if (one < other) expect(a <= b).toBe(true);
      }),
    );
  });
});

test('a year within a name changes, and a number that holds it does not', () => {
  expect(renameYear('Plan 2023, versión 20231 (2023)', 2023, 2024)).toBe('Plan 2024, versión 20231 (2024)');
});

test('numbers begin anew in the order of what goes on, as the plan counted', () => {
  const item = (id: string, number: string) => {
    return { id, number, differentialCriterion: '', statedValue: null };
  };
  const activity = (id: string, itemId: string, number: string) => ({
    ...{ id, itemId, number, name: '', phvaStage: null, start: null, end: null, blockedBy: null },
    ...{ budget: null, executed: null, responsibleParties: [], tags: new Map() },
  });
  const items = [item('itm:b', '2'), item('itm:c', '3')];
  const numbersOf = (numbers: readonly string[]) => {
    const activities = numbers.map((number, at) => activity(`act:${at}`, at < 2 ? 'itm:b' : 'itm:c', number));
    const found = renumbered(items, activities);
    return [...items, ...activities].map(({ id }) => found.get(id) ?? '');
  };
  expect(numbersOf(['2.1', '2.3', '3.2'])).toEqual(['1', '2', '1.1', '1.2', '2.1']);
  expect(numbersOf(['1', '2', '1'])).toEqual(['1', '2', '1', '2', '1']);
  expect(numbersOf(['4', '4', '5'])).toEqual(['1', '2', '1', '2', '3']);
  expect(numbersOf(['4', '5', '8'])).toEqual(['1', '2', '1', '2', '3']);
  expect(numbersOf(['', '', ''])).toEqual(['1', '2', '', '', '']);
});

test('a name that begins with its number takes the new one, and no other number in it', () => {
  expect(withNumber('7. Hacer 7 mesas', '7', '3')).toBe('3. Hacer 7 mesas');
  expect(withNumber('70 mesas', '7', '3')).toBe('70 mesas');
  expect(withNumber('Hacer 7 mesas', '7', '3')).toBe('Hacer 7 mesas');
  expect(withNumber('. Hacer', '', '3')).toBe('. Hacer');
});

const row = fc.record({
  target: fc.integer({ min: 1, max: 50 }),
  value: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  start: day,
  number: fc.constantFrom('', '1', '7'),
});

test('twice over is two years later, with what was unfinished and what it goes on from', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const entities = new Map<string, ReadonlyMap<string, unknown>>();
      const put = (id: string, fields: Readonly<Record<string, unknown>>) =>
        entities.set(id, new Map(Object.entries(fields)));
      put('plan', {
        title: 'Plan',
        planYear: 2023,
        calendar: { start: '2023-01-01', end: '2023-12-31', monthsPerPeriod: 3 },
      });
      put('itm:1', { number: '1', pos: 'a' });
      rows.forEach(({ target, value, start, number }, at) => {
        put(`act:${at}`, { item: 'itm:1', number, name: `Actividad ${at}`, start, pos: `a${at}` });
        put(`ind:${at}`, { activity: `act:${at}`, target, pos: `a${at}` });
        if (value !== null) {
          put(`meas:${at}:20230101-20230331`, { report: { k: 'value', v: value } });
        }
      });
      const once = cloned('pl_1', entities);
      const twice = cloned('pl_2', once);
      const plan = readPlan('pl_3', twice);
      const first = readPlan('pl_1', entities);
      expect(plan.planYear).toBe(2025);
      const unfinished = rows.flatMap(({ target, value, start }, at) =>
        (value ?? 0) < target ? [[`Actividad ${at}`, shiftDay(shiftDay(start, 1), 1)]] : [],
      );
      expect(plan.activities.map(({ name, start }) => [name, start])).toEqual(unfinished);
      expect(plan.indicators.every(({ reports }) => reports.size === 0)).toBe(true);
      for (const { id } of plan.indicators) {
        const from = plan.lineage.get(id);
        expect(from).toMatchObject({ plan: 'pl_2', year: 2024 });
        expect(readPlan('pl_2', once).lineage.get(from?.entity ?? '')).toMatchObject({
          plan: first.id,
          year: 2023,
        });
      }
    }),
  );
});

let made = 0;

function cloned(planId: string, fields: ReadonlyMap<string, ReadonlyMap<string, unknown>>) {
  const plan = readPlan(planId, fields);
  const result = yearResult(plan, { day: plan.calendar.end, period: null });
  const proposal = proposeNextYear(plan, result, plan.calendar.end);
  const carried = proposal.activities.filter(({ isFinished }) => !isFinished);
  const next = nextYearEntities(
    { plan, fields, result },
    {
      title: proposal.title,
      activities: new Set(carried.map(({ activity }) => activity.id)),
      commitments: new Set(),
      series: new Set(),
      baselineSource: 'Resultado',
    },
    { newId: (kind) => `${kind}:n${(made += 1)}`, partyId: (name) => `pty:${name}` },
  );
  return new Map([...next].map(([id, values]) => [id, new Map(Object.entries(values))]));
}
