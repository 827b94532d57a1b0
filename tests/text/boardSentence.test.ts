import { describe, expect, test } from 'vitest';
import { boardFacts } from '../../src/domain/board';
import type { Indicator } from '../../src/domain/model';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import { groupsBy } from '../../src/domain/groups';
import type { IsoDay } from '../../src/domain/isoDay';
import { planTableOf } from '../../src/domain/planTable';
import { aggregate } from '../../src/domain/rollup';
import { boardSentence, boardSummary, noneBehindWords, overdueWords } from '../../src/text/boardSentence';
import { explainAggregate, explainIndicator, indicatorTitle } from '../../src/text/explanation';
import { indicatorFacts } from '../../src/text/indicatorFacts';
import { waitingWords } from '../../src/text/waiting';
import { anIndicator, aPlan } from '../support/builders';
import type { GivenIndicator } from '../support/builders';
import { cartagena } from '../support/cartagena';

const MARCH: IsoDay = '2023-03-31';

function at(cut: IsoDay) {
  const plan = cartagena();
  const evaluation = evaluate(planTableOf(plan), cut);
  return { plan, evaluation, facts: boardFacts(plan, evaluation) };
}

const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ');
const said = (cut: IsoDay, isMine = false) =>
  plainSpaces(
    boardSentence(at(cut).facts, cut, isMine)
      .map(({ text }) => text)
      .join(''),
  );

/** A plan of activities alone. */
function saidOfActivities(howMany: number, isMine = false): string {
  const { activity } = anIndicator();
  const activities = Array.from({ length: howMany }, (_, at) => ({ ...activity, id: `act:${at}` }));
  const plan = { ...aPlan({ indicators: [] }), activities };
  const facts = boardFacts(plan, evaluate(planTableOf(plan), MARCH));
  return plainSpaces(
    boardSentence(facts, MARCH, isMine)
      .map(({ text }) => text)
      .join(''),
  );
}

describe('the sentence of the board', () => {
  test('says of a plan of activities alone that they are there, and what makes them count', () => {
    const way =
      'todavía no hay con qué calcular el avance. Agréguelo desde «Actividades», en «Editar el plan».';
    expect(saidOfActivities(37)).toBe(`Ninguna de las 37 actividades del plan tiene indicador: ${way}`);
    expect(saidOfActivities(1)).toBe(`La actividad del plan no tiene indicador: ${way}`);
    expect([saidOfActivities(0), saidOfActivities(37, true)]).toEqual([
      'Todavía no hay con qué calcular el avance.',
      'Todavía no hay con qué calcular el avance.',
    ]);
  });

  test('says what a person would say aloud', () => {
    expect(said(MARCH)).toBe(
      'El plan va en 40,9 %: está 10,8 puntos por debajo de lo esperado al 31 de marzo. ' +
        'De 7 críticas, 5 van atrasadas; ninguna vencida.',
    );
    expect(said('2023-08-31')).toMatch(/; 3 vencidas\.$/);
  });

  test('speaks of mine when it is mine', () => {
    expect(said(MARCH, true)).toMatch(/^Lo mío va en 40,9 %/);
  });

  test('never breaks a number from its unit', () => {
    const { facts } = at(MARCH);
    for (const { text } of boardSentence(facts, MARCH, false)) expect(text).not.toMatch(/\d %/);
  });

  test('goes to the clipboard with its plan, its cut and what is verified', () => {
    const { plan, facts } = at(MARCH);
    const summary = plainSpaces(
      boardSummary({ ...plan, title: 'Plan 2023', entityName: 'Cartagena' }, facts, MARCH, false),
    );
    expect(summary).toMatch(/^Plan 2023, Cartagena\. Corte 31 de marzo de 2023\. El plan va en 40,9 %/);
    expect(summary).toMatch(/Reportado 40,9 %; verificado con evidencia 0,0 %\.$/);
  });
});

describe('without dates', () => {
  const UNDATED = { start: null, end: null } as const;
  const factsOf = (...given: readonly GivenIndicator[]) => {
    const plan = aPlan({ indicators: given.map((one, row) => anIndicator({ id: `ind:${row}`, ...one })) });
    const evaluation = evaluate(planTableOf(plan), MARCH);
    return { plan, evaluation, facts: boardFacts(plan, evaluation) };
  };
  const told = (...given: readonly GivenIndicator[]) =>
    plainSpaces(
      boardSentence(factsOf(...given).facts, MARCH, false)
        .map(({ text }) => text)
        .join(''),
    );

  test('nothing is said to be on time (A6.4)', () => {
    expect(told({ ...UNDATED, said: [1] }, { ...UNDATED, said: [2] })).toBe(
      'El plan va en 15,0 %. Sin fechas no se puede decir cuánto se esperaba, ni qué va atrasado o vencido. 2 críticas.',
    );
    expect(told({ ...UNDATED, said: [10] })).toMatch(/ Ninguna crítica\.$/);
    const { facts } = factsOf({ ...UNDATED, said: [1] });
    expect(overdueWords(facts)).toBe('sin fechas');
    expect(noneBehindWords(facts)).toBe('Sin fechas no se puede decir cuáles van atrasadas.');
  });

  test('those that have none are told apart', () => {
    expect(told({ said: [1] }, { said: [1] }, { ...UNDATED, said: [2] })).toMatch(
      / De 3 críticas, 2 van atrasadas y 1 no tiene fechas; ninguna vencida\.$/,
    );
    expect(told({ said: [10] }, { ...UNDATED, said: [2] })).toMatch(
      / La única crítica no tiene fechas; ninguna vencida\.$/,
    );
    const { facts } = factsOf({ said: [10] }, { ...UNDATED, said: [2] });
    expect(plainSpaces(overdueWords(facts))).toBe('0 vencidas, 1 sin fechas');
    expect(noneBehindWords(facts)).toBe('De las que tienen fechas, ninguna va atrasada.');
  });

  test('a row says it, unless it is out of the count', () => {
    const { plan, evaluation } = factsOf({ ...UNDATED, said: [2] }, { ...UNDATED, target: 0, said: [3] });
    const facts = (row: number) => indicatorFacts(figureOf(evaluation, row), plan, MARCH).map(plainSpaces);
    expect(facts(0)).toEqual(['2 de 10', 'sin fechas']);
    expect(facts(1)).toEqual(['van 3']);
  });
});

describe('an explanation', () => {
  test('says the method, the sum, what was left out and the figure under the other methods', () => {
    const { plan, facts } = at(MARCH);
    const explained = explainAggregate(plan, MARCH, facts.overall, { subject: 'El plan' });
    expect(plainSpaces(explained.inWords)).toMatch(
      /Promedio simple de 12 indicadores.*Ninguno se dejó por fuera/,
    );
    expect(plainSpaces(explained.inNumbers)).toBe('490,86 ÷ 12 = 40,9 %');
    expect(explained.contributions).toHaveLength(12);
    expect(explained.alternatives.map(({ name, text }) => `${name}: ${plainSpaces(text)}`)).toEqual([
      'Promedio simple de los 12 indicadores, el método del plan: 40,9 %',
      'Promedio de los 8 ítems: 43,2 %',
      'Solo lo verificado con evidencia: 0,0 %',
      'Sin la que no ha iniciado: 44,6 %',
    ]);
  });

  test('shows each method side by side, by the groups of the plan, and marks the plan’s own', () => {
    const weights = { 0: 60, 3: 40 } as Record<number, number>;
    const whole = cartagena();
    const indicators = whole.indicators.map((one, row) => ({ ...one, weight: weights[row] ?? null }));
    const plan = { ...whole, indicators, rollupMethod: 'weighted', rollupBy: 'phva' } as const;
    const { overall } = boardFacts(plan, evaluate(planTableOf(plan), MARCH));
    const { alternatives, inNumbers } = explainAggregate(plan, MARCH, overall, { subject: 'El plan' });
    expect(plainSpaces(inNumbers)).toBe('6.380,95 ÷ 100 = 63,8 %');
    expect(alternatives.slice(0, 3).map(({ name, text }) => plainSpaces(`${name}: ${text}`))).toEqual([
      'Promedio ponderado de los 2 indicadores con peso, el método del plan: 63,8 %',
      'Promedio simple de los 12 indicadores: 40,9 %',
      'Promedio de las 4 etapas PHVA: 37,9 %',
    ]);
  });

  test('by the groups of the plan offers the mean by item too', () => {
    const plan = { ...cartagena(), rollupMethod: 'groupMean', rollupBy: 'phva' } as const;
    const { overall } = boardFacts(plan, evaluate(planTableOf(plan), MARCH));
    const { alternatives } = explainAggregate(plan, MARCH, overall, { subject: 'El plan' });
    expect(alternatives.slice(0, 3).map(({ name, text }) => plainSpaces(`${name}: ${text}`))).toEqual([
      'Promedio de las 4 etapas PHVA, el método del plan: 37,9 %',
      'Promedio simple de los 12 indicadores: 40,9 %',
      'Promedio de los 8 ítems: 43,2 %',
    ]);
  });

  test('of a group offers no other method over that one group', () => {
    const { plan, evaluation } = at(MARCH);
    const [group] = groupsBy(plan, 'phva');
    const whole = aggregate({ plan, evaluation, rows: group?.rows ?? [], method: 'flatMean', by: 'phva' });
    const { alternatives } = explainAggregate(plan, MARCH, whole, { subject: 'Planear' });
    expect(alternatives.map(({ name }) => name)).toEqual(['Solo lo verificado con evidencia']);
  });

  test('of an indicator shows its values, its days and the rule of its class', () => {
    const { plan, evaluation } = at(MARCH);
    const explained = explainIndicator(plan, MARCH, figureOf(evaluation, 3));
    expect(plainSpaces(explained.inNumbers)).toBe('2 ÷ 21 = 9,5 %');
    const rest = explained.alternatives.map(({ name, text }) => plainSpaces(`${name}: ${text}`));
    expect(rest).toContain('Esperado: van 90 de 212 días: 42,5 %');
    expect(rest).toContain('Clase: 10 % redondeado cae entre 0 y 40: crítica');
  });

  test.each([
    ['sum', '(30 + 40) ÷ 50 = 140,0 %'],
    ['latest', '40 ÷ 50 = 80,0 %'],
    ['average', '(30 + 40) ÷ 2 ÷ 50 = 70,0 %'],
    ['capacity', '(40 - 20) ÷ (50 - 20) = 66,7 %'],
    ['reduction', '(20 - 40) ÷ (20 - 50) = 66,7 %'],
  ] as const)('of an indicator by %s shows its own division', (accumulation, numbers) => {
    const said = [30, { planned: 40, report: { k: 'value', v: 40 } }] as const;
    const plan = aPlan({ indicators: [anIndicator({ accumulation, baseline: 20, target: 50, said })] });
    const figure = figureOf(evaluate(planTableOf(plan), '2023-06-30'), 0);
    const { inNumbers, alternatives } = explainIndicator(plan, '2023-06-30', figure);
    expect(plainSpaces(inNumbers)).toBe(numbers);
    expect(alternatives[0]?.name).toBe('Esperado: lo programado hasta el corte');
  });

  test('of one that has not started says that it has no class', () => {
    const { plan, evaluation } = at(MARCH);
    const { alternatives } = explainIndicator(plan, MARCH, figureOf(evaluation, 9));
    expect(alternatives.find(({ name }) => name === 'Clase')?.text).toBe('no tiene: no ha iniciado');
  });
});

test('a line of the list says how far behind, how many and until when', () => {
  const { plan, evaluation } = at(MARCH);
  const facts = (row: number) => indicatorFacts(figureOf(evaluation, row), plan, MARCH).map(plainSpaces);
  expect(facts(8)).toEqual(['50,8 puntos por debajo', 'vence en 30 días']);
  expect(facts(3)).toEqual(['32,9 puntos por debajo', '2 de 21', 'vence el 31 de julio']);
  expect(facts(9)).toEqual(['empieza el 30 de abril']);
  expect(facts(0)).toEqual([]);
});

test('a day of another year than that of the plan says its year', () => {
  const facts = (cut: IsoDay, start: IsoDay, end: IsoDay) => {
    const plan = aPlan({ indicators: [anIndicator({ start, end, said: [cut > start ? 1 : 0] })] });
    return indicatorFacts(figureOf(evaluate(planTableOf(plan), cut), 0), plan, cut).at(-1);
  };
  expect(facts(MARCH, '2026-01-01', '2026-12-31')).toBe('empieza el 1 de enero de 2026');
  expect(facts(MARCH, '2023-05-01', '2023-12-31')).toBe('empieza el 1 de mayo');
  expect(facts('2025-01-31', '2025-01-01', '2025-12-31')).toBe('vence el 31 de diciembre de 2025');
});

describe('what work waits for', () => {
  const waiting = (blockedBy: Indicator['blockedBy'], said: readonly number[] = []) => {
    const strategy = anIndicator({
      id: 'ind:k',
      activity: { id: 'act:k', number: '11', name: 'Diseñar la estrategia' },
    });
    const plan = aPlan({
      indicators: [strategy, anIndicator({ id: 'ind:l', activity: { id: 'act:l' }, blockedBy, said })],
    });
    return indicatorFacts(figureOf(evaluate(planTableOf(plan), MARCH), 1), plan, MARCH).at(-1);
  };

  test('is said in a list, by the number of an activity, and not of what is done', () => {
    expect(waiting({ k: 'external', cause: ' formulario FURAG' })).toBe('espera: formulario FURAG');
    expect(waiting({ k: 'external', cause: 'Espera el formulario' })).toBe('espera el formulario');
    expect(waiting({ k: 'activity', activityId: 'act:k' })).toBe('espera la actividad 11');
    expect(waiting({ k: 'activity', activityId: 'act:k' }, [12])).toBe('12 de 10');
  });

  test('is said in full where there is room', () => {
    const words = (number: string, name: string) =>
      waitingWords({ k: 'activity', activity: anIndicator({ activity: { number, name } }).activity });
    expect(words('11', 'Diseñar')).toBe('espera la actividad 11. Diseñar');
    expect(words('11', '11. Diseñar')).toBe('espera la actividad 11. Diseñar');
    expect(words('', 'Diseñar')).toBe('espera la actividad Diseñar');
  });
});

test('what is measured from a baseline says the way it has to go', () => {
  const facts = (target: number | null) => {
    const given = { accumulation: 'reduction', baseline: 20, target, end: '2023-04-10', said: [11] } as const;
    const plan = aPlan({ indicators: [anIndicator(given)] });
    return indicatorFacts(figureOf(evaluate(planTableOf(plan), MARCH), 0), plan, MARCH).map(plainSpaces);
  };
  expect(facts(5)).toContain('va en 11, de 20 a 5');
  expect(facts(null)).toEqual(['vence en 10 días']);
});

test('what goes beyond its target says so in a list', () => {
  const plan = aPlan({ indicators: [anIndicator({ target: 21, said: [22] })] });
  const facts = indicatorFacts(figureOf(evaluate(planTableOf(plan), MARCH), 0), plan, MARCH);
  expect(facts).toEqual(['sobrecumplimiento', '22 de 21']);
});

test('indicators that share an activity are told apart by their deliverable', () => {
  const plan = cartagena();
  const [first] = plan.indicators;
  const shared = ['Estrategia', 'Cronograma'].map((deliverable) => ({ ...first!, deliverable }));
  const titles = (indicators: typeof shared) =>
    indicators.map((_, row) => indicatorTitle({ ...plan, indicators }, row));
  expect(titles(shared)).toEqual(['Estrategia', 'Cronograma']);
  expect(titles(shared.slice(0, 1))).toEqual([first?.activity.name || 'Estrategia']);
  const named = ['Avance', 'Cobertura'].map((name) => ({ ...first!, deliverable: 'Estrategia', name }));
  expect(titles(named)).toEqual(['Avance', 'Cobertura']);
  const again = ['Política', 'Política'].map((deliverable, row) => ({ ...named[row]!, deliverable }));
  expect(titles([...named, ...again])).toEqual([
    'Avance · Estrategia',
    'Cobertura · Estrategia',
    'Avance · Política',
    'Cobertura · Política',
  ]);
});
