import { describe, expect, it } from 'vitest';
import { yearsOf } from '../../src/domain/calendar';
import { sumExact } from '../../src/domain/decimal';
import { decreases, resultAfter, totalThrough } from '../../src/domain/entry';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import { findingsOf } from '../../src/domain/findings';
import type { Plan } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { readPlan } from '../../src/domain/readPlan';
import { EXPECTED } from '../support/expectedFigures';

// The index of the policy, measured once a year (domain.md A4), as the indicator of a plan of two years.

const { indexByYear, reportedGain, referenceMaximum2020 } = EXPECTED.furag;
const years = Object.keys(indexByYear).map(Number);
const [before = NaN, after = NaN] = Object.values(indexByYear);

function planWith(target: number): Plan {
  const measured = Object.entries(indexByYear).map(([year, v]) => [
    `meas:furag:${year}0101-${year}1231`,
    { report: { k: 'value', v }, remark: `Resultados de la vigencia ${year}` },
  ]);
  const entities = {
    plan: { planYear: years[0], calendar: yearsOf(Math.min(...years), Math.max(...years), 12) },
    'pty:oai': { name: 'Oficina Asesora de Informática' },
    'act:furag': { name: 'Mejorar el índice de Gobierno Digital', 'resp/pty:oai': true },
    'ind:furag': {
      activity: 'act:furag',
      name: 'Índice de la política',
      unitOfMeasure: 'Puntos',
      accumulation: 'latest',
      target,
    },
    ...(Object.fromEntries(measured) as Record<string, Record<string, unknown>>),
  };
  return readPlan(
    'pl:furag',
    Object.entries(entities).map(
      ([id, fields]) => [id, new Map<string, unknown>(Object.entries(fields))] as const,
    ),
  );
}

describe.each([
  ['100 points', 100, [53.3, 68.8]],
  ['the reference maximum', referenceMaximum2020, [54.554759468, 70.419651996]],
] as const)('the index of two years, out of %s', (_, target, results) => {
  const plan = planWith(target);
  const [indicator] = plan.indicators;
  const [first, second] = plan.periods;
  if (!indicator || !first || !second) throw new Error('an indicator of two years');

  it('is the latest of them at each cut', () => {
    expect(plan.periods.map(({ start, end }) => [start, end])).toEqual(
      years.map((year) => [`${year}-01-01`, `${year}-12-31`]),
    );
    const at = plan.periods.map(({ end }) => figureOf(evaluate(planTableOf(plan), end), 0));
    expect(at.map(({ accumulated }) => accumulated)).toEqual([before, after]);
    expect(at.map(({ raw }) => raw)).toEqual(results);
  });

  it('gains what was reported, exactly', () => {
    expect(sumExact([after, -before])).toBe(reportedGain);
    const [start, end] = [first, second].map(({ id }) => totalThrough(indicator, id));
    expect(sumExact([end ?? NaN, -(start ?? NaN)])).toBe(reportedGain);
    const change = resultAfter(plan, indicator, second, { k: 'value', v: after });
    expect(change.gain).toBe(target === 100 ? reportedGain : 15.864892528);
    expect([change.before.accumulated, change.after.accumulated]).toEqual([before, after]);
    expect(decreases(indicator, second.id, after)).toBe(false);
  });

  it('has nothing to doubt', () => {
    expect(findingsOf(plan)).toEqual([]);
  });
});
