import { expect, test } from 'vitest';
import { periodsOf, quartersOf, yearsOf } from '../../src/domain/calendar';
import type { Calendar } from '../../src/domain/calendar';
import { activity } from '../../src/text/activity';
import { periodName } from '../../src/text/format';

const atCuts: Calendar = { ...yearsOf(2024, 2024, 12), cuts: ['2024-07-31'] };

test.each([
  [quartersOf(2024), 'el 4.º trimestre de 2024', 'del 4.º trimestre de 2024'],
  [yearsOf(2024, 2024, 1), 'diciembre de 2024', 'de diciembre de 2024'],
  [yearsOf(2024, 2024, 12), '2024', 'de 2024'],
  [atCuts, 'el período 1 ago a 31 dic 2024', 'del período 1 ago a 31 dic 2024'],
] as const)('a value is of its period, whatever the period is called', (calendar, name, close) => {
  const last = periodName(periodsOf(calendar).at(-1)!, calendar);
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  expect(plain(activity.amountIn(last))).toBe(`Logrado en ${name}`);
  expect(plain(activity.standingAt(last))).toBe(`En cuánto va al cierre ${close}`);
  expect(plain(activity.totalLabel(last))).toBe(`Total acumulado al cierre ${close}`);
});
