import { describe, expect, test } from 'vitest';
import { closedCutOf, CLOSED, cutId, cutLines } from '../../../src/domain/cuts/closedCuts';
import { rectificationOf } from '../../../src/domain/cuts/rectification';
import { compareCuts } from '../../../src/domain/cuts/compareCuts';
import { figuresAt } from '../../../src/domain/cuts/frozenFigures';
import { cutFrom } from '../../../src/domain/cuts/readCut';
import type { ClosedCut } from '../../../src/domain/cuts/model';
import type { Plan } from '../../../src/domain/model';
import { readPlan } from '../../../src/domain/readPlan';
import { anEvidence, anIndicator, aPlan, T1, T2 } from '../../support/builders';
import { cartagena, cartagenaWithSecondQuarter } from '../../support/cartagena';

const MARCH = '2023-03-31';
const JUNE = '2023-06-30';

function sealedAt(plan: Plan, date: typeof MARCH | typeof JUNE = MARCH): ClosedCut {
  const period = date === MARCH ? T1 : T2;
  return { period, date, heads: ['a.1.x'], without: [], n: 1, seal: 'ab', frozen: figuresAt(plan, date) };
}

/** The plan of Cartagena with another value in the first quarter of one row, counted from 1. */
function corrected(row: number, value: number): Plan {
  const plan = cartagena();
  return {
    ...plan,
    indicators: plan.indicators.map((one, place) => {
      const said = one.reports.get(T1);
      if (place !== row - 1 || !said) return one;
      return { ...one, reports: new Map([[T1, { ...said, report: { k: 'value', v: value } as const }]]) };
    }),
  };
}

describe('what the first cut of Cartagena freezes', () => {
  const frozen = figuresAt(cartagena(), MARCH);

  test('is the figure of the board with how it is reckoned', () => {
    expect(frozen.overall).toMatchObject({ method: 'flatMean', by: 'item', n: 12, verified: 0 });
    expect(frozen.overall.value).toBeCloseTo(40.9, 1);
    expect(frozen.overall.lag).toBeCloseTo(-10.8, 1);
    expect(frozen.scheme).toEqual({ id: 'cali-3', rounding: 'halfUp' });
    expect(frozen.classes).toEqual({ critical: 7, inProgress: 0, finished: 4 });
    expect(frozen.states).toMatchObject({ notStarted: 1 });
    expect(frozen.missing).toEqual([]);
  });

  test('has each row with what was reported up to the cut', () => {
    const frozenLate = figuresAt(cartagenaWithSecondQuarter(4, 5), MARCH);
    expect(frozenLate.rows[3]).toMatchObject({
      id: 'ind:4',
      number: '4',
      target: 21,
      class: 'critical',
      exclusion: null,
      reports: [{ period: T1, report: { k: 'value', v: 2 } }],
    });
    expect(frozenLate.rows[3]?.raw).toBeCloseTo(9.5, 1);
  });

  test('has the means by item, by cycle and by who answers for it', () => {
    expect(frozen.groups.item).toHaveLength(8);
    expect(frozen.groups.phva.map(({ id }) => id)).toEqual(['plan', 'do', 'check', 'act']);
    expect(frozen.groups.responsible.map(({ name, n }) => [name, n])).toEqual([
      ['Equipo Gobierno Digital y áreas de gestión OAI', 10],
      ['Equipo de Uso y Apropiación', 2],
    ]);
  });

  test('lists what owed a report', () => {
    const plan = aPlan({
      indicators: [anIndicator({ id: 'ind:1' }), anIndicator({ id: 'ind:2', said: [3] })],
    });
    expect(figuresAt(plan, JUNE).missing).toEqual([
      { id: 'ind:1', periods: [T1, T2] },
      { id: 'ind:2', periods: [T2] },
    ]);
  });
});

describe('after the first cut', () => {
  const cut = sealedAt(cartagena());

  test('a value of the second quarter rectifies nothing: its period had not begun (A6.9)', () => {
    expect(rectificationOf(cartagenaWithSecondQuarter(4, 5), cut)).toBeNull();
  });

  test('a late value stands beside the sealed figure, with the difference', () => {
    const rectified = rectificationOf(corrected(4, 5), cut);
    expect(rectified?.before).toBe(cut.frozen.overall.value);
    expect(rectified?.difference).toBeCloseTo((100 * 3) / 21 / 12, 6);
    expect(rectified?.moves).toHaveLength(1);
    const [move] = rectified?.moves ?? [];
    expect(move).toMatchObject({
      id: 'ind:4',
      kind: 'changed',
      hasOtherClass: false,
      values: [{ period: T1, before: { k: 'value', v: 2 }, after: { k: 'value', v: 5 } }],
    });
    expect(move?.attainment).toBeCloseTo(14.3, 1);
    expect(move?.points).toBeCloseTo(1.2, 1);
  });

  test('other dates of a row are a difference at the same date, and none between two cuts', () => {
    const plan = cartagena();
    const moved: Plan = {
      ...plan,
      indicators: plan.indicators.map((one, row) => (row === 3 ? { ...one, end: '2023-04-15' } : one)),
    };
    expect(rectificationOf(moved, cut)?.moves.map(({ id }) => id)).toEqual(['ind:4']);
    expect(compareCuts(cut.frozen, figuresAt(moved, MARCH)).moves).toEqual([]);
  });

  describe('evidence that somebody verifies', () => {
    const verified: Plan = {
      ...cartagena(),
      indicators: cartagena().indicators.map((one, row) => {
        const said = one.reports.get(T1);
        if (row !== 3 || !said) return one;
        const evidence = [anEvidence({ status: 'verified' })];
        return { ...one, reports: new Map([[T1, { ...said, evidence }]]) };
      }),
    };

    test('rectifies the verified figure of its row and of the plan, and no other', () => {
      const rectified = rectificationOf(verified, cut);
      expect(rectified?.difference).toBe(0);
      expect(rectified?.others.map(({ of, before }) => [of, before])).toEqual([['verified', 0]]);
      expect(rectified?.others[0]?.difference).toBeCloseTo((100 * 2) / 21 / 12, 6);
      expect(rectified?.moves.map(({ id, points }) => [id, points])).toEqual([['ind:4', 0]]);
      expect(rectified?.moves[0]?.after?.verified).toBeCloseTo(9.5, 1);
    });

    test('moves no row that an older cut did not keep it of, and the plan all the same', () => {
      const rows = cut.frozen.rows.map((row) => ({ ...row, verified: undefined }));
      const register = { ...cut, frozen: { ...cut.frozen, rows } };
      const older = cutFrom(T1, JSON.parse(JSON.stringify(register)));
      if (!older) throw new Error('no cut');
      expect(rectificationOf(cartagena(), older)).toBeNull();
      expect(rectificationOf(verified, older)).toMatchObject({ moves: [], others: [{ of: 'verified' }] });
    });
  });

  test('another way to average is told, and no row explains it', () => {
    const rectified = rectificationOf({ ...cartagena(), rollupMethod: 'groupMean' }, cut);
    expect(rectified).toMatchObject({ isSameMethod: false, rest: null, moves: [] });
    expect(rectified?.difference).toBeCloseTo(43.2 - 40.9, 1);
  });
});

test('a cut whose period the calendar of today does not have is listed after the periods', () => {
  const cut = sealedAt(cartagena());
  const { periods } = cartagena();
  expect(cutLines({ periods, cuts: [cut] }).map((line) => line.cut)).toEqual([cut, null, null, null]);
  const lines = cutLines({ periods: periods.slice(1), cuts: [cut] });
  expect(lines.map(({ id, period }) => [id, period !== null])).toEqual([
    ...periods.slice(1).map(({ id }) => [id, true]),
    [T1, false],
  ]);
  expect(lines.at(-1)?.cut).toBe(cut);
});

describe('two cuts', () => {
  test('say what moved, the most first, and which rows came or went', () => {
    const before = aPlan({
      indicators: [
        anIndicator({ id: 'ind:1', said: [1] }),
        anIndicator({ id: 'ind:2', said: [2] }),
        anIndicator({ id: 'ind:3', said: [5] }),
      ],
    });
    const after = aPlan({
      indicators: [
        anIndicator({ id: 'ind:1', said: [1, 1] }),
        anIndicator({ id: 'ind:2', said: [2, 7] }),
        anIndicator({ id: 'ind:4', said: [5] }),
      ],
    });
    const compared = compareCuts(figuresAt(before, MARCH), figuresAt(after, JUNE));
    expect(compared.moves.map(({ id, kind }) => [id, kind])).toEqual([
      ['ind:2', 'changed'],
      ['ind:4', 'came'],
      ['ind:3', 'went'],
      ['ind:1', 'changed'],
    ]);
    expect(compared.difference).toBeCloseTo(80 / 3, 6);
    expect(compared.moves[0]).toMatchObject({ hasOtherClass: true, attainment: 70 });
    expect(compared.rest).toBe(0);
  });

  test('where a row joins the mean, what the others lose by it is told apart', () => {
    const one = anIndicator({ id: 'ind:1', said: [10] });
    const compared = compareCuts(
      figuresAt(aPlan({ indicators: [one] }), MARCH),
      figuresAt(aPlan({ indicators: [one, anIndicator({ id: 'ind:2', said: [2] })] }), MARCH),
    );
    expect(compared).toMatchObject({ before: 100, after: 60, difference: -40, rest: -50 });
    expect(compared.moves).toMatchObject([{ id: 'ind:2', kind: 'came', points: 10 }]);
  });
});

describe('a cut in the log', () => {
  const { period, ...register } = sealedAt(cartagena());
  const read = (value: unknown, id = cutId(period)) =>
    readPlan('pl:1', [[id, new Map<string, unknown>([[CLOSED, value]])]]);

  test('is read back as it was written', () => {
    expect(closedCutOf(read(JSON.parse(JSON.stringify(register))), T1)).toEqual({ period, ...register });
  });

  test('that was opened again, or holds anything else, is none', () => {
    for (const value of [null, 'x', 7, [], {}, { ...register, date: 'hoy' }, { ...register, seal: 5 }]) {
      expect(read(value).cuts).toEqual([]);
    }
    expect(read(register, 'cut:2023').cuts).toEqual([]);
  });

  test('whose figures are anything still is a cut', () => {
    for (const frozen of [null, [], { rows: [7, null], groups: 'x', missing: [{ periods: [1] }] }]) {
      const [cut] = read({ ...register, frozen }).cuts;
      expect(cut?.frozen.overall).toMatchObject({ value: null, n: 0 });
      expect(cut && rectificationOf(cartagena(), cut)?.before).toBeNull();
    }
  });

  test('are in the order of their periods', () => {
    const plan = readPlan(
      'pl:1',
      [T2, T1].map((id) => [cutId(id), new Map([[CLOSED, register]])] as const),
    );
    expect(plan.cuts.map((cut) => cut.period)).toEqual([T1, T2]);
  });
});
