import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate';
import { planTableOf } from '../../src/domain/planTable';
import { yearsOf } from '../../src/domain/calendar';
import { classMoves, planWith } from '../../src/domain/ruleChange';
import { CALI_3_EXACT, DAFP_5, DNP_5 } from '../../src/domain/schemes';
import { boardFacts } from '../../src/domain/board';
import { anIndicator, aPlan } from '../support/builders';

const CUT = '2023-03-31';
const ofPercents = (...percents: readonly number[]) =>
  aPlan({
    indicators: percents.map((percent, row) =>
      anIndicator({ id: `ind:${row}`, target: 100, said: [percent] }),
    ),
  });

describe('how many change class', () => {
  const movesTo = (plan: ReturnType<typeof aPlan>, scheme: typeof DNP_5) =>
    classMoves(evaluate(planTableOf(plan), CUT), evaluate(planTableOf(planWith(plan, { scheme })), CUT));

  it('is told from which to which', () => {
    expect(movesTo(ofPercents(10, 40, 40.4, 50, 80, 80, 90), DNP_5)).toEqual([
      { from: 'critical', to: 'inProgress', n: 2 },
      { from: 'inProgress', to: 'finished', n: 2 },
    ]);
    expect(movesTo(ofPercents(40, 40.4, 40.5), CALI_3_EXACT)).toEqual([
      { from: 'critical', to: 'inProgress', n: 1 },
    ]);
  });

  it('is none for other bands of the same classes, and what has no class stays without one', () => {
    expect(movesTo(ofPercents(10, 40, 41, 80, 81), DAFP_5)).toEqual([]);
    const plan = aPlan({
      indicators: [anIndicator({ start: '2024-01-01', end: '2024-12-31' }), anIndicator({ target: null })],
    });
    expect(movesTo(plan, DNP_5)).toEqual([]);
  });
});

describe('a plan by other rules', () => {
  it('has the periods of its calendar', () => {
    const plan = planWith(ofPercents(50), { calendar: yearsOf(2023, 2023, 6) });
    expect(plan.periods.map(({ id }) => id)).toEqual(['20230101-20230630', '20230701-20231231']);
    const facts = boardFacts(plan, evaluate(planTableOf(plan), CUT));
    expect(facts.overall.value).toBe(0);
  });

  it('keeps the rest, and its periods when the calendar stays', () => {
    const plan = ofPercents(24.7);
    const looser = planWith(plan, { paceTolerance: 0, dueSoonDays: 300 });
    expect(looser.periods).toBe(plan.periods);
    const facts = boardFacts(looser, evaluate(planTableOf(looser), CUT));
    expect([facts.paces.ahead, facts.states.dueSoon]).toEqual([1, 1]);
  });
});
