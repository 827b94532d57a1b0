import { describe, expect, test } from 'vitest';
import type { Activity } from '../../src/domain/model';
import { moneyOf } from '../../src/domain/money';
import { formatPesos } from '../../src/text/format';
import { executedOf, explainMoney, moneyBasis } from '../../src/text/money';
import { anIndicator, aPlan } from '../support/builders';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function moneyed(...given: readonly (readonly [budget: number | null, executed: number | null])[]) {
  const activities = given.map(([budget, executed], at): Partial<Activity> => ({
    id: `act:${at}`,
    name: `Actividad ${at}`,
    budget,
    executed,
  }));
  return moneyOf(
    aPlan({ indicators: activities.map((activity, at) => anIndicator({ id: `ind:${at}`, activity })) }),
  );
}

test('pesos are written as a person writes them, on one line', () => {
  expect(plain(formatPesos(1_015_000_000))).toBe('$ 1.015.000.000');
  expect(plain(formatPesos(0.1 + 0.2))).toBe('$ 0,3');
  expect(formatPesos(5)).not.toContain(' ');
});

describe('money in words', () => {
  test('is what was executed of the budget', () => {
    expect(plain(executedOf(moneyed([100, 50])))).toBe('$ 50 de $ 100');
    expect(plain(executedOf(moneyed([100, null])))).toBe('de $ 100');
    expect(plain(executedOf(moneyed([null, 50])))).toBe('$ 50 sin presupuesto');
    expect(executedOf(moneyed([null, null]))).toBe('');
    expect(plain(moneyBasis(moneyed([100, 50], [1, 1])))).toBe('De 2 actividades');
    expect(plain(moneyBasis(moneyed([100, 50], [1, null])))).toBe('De 1 actividad');
  });

  test('explains its percent, and names what is incomplete and why', () => {
    const explained = explainMoney('El plan', moneyed([100, 50], [200, 20], [900, null], [null, 70], [0, 5]));
    expect(explained.subject).toBe('El plan, avance financiero');
    expect(plain(explained.figure)).toBe('23,3 %');
    expect(plain(explained.inNumbers)).toBe('$ 70 ÷ $ 300 = 23,3 %');
    expect(explained.exclusions.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      'Actividad 2: No dice lo ejecutado.',
      'Actividad 3: No dice su presupuesto.',
      'Actividad 4: Su presupuesto es cero.',
    ]);
    expect(explained.alternatives.map(({ name, text }) => plain(`${name} ${text}`))).toEqual([
      'Presupuesto $ 1.200',
      'Ejecutado $ 145',
    ]);
  });

  test('says so where there is no percent', () => {
    const { figure, inWords, inNumbers } = explainMoney('El plan', moneyed([900, null]));
    expect([figure, inNumbers]).toEqual(['—', '']);
    expect(inWords).toMatch(/Ninguna actividad/);
  });
});
