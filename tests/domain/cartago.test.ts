import { describe, expect, it } from 'vitest';
import { boardFacts } from '../../src/domain/board';
import { evaluate } from '../../src/domain/evaluate';
import { findingsOf } from '../../src/domain/findings';
import { groupsBy, untargetedElements } from '../../src/domain/groups';
import type { Grouping } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { aggregate, meanAttainment } from '../../src/domain/rollup';
import { cartago } from '../support/cartago';
import { EXPECTED, fourDecimals } from '../support/expectedFigures';

const { domains, plan: expected } = EXPECTED.cartago2024;
const plan = cartago();
const evaluation = evaluate(planTableOf(plan), '2024-07-31');

describe('Cartago 2024 at 31 July', () => {
  it.each<[string, Grouping]>([
    ['item', 'item'],
    ['domain of the architecture', { taxonomy: 'mrae-domains' }],
  ])('gives 80, 100, 20 and 0 by %s', (_, by) => {
    const means = groupsBy(plan, by).map(({ rows }) => meanAttainment(evaluation, rows).value);
    expect(means).toEqual(domains.map(({ computed }) => computed));
  });

  it('comes to 50 by groups and 54.5 flat, and shows both', () => {
    const { overall } = boardFacts(plan, evaluation);
    expect([overall.value, overall.n]).toEqual([expected.groupMean, domains.length]);
    expect(
      overall.alternatives.methods.map(({ method, value, n }) => [method, fourDecimals(value), n]),
    ).toEqual([
      ['flatMean', expected.flatMean, 11],
      ['groupMean', expected.groupMean, 4],
    ]);
    expect(fourDecimals(aggregate({ evaluation, plan, method: 'flatMean' }).value)).toBe(expected.flatMean);
  });

  it('has no dates, so no state, no pace and nothing expected', () => {
    const { overall, figures } = boardFacts(plan, evaluation);
    expect(overall.expected).toMatchObject({ value: null, n: 0 });
    expect(figures.every(({ scheduleState, pace }) => scheduleState === null && pace === null)).toBe(true);
  });

  it('does not target two of the six domains', () => {
    const untargeted = untargetedElements(plan, { taxonomy: 'mrae-domains' });
    expect(untargeted.map(({ name }) => name)).toEqual([
      'Gestión de la Información',
      'Servicios Tecnológicos',
    ]);
  });

  it('has the findings that its file is known for, and no other', () => {
    const findings = findingsOf(plan);
    const factsOf = (code: string) => findings.filter((finding) => finding.code === code);
    const known = EXPECTED.findings.cartago2024.filter(({ code }) => code !== 'continuationRow'); // The reader's.
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(known.map(({ code }) => code)));
    expect(factsOf('statedDiffers')).toMatchObject([
      { place: 'item', entity: 'itm:1', stated: 85, computed: 80 },
      { place: 'plan', stated: 51, computed: 50 },
    ]);
    expect(factsOf('remarkContradictsValue')).toMatchObject([
      { entity: 'ind:4', percent: 100, text: '0% de cumplimiento' },
    ]);
    expect(factsOf('progressWithoutRemark').map(({ entity }) => entity)).toEqual(['ind:7']);
    expect(factsOf('zeroWithoutCause').map(({ entity }) => entity)).toEqual(
      [8, 9, 10, 11].map((row) => `ind:${row}`),
    );
    expect(factsOf('noDatesNoOwner')).toMatchObject([{ indicators: plan.indicators.map(({ id }) => id) }]);
  });
});
