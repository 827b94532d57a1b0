import { describe, expect, it } from 'vitest';
import { periodsOf, yearsOf } from '../../src/domain/calendar';
import { decreases, incrementFromTotal, looksCumulative, totalThrough } from '../../src/domain/entry';
import { findingsOf } from '../../src/domain/findings';
import { inCalendar } from '../../src/domain/inCalendar';
import { planWith } from '../../src/domain/ruleChange';
import type { GivenIndicator } from '../support/builders';
import { anIndicator, aPeriodValue, aPlan } from '../support/builders';

const SEMESTERS = yearsOf(2023, 2023, 6);
const [S1, S2] = periodsOf(SEMESTERS).map(({ id }) => id) as [`${number}-${number}`, `${number}-${number}`];

/** A plan that reports by semesters now, with a row that was reported by quarters. */
function bySemesters(given: GivenIndicator, ...semesters: readonly number[]) {
  const row = anIndicator(given);
  const said = semesters.map((value, at) => [at === 0 ? S1 : S2, aPeriodValue(value)] as const);
  const reports = new Map([...row.reports, ...said]);
  return planWith(aPlan({ indicators: [{ ...row, reports }] }), { calendar: SEMESTERS });
}

function rowOf(plan: ReturnType<typeof bySemesters>) {
  return inCalendar(plan, plan.indicators[0]!);
}

const codesOf = (plan: ReturnType<typeof bySemesters>) => findingsOf(plan).map(({ code }) => code);

describe('with reports by another calendar', () => {
  it('what a period adds to the total leaves them out', () => {
    const row = rowOf(bySemesters({ said: [5] }));
    expect(incrementFromTotal(row, S1, 7)).toBe(7);
    expect(totalThrough(rowOf(bySemesters({ said: [5] }, 7)), S1)).toBe(7);
  });

  it('a level does not fall from them, nor does a value look like a total after them', () => {
    expect(decreases(rowOf(bySemesters({ accumulation: 'latest', said: [9] })), S1, 4)).toBe(false);
    const summed = rowOf(bySemesters({ target: 21, said: [2] }));
    expect(looksCumulative(summed, S1, 20)).toBe(false);
  });

  it('no finding compares with them or counts them', () => {
    expect(codesOf(bySemesters({ accumulation: 'latest', said: [9] }, 4))).not.toContain(
      'unexplainedDecrease',
    );
    expect(codesOf(bySemesters({ target: 21, said: [2] }, 20))).not.toContain('valueLooksCumulative');
    expect(codesOf(bySemesters({ target: 10, said: [0.5] }, 4))).not.toContain('fractionInCount');
  });

  it('they are told all the same', () => {
    expect(codesOf(bySemesters({ said: [5] }, 7))).toContain('reportsOutsideCalendar');
  });

  it('what is compared within the calendar still is', () => {
    expect(codesOf(bySemesters({ accumulation: 'latest' }, 9, 4))).toContain('unexplainedDecrease');
  });
});

it('is the same indicator where every report is of the calendar', () => {
  const row = anIndicator({ said: [5, 2] });
  const plan = aPlan({ indicators: [row] });
  expect(inCalendar(plan, row)).toBe(row);
  const [other] = bySemesters({ said: [5] }).indicators;
  const semesters = { periods: periodsOf(SEMESTERS) };
  expect(inCalendar(semesters, other!)).toBe(inCalendar(semesters, other!));
});
