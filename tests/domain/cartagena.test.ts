import { describe, expect, it } from 'vitest';
import { boardFacts } from '../../src/domain/board';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import type { IndicatorFigure } from '../../src/domain/figure';
import { groupsBy } from '../../src/domain/groups';
import type { Plan } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { aggregate, meanAttainment } from '../../src/domain/rollup';
import { cartagena, cartagenaWithSecondQuarter } from '../support/cartagena';
import { EXPECTED, fourDecimals } from '../support/expectedFigures';

const { rows, atCut, atSecondCut, evidence } = EXPECTED.cartagena2023;

function figuresAt(plan: Plan, cut: typeof atCut.cut) {
  const evaluation = evaluate(planTableOf(plan), cut);
  const figures = plan.indicators.map((_, row) => figureOf(evaluation, row));
  const rowsWhere = (holds: (figure: IndicatorFigure) => boolean) =>
    figures.filter(holds).map(({ index }) => index + 1);
  return { plan, evaluation, figures, rowsWhere, facts: boardFacts(plan, evaluation) };
}

/** Every list of rows that both cuts name. */
function listsOf({ rowsWhere }: ReturnType<typeof figuresAt>) {
  return {
    notStarted: rowsWhere(({ scheduleState }) => scheduleState === 'notStarted'),
    critical: rowsWhere(({ progressClass }) => progressClass === 'critical'),
    inProgress: rowsWhere(({ progressClass }) => progressClass === 'inProgress'),
    finished: rowsWhere(({ progressClass }) => progressClass === 'finished'),
    overdue: rowsWhere(({ scheduleState }) => scheduleState === 'overdue'),
  };
}

function expectedLists({
  notStarted,
  critical,
  inProgress,
  finished,
  overdue,
}: typeof atSecondCut | typeof atCut) {
  return { notStarted, critical, inProgress, finished, overdue };
}

describe.each(['notReported', 'zeros'] as const)('Cartagena 2023 at 31 March, later quarters %s', (after) => {
  const board = figuresAt(cartagena(after), atCut.cut);

  it('gives each row the result that its values come to', () => {
    expect(board.figures.map(({ raw }) => fourDecimals(raw))).toEqual(rows.map(({ computed }) => computed));
  });

  it('gives each row the progress that its days ask for, and its lag', () => {
    expect(board.figures.map(({ expected }) => fourDecimals(expected))).toEqual(atCut.expectedByRow);
    expect(board.figures.map(({ lag }) => fourDecimals(lag))).toEqual(atCut.lagByRow);
  });

  it('files each row under its class and state', () => {
    expect(listsOf(board)).toEqual(expectedLists(atCut));
  });

  it('says which rows keep pace, and nothing of those done or not started', () => {
    expect(board.rowsWhere(({ pace }) => pace === 'onTrack')).toEqual(atCut.pace.onTrack);
    expect(board.rowsWhere(({ pace }) => pace === 'behind')).toEqual(atCut.pace.behind);
    expect(board.rowsWhere(({ pace }) => pace === 'ahead')).toEqual([]);
  });

  it('rolls up by the flat mean, with the mean of items as the alternative', () => {
    const { overall } = board.facts;
    expect(fourDecimals(overall.value)).toBe(atCut.flatMean);
    expect(fourDecimals(overall.expected.value)).toBe(atCut.expectedMean);
    expect(fourDecimals(overall.lag.value)).toBe(atCut.lag);
    expect(overall.n).toBe(12);
    expect(fourDecimals(overall.sum)).toBe(490.8571);
    expect(
      overall.alternatives.methods.map(({ method, value, n }) => [method, fourDecimals(value), n]),
    ).toEqual([
      ['flatMean', atCut.flatMean, 12],
      ['groupMean', atCut.itemMean, 8],
    ]);
    expect(fourDecimals(overall.alternatives.withoutNotStarted.value)).toBe(44.6234);
    expect(overall.alternatives.withoutNotStarted.leftOut).toBe(1);
  });

  it('rolls up by the mean of items when the plan asks for it', () => {
    const { evaluation, plan } = board;
    const byItem = aggregate({ evaluation, plan, method: 'groupMean' });
    expect(fourDecimals(byItem.value)).toBe(atCut.itemMean);
    expect(fourDecimals(byItem.alternatives.methods[0]?.value)).toBe(atCut.flatMean);
  });

  it('rolls up each item and each stage of the cycle', () => {
    const { evaluation, plan } = board;
    const means = (by: 'item' | 'phva') =>
      Object.fromEntries(
        groupsBy(plan, by).map((group) => [
          group.by === 'item' ? group.item.number : group.id,
          fourDecimals(meanAttainment(evaluation, group.rows).value),
        ]),
      );
    const { P, H, V, A } = atCut.phva;
    expect(means('item')).toEqual(atCut.items);
    expect(means('phva')).toEqual({ plan: P, do: H, check: V, act: A });
  });

  it('keeps what is reported apart from what is verified', () => {
    const { overall } = board.facts;
    expect(fourDecimals(overall.value)).toBe(evidence.reportedMean);
    expect(overall.alternatives.verified.value).toBe(evidence.verifiedMean);
  });

  it('gives the board its counts', () => {
    const { facts } = board;
    expect(facts.classes).toEqual({ critical: 7, inProgress: 0, finished: 4 });
    expect(facts.critical).toEqual({ behind: 5, onTrack: 2, ahead: 0, none: 0 });
    expect(facts.states).toMatchObject({ notStarted: 1, overdue: 0, done: 4 });
    expect([facts.reported, facts.due]).toEqual([12, 12]);
    expect(facts.missing).toEqual([]);
  });

  it('lists first what is most behind', () => {
    expect(board.facts.attention.map(({ index }) => index + 1)).toEqual([9, 4, 8, 12, 3]);
  });
});

it('Cartagena cites its annexes and attaches none', () => {
  const cited = cartagena().indicators.map(({ reports }) =>
    [...reports.values()].flatMap((said) => said.evidence),
  );
  const ids = new Set(cited.flat().map(({ id }) => id));
  expect(ids.size).toBe(evidence.annexesCited);
  expect(cited.filter(({ length }) => length > 0)).toHaveLength(evidence.rowsCitingAnAnnex);
  expect(cited.flat().filter(({ status }) => status !== 'cited')).toHaveLength(evidence.attachedOnImport);
});

describe('Cartagena 2023 at 30 June, with 5 in the second quarter of row 4', () => {
  const plan = cartagenaWithSecondQuarter(4, 5);
  const board = figuresAt(plan, atSecondCut.cut);

  it('gives every figure', () => {
    expect(fourDecimals(board.facts.overall.value)).toBe(atSecondCut.flatMean);
    expect(fourDecimals(board.facts.overall.expected.value)).toBe(atSecondCut.expectedMean);
    expect(fourDecimals(board.facts.overall.lag.value)).toBe(atSecondCut.lag);
    expect(board.figures.map(({ lag }) => fourDecimals(lag))).toEqual(atSecondCut.lagByRow);
    expect(fourDecimals(board.figures[3]?.raw)).toBe(atSecondCut.row4.attainment);
  });

  it('files each row under its class, state and pace', () => {
    expect(listsOf(board)).toEqual(expectedLists(atSecondCut));
    expect(board.rowsWhere(({ pace }) => pace === 'behind')).toEqual(atSecondCut.pace.behind);
    expect(board.rowsWhere(({ pace }) => pace === 'onTrack' || pace === 'ahead')).toEqual([]);
  });

  it('lists the overdue first, and who owes the second quarter', () => {
    expect(board.facts.attention[0]?.index).toBe(8);
    expect([board.facts.reported, board.facts.due]).toEqual([1, 8]);
    expect(board.facts.missing.map(({ index }) => index + 1)).toEqual([2, 3, 8, 9, 10, 11, 12]);
    expect(board.figures[1]?.missing.map(({ ordinal }) => ordinal)).toEqual([2]);
  });

  it('leaves the March board as it was', () => {
    const march = figuresAt(plan, atCut.cut);
    expect(march.figures.map(({ raw }) => raw)).toEqual(
      figuresAt(cartagena(), atCut.cut).figures.map(({ raw }) => raw),
    );
  });
});
