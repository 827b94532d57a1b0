import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measurementId } from '../../src/domain/entities';
import { findingsOf } from '../../src/domain/findings';
import { findingKey } from '../../src/domain/findings/finding';
import type { Finding, FindingCode } from '../../src/domain/findings/finding';
import { repairOf } from '../../src/domain/findings/repairs';
import { reviewableFinding, reviewableNote, reviewOf } from '../../src/domain/findings/reviews';
import type { Plan } from '../../src/domain/model';
import { readPlan } from '../../src/domain/readPlan';
import { anEvidence, anIndicator, aPlan, T1, T2, T3 } from '../support/builders';
import { cartagena } from '../support/cartagena';

const REVIEW = { reason: 'Así está en el documento aprobado' };

/** The plan with every finding of it settled. */
function settled(plan: Plan): Plan {
  return { ...plan, reviews: new Map(findingsOf(plan).map((finding) => [findingKey(finding), REVIEW])) };
}

const openIn = (plan: Plan) =>
  findingsOf(plan).filter((finding) => !reviewOf(plan, reviewableFinding(finding)));

function found<Code extends FindingCode>(plan: Plan, code: Code): Extract<Finding, { code: Code }> {
  const finding = findingsOf(plan).find((one) => one.code === code);
  if (!finding) throw new Error(`no ${code}`);
  return finding as Extract<Finding, { code: Code }>;
}

describe('a settled finding', () => {
  it('stays settled while its facts do not change, whatever else does', () => {
    const plan = settled(cartagena('zeros'));
    expect(openIn(plan)).toEqual([]);
    const other = plan.indicators.map((one, row) =>
      row === 0 ? { ...one, unitOfMeasure: 'Documento' } : one,
    );
    expect(openIn({ ...plan, title: 'Otro', indicators: other })).toEqual([]);
  });

  it('is open again once one of its facts changes, and settled again once it is back (domain.md A6.13)', () => {
    const plan = settled(cartagena());
    const withTarget = (target: number) => ({
      ...plan,
      indicators: plan.indicators.map((one, row) => (row === 3 ? { ...one, target } : one)),
    });
    // Nine hundred of what is "# Actas": the same kind, of the same row, is another question.
    expect(openIn(withTarget(900)).map(({ code, entity }) => [code, entity])).toContainEqual([
      'targetTextPlaceholder',
      'ind:4',
    ]);
    expect(openIn(withTarget(21))).toEqual([]);
  });

  it('has the key of its kind, its entity and its facts: equal keys are equal findings', () => {
    const facts = fc.record({
      code: fc.constantFrom('zeroWithoutCause' as const, 'progressWithoutRemark' as const),
      entity: fc.constantFrom('ind:1', 'ind:2'),
      periods: fc.subarray([T1, T2, T3]),
    });
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const { code, entity, periods } = one;
        expect(findingKey({ periods, entity, code })).toBe(findingKey(one));
        expect(findingKey(one) === findingKey(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('is read from whatever the log holds of it', () => {
    const read = (review: unknown) => readPlan('pl:1', [['fnd:a', new Map([['review', review]])]]).reviews;
    const facts = { key: '["k"]', code: 'x', entity: 'ind:1' };
    expect([...read({ ...REVIEW, ...facts })]).toEqual([['["k"]', REVIEW]]);
    // Once it said who and when itself, which its commit says too.
    const signed = { by: 'per:1', at: '2026-01-01T00:00:00.000Z' };
    expect([...read({ ...REVIEW, ...facts, ...signed })]).toEqual([['["k"]', REVIEW]]);
    expect([...read({ key: '["k"]', reason: 7 })]).toEqual([['["k"]', { reason: '' }]]);
    for (const nothing of [null, undefined, 'x', {}, { ...REVIEW }, []]) expect(read(nothing).size).toBe(0);
  });
});

describe('a doubt of the reading', () => {
  it('is read as it is, and settled by its id', () => {
    const fields = new Map<string, unknown>([
      ['finding', { code: 'x', place: 3 }],
      ['indicator', 'ind:1'],
      ['file', 'plan.xlsx'],
    ]);
    const { readingNotes } = readPlan('pl:1', [
      ['note:b', fields],
      ['note:a', new Map()],
    ]);
    expect(readingNotes).toEqual([
      { id: 'note:a', indicatorId: null, file: '', finding: null },
      { id: 'note:b', indicatorId: 'ind:1', file: 'plan.xlsx', finding: { code: 'x', place: 3 } },
    ]);
    const [first, second] = readingNotes.map(reviewableNote);
    expect(first?.key).not.toBe(second?.key);
    expect(second?.entity).toBe('ind:1');
  });
});

describe('a repair', () => {
  const nothing = () => '';

  it('of periods of zeros leaves them without a report, but for those of which somebody said something', () => {
    const said = [1, 0, { report: { k: 'value', v: 0 }, remark: 'Se aplazó' }, 0] as const;
    const plan = aPlan({
      indicators: [
        anIndicator({ id: 'ind:1', said }),
        anIndicator({
          id: 'ind:2',
          said: [1, 0, 0, { report: { k: 'value', v: 0 }, evidence: [anEvidence()] }],
        }),
      ],
    });
    const changes = repairOf(found(plan, 'zeroLooksUnreported'), plan, nothing);
    expect(changes.map(({ entity }) => entity)).toEqual([
      measurementId('ind:1', T2),
      measurementId('ind:2', T2),
    ]);
    expect(changes[0]).toMatchObject({ field: 'report', value: { k: 'notReported' } });
  });

  it('of what is cumulative by nature counts the latest alone, and settles it', () => {
    const indicator = anIndicator({ target: 1, targetUnit: 'percent', said: [0.2, 0.5] });
    const plan = aPlan({ indicators: [indicator] });
    expect(repairOf(found(plan, 'cumulativeByNature'), plan, nothing)).toEqual([
      { entity: 'ind:1', field: 'accumulation', value: 'latest' },
    ]);
    expect(findingsOf(aPlan({ indicators: [{ ...indicator, accumulation: 'latest' }] }))).toEqual([]);
  });

  it('of stray reports brings the indicator back, with what it hung from and what was reported of it', () => {
    const parents: Readonly<Record<string, string>> = {
      'ind:9 activity': 'act:9',
      'act:9 item': 'itm:9',
      'ind:8 activity': 'act:1',
      'act:1 item': 'itm:1',
    };
    const strayReports = ['ind:9', 'ind:8'].map((indicatorId) => ({ indicatorId, periods: [T1] }));
    const plan = aPlan({ indicators: [anIndicator()], strayReports });
    const broughtBack = findingsOf(plan).flatMap((finding) =>
      repairOf(finding, plan, (entity, field) => parents[`${entity} ${field}`] ?? ''),
    );
    expect(broughtBack.every(({ field, value }) => field === '_deleted' && value === false)).toBe(true);
    const reports = (id: string) => plan.periods.map((period) => measurementId(id, period.id));
    expect(broughtBack.map(({ entity }) => entity)).toEqual([
      ...['ind:9', 'act:9', 'itm:9', ...reports('ind:9')],
      ...['ind:8', ...reports('ind:8')],
    ]);
  });

  it('is offered for no other kind', () => {
    const plan = cartagena('zeros');
    const offered = findingsOf(plan).filter((finding) => repairOf(finding, plan, nothing).length > 0);
    expect(new Set(offered.map(({ code }) => code))).toEqual(
      new Set(['zeroLooksUnreported', 'cumulativeByNature']),
    );
  });
});
