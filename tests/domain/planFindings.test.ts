import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../src/domain/findings';
import { periodsOf, yearsOf } from '../../src/domain/calendar';
import type { PeriodId } from '../../src/domain/calendar';
import type { Finding } from '../../src/domain/findings/finding';
import type { Plan } from '../../src/domain/model';
import { anIndicator, aPeriodValue, aPlan, QUARTERS, T1, T2 } from '../support/builders';
import type { GivenIndicator, Said } from '../support/builders';
import { cartagena } from '../support/cartagena';

function foundIn(given: readonly GivenIndicator[], plan: Partial<Plan> = {}): readonly Finding[] {
  const indicators = given.map((one, row) => anIndicator({ id: `ind:${row}`, ...one }));
  return findingsOf(aPlan({ indicators, ...plan }));
}
const codesIn = (...given: readonly GivenIndicator[]) => foundIn(given).map(({ code }) => code);
const saying = (v: number, remark: string): Said => ({ report: { k: 'value', v }, remark });

describe('a clean plan has no finding', () => {
  const activity = {
    name: 'Publicar',
    responsibleParties: [{ id: 'pty:1', name: 'Sistemas' }],
  };
  const named = { activity, name: 'Conjuntos publicados', deliverable: 'Conjuntos' };
  const quarters = [2, 3, 3, 2].map((v) => saying(v, 'Se publicaron con su ficha'));

  it('of counts', () => {
    expect(
      foundIn([{ ...named, targetText: '10 conjuntos', unitOfMeasure: 'Conjuntos', said: quarters }]),
    ).toEqual([]);
  });

  it('of levels, weights and programmed values', () => {
    const levels: GivenIndicator[] = [
      { accumulation: 'capacity', baseline: 40, target: 60, said: [saying(45, 'sube'), saying(50, 'sube')] },
      { accumulation: 'reduction', baseline: 20, target: 5, said: [saying(18, 'baja'), saying(12, 'baja')] },
      { accumulation: 'average', target: 90, said: [{ ...(saying(88, 'encuesta') as object), planned: 90 }] },
    ];
    const weights = [50, 30, 20];
    expect(foundIn(levels.map((one, row) => ({ ...named, ...one, weight: weights[row] ?? 0 })))).toEqual([]);
  });

  it('of percents over several years, with a printed result that is right', () => {
    const plan = {
      planYear: 2023,
      rollupMethod: 'groupMean',
      statedValue: { text: '50,0%', percent: 50 },
    } as const;
    const said = [saying(0.25, 'Va en 25% de avance'), saying(0.5, 'Va en 50 % de cumplimiento')];
    const one: GivenIndicator = { ...named, target: 1, targetUnit: 'percent', accumulation: 'latest', said };
    expect(foundIn([one], plan)).toEqual([]);
  });
});

describe('a remark', () => {
  it.each<[number, string, number]>([
    [10, 'un 0% de cumplimiento', 1],
    [10, 'con 100 % de avance', 0],
    [4, 'lleva 40,3% de ejecución', 0],
    [4, 'lleva 45% de ejecución', 1],
    [9, 'La falta de cumplimiento aquí', 1],
    [5, 'La falta de avance aquí', 0],
    [10, 'línea base del 28,72%', 0],
    [10, 'no hace falta de nada', 0],
    [5, 'pasó de 20% de avance a 50% de avance', 0],
    [5, 'pasó de 20% de avance a 30% de avance', 1],
  ])('at %d of 10 that says «%s» contradicts it %d times', (v, remark, times) => {
    const found = foundIn([{ said: [saying(v, remark)] }]);
    expect(found.filter(({ code }) => code === 'remarkContradictsValue')).toHaveLength(times);
  });

  it('may speak of its period alone', () => {
    const said = [saying(4, 'primero'), saying(3, 'un 30 % de avance en el trimestre')];
    expect(codesIn({ said })).toEqual([]);
  });

  it('may tell a result beyond 100 % as it comes out, or as 100', () => {
    const ending = (remark: string) => codesIn({ said: [saying(5, 'mitad'), saying(6, remark)] });
    expect(ending('llegó al 110 % de cumplimiento')).not.toContain('remarkContradictsValue');
    expect(ending('llegó al 100 % de cumplimiento')).not.toContain('remarkContradictsValue');
    expect(ending('llegó al 120 % de cumplimiento')).toContain('remarkContradictsValue');
  });

  it('is missed where the others have one', () => {
    expect(codesIn({ said: [4] }, { said: [saying(4, 'bien')] })).toEqual(['progressWithoutRemark']);
    expect(codesIn({ said: [4] }, { said: [4] })).toEqual([]);
    const [found] = foundIn([{ said: [4, 2] }, { said: [saying(4, 'bien'), saying(1, 'bien')] }]);
    expect(found).toMatchObject({ code: 'progressWithoutRemark', entity: 'ind:0', periods: [T1, T2] });
  });
});

describe('names', () => {
  it('are missed only where others have them', () => {
    expect(codesIn({ name: '' }, { name: '' })).toEqual([]);
    expect(foundIn([{ name: 'Uno' }, { name: ' ' }])).toMatchObject([
      { code: 'blankIdentity', entity: 'ind:1', field: 'indicatorName' },
    ]);
    const acts = [{ activity: { id: 'act:1', name: 'Uno' } }, { activity: { id: 'act:2', number: '2' } }];
    expect(foundIn(acts)).toMatchObject([{ code: 'blankIdentity', entity: 'act:2', field: 'activity' }]);
  });

  it.each<[string, string, number]>([
    ['Fase 2: documentar', 'Plan de la fase II', 0],
    ['Fase III', 'fase II', 1],
    ['Etapa 4', 'etapa IV y etapa V', 0],
    ['Fase 1', 'Documento', 0],
    ['Documento', 'Fase 1', 0],
    ['Fase IX', 'Fase 11', 1],
  ])('«%s» and «%s» disagree %d times', (name, deliverable, times) => {
    expect(codesIn({ activity: { name }, deliverable })).toHaveLength(times);
  });
});

describe('levels and totals', () => {
  it('that fall need a reason', () => {
    expect(foundIn([{ accumulation: 'latest', said: [8, 3] }])).toEqual([
      { code: 'unexplainedDecrease', entity: 'ind:0', period: T2, from: 8, to: 3, targetUnit: 'count' },
    ]);
    expect(codesIn({ accumulation: 'latest', said: [8, saying(3, 'se cerró una sede')] })).not.toContain(
      'unexplainedDecrease',
    );
    expect(codesIn({ accumulation: 'reduction', baseline: 9, target: 1, said: [8, 3] })).toEqual([]);
  });

  it('that were typed where a period was asked are asked about', () => {
    expect(foundIn([{ said: [4, 7] }])).toEqual([
      { code: 'valueLooksCumulative', entity: 'ind:0', periods: [T2], values: [7], targetUnit: 'count' },
    ]);
    expect(codesIn({ said: [4, 5] })).toEqual([]);
    expect(codesIn({ target: 1, targetUnit: 'percent', said: [0.2, 0.9] })).toEqual(['cumulativeByNature']);
  });
});

describe('a report in days that the calendar does not have', () => {
  const semesters = yearsOf(2023, 2023, 6);
  const plan = { calendar: semesters, periods: periodsOf(semesters) };
  const [S1] = plan.periods.map(({ id }) => id) as [PeriodId, PeriodId];
  const outside = (given: GivenIndicator) =>
    foundIn([given], plan).filter(({ code }) => code === 'reportsOutsideCalendar');

  it('is told with its value, in the unit of the target', () => {
    const said = [0.25, { k: 'notApplicable' }] as const;
    expect(outside({ target: 1, targetUnit: 'percent', said })).toEqual([
      {
        code: 'reportsOutsideCalendar',
        entity: 'ind:0',
        periods: [T1, T2],
        values: [0.25, null],
        targetUnit: 'percent',
      },
    ]);
  });

  it('is one only where something was said', () => {
    const planned = { planned: 5 };
    expect(outside({ said: [planned, { remark: 'Se aplazó' }] })).toMatchObject([
      { periods: [T2], values: [null] },
    ]);
    expect(outside({ said: [planned] })).toEqual([]);
    expect(outside({ reports: new Map([[S1, aPeriodValue(5)]]) })).toEqual([]);
  });
});

it('evidence of any year of the plan is of the plan', () => {
  const calendar = { start: '2023-01-01', end: '2025-12-31', monthsPerPeriod: 3 } as const;
  const { indicators } = cartagena();
  const codes = (plan: Partial<Plan>) =>
    findingsOf(aPlan({ indicators, periods: QUARTERS, ...plan })).map(({ code }) => code);
  expect(codes({ calendar, planYear: 2024 })).toContain('evidenceOtherYear');
  expect(codes({ calendar: { ...calendar, start: '2022-01-01' }, planYear: 2024 })).not.toContain(
    'evidenceOtherYear',
  );
});
