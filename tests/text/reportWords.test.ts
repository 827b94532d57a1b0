import { describe, expect, it, test } from 'vitest';
import { plainText } from '../../src/domain/document';
import type { Figure, Quote } from '../../src/domain/document';
import { accountWords, moneyWords, resultWords, statedWords } from '../../src/text/reportWords';
import { analysisWords, domainRecommendation } from '../../src/text/reportWordsPeti';
import {
  criticalConclusion,
  extremesWords,
  finishedConclusion,
  finishedWords,
  inProgressConclusion,
  mostPendingWords,
  runningWords,
  semesterRecommendation,
} from '../../src/text/reportWordsSemester';
import { sentences } from '../../src/text/say';
import type { Part } from '../../src/text/say';

const n = (value: number | null, text = `${value ?? '—'}`): Figure => ({ k: 'figure', of: 'x', value, text });
const percent = (value: number | null): Figure => n(value, value === null ? 'no aplica' : `${value},0 %`);
const quote = (text: string): Quote => ({ k: 'quote', text });
const read = (part: Part): string => plainText(sentences(part)).replaceAll('\u00a0', ' ');

describe('where the plan stands', () => {
  const standing = {
    attainment: percent(40),
    verified: percent(10),
    expected: percent(50),
    lag: n(-10),
    gap: n(-10, '10,0 puntos'),
    cut: n(null, '31 de marzo de 2023'),
    isPartlyDated: false,
  };

  test.each([
    ['behind', {}, 'Se esperaba 50,0 %: está 10,0 puntos por debajo.'],
    ['ahead', { lag: n(3), gap: n(3, '3,0 puntos') }, 'está 3,0 puntos por encima.'],
    ['as expected', { lag: n(0.04) }, 'Se esperaba 50,0 %: va justo como se esperaba.'],
    ['without dates', { lag: n(null) }, 'Sin fechas no se puede decir cuánto se esperaba.'],
    ['dated in part', { isPartlyDated: true }, 'De las actividades con fechas se esperaba 50,0 %'],
  ])('%s', (_, changes, said) => {
    expect(read(resultWords({ ...standing, ...changes }))).toContain(said);
  });
});

describe('the best and the worst', () => {
  const a = { name: quote('A'), figure: percent(80) };
  const b = { name: quote('B'), figure: percent(80) };
  const c = { name: quote('C'), figure: percent(20) };

  test.each([
    [
      { best: [a], worst: [c], areAlike: false },
      'El mejor desempeño es de A, con 80,0 %. El más bajo es C, con 20,0 %.',
    ],
    [
      { best: [a, b], worst: [c], areAlike: false },
      'Los mejores desempeños son de A y B, con 80,0 %. El más bajo es C, con 20,0 %.',
    ],
    [{ best: [a, b], worst: [a, b], areAlike: true }, 'A y B van igual, en 80,0 %.'],
    [{ best: [a], worst: [a], areAlike: true }, 'El plan solo apunta a A, que va en 80,0 %.'],
  ])('of %#', (found, said) => {
    expect(read(extremesWords(found))).toBe(said);
  });
});

describe('conclusions by class', () => {
  test.each([
    [1, 0, 0, 0, 'Hay 1 actividad crítica. Ninguna va atrasada: conviene reforzarlas'],
    [
      3,
      1,
      0,
      0,
      'Hay 3 actividades críticas. 1 está por fuera de su fecha de cumplimiento: se requiere un plan de acción con responsable y fecha para recuperarla.',
    ],
    [3, 2, 0, 0, '2 están por fuera de su fecha de cumplimiento'],
    [
      7,
      0,
      5,
      0,
      '5 van atrasadas y todavía tienen plazo: se requiere un plan de acción antes de que venzan.',
    ],
    [3, 1, 1, 0, 'para recuperarla. 1 va atrasada y todavía tiene plazo'],
    [2, 0, 0, 2, 'Sin fechas no se sabe si están a tiempo'],
    [2, 0, 0, 2, '2 no tienen fecha: se debe fijar.'],
    [
      3,
      0,
      0,
      1,
      'Ninguna de las que tienen fecha va atrasada: conviene reforzarlas para que sigan así. 1 no tiene fecha',
    ],
    [3, 1, 0, 2, 'para recuperarla. 2 no tienen fecha'],
  ])('%d critical, %d overdue, %d behind, %d undated', (all, overdue, behind, undated, said) => {
    const given = { n: n(all), overdue: n(overdue), behind: n(behind), undated: n(undated) };
    expect(read(criticalConclusion(given))).toContain(said);
  });

  test.each([
    [
      1,
      0,
      0,
      'Hay 1 actividad en proceso: se debe completar lo que le falta para darla por finalizada. Conviene revisar',
    ],
    [
      2,
      1,
      1,
      'darlas por finalizadas. 1 ya pasó de su fecha: se debe revisar el cronograma. 1 está por vencer: se deben revisar ahora sus fechas.',
    ],
    [2, 0, 2, '2 están por vencer'],
  ])('%d in process, %d overdue, %d due soon', (all, overdue, dueSoon, said) => {
    expect(read(inProgressConclusion({ n: n(all), overdue: n(overdue), dueSoon: n(dueSoon) }))).toContain(
      said,
    );
  });

  test.each([
    [1, 0, 'Hay 1 actividad finalizada. Está completa: se debe mantener el resultado.'],
    [4, 0, 'Hay 4 actividades finalizadas. Están completas: se debe mantener el resultado.'],
    [4, 1, 'A 1 todavía le falta un tramo'],
    [4, 3, 'A 3 todavía les falta un tramo'],
  ])('%d finished, %d not whole', (all, incomplete, said) => {
    expect(read(finishedConclusion({ n: n(all), incomplete: n(incomplete) }))).toContain(said);
  });
});

describe('who has what pending', () => {
  it('names one, several, or nobody', () => {
    expect(read(mostPendingWords([quote('A')], n(1)))).toBe(
      'A es quien más tiene pendiente: 1 actividad sin avance.',
    );
    expect(read(mostPendingWords([quote('A'), quote('B')], n(2)))).toBe(
      'A y B son quienes más tienen pendiente: 2 actividades sin avance cada uno.',
    );
    expect(read(mostPendingWords([quote('A')], n(0)))).toBe(
      'Ningún responsable tiene actividades pendientes.',
    );
    expect(read(mostPendingWords([], n(0)))).toBe('Ninguna actividad tiene responsable.');
  });

  it('never says that 0 are', () => {
    const none = { n: n(0), of: n(5), share: percent(0) };
    const one = { n: n(1), of: n(5), share: percent(20) };
    expect(read(runningWords(none))).toBe('Ninguna actividad está en ejecución.');
    expect(read(runningWords(one))).toBe('1 de 5 actividades, el 20,0 %, está en ejecución.');
    expect(read(finishedWords(none, none))).toBe(
      'Ninguna actividad está finalizada o cerca de estarlo. No queda ninguna sin avance.',
    );
    expect(read(finishedWords(one, one))).toBe(
      '1 de 5 actividades, el 20,0 %, está finalizada o cerca de estarlo. Sin avance queda 1, el 20,0 %.',
    );
    expect(read(semesterRecommendation.causes(n(0), []))).not.toContain('0');
    expect(read(semesterRecommendation.supports(n(0)))).not.toContain('0');
  });
});

describe('a domain', () => {
  const story = {
    name: quote('Uso'),
    attainment: percent(50),
    n: n(3),
    finished: n(1),
    heaviest: { names: [quote('A')], rest: n(0), n: 1, attainment: percent(0) },
  };
  const heaviest = (many: number, attainment: Figure | null) => ({
    names: [quote('A'), quote('B')],
    rest: n(many - 2),
    n: many,
    attainment,
  });

  test.each([
    [
      {},
      'Uso alcanza 50,0 %. 1 de sus 3 iniciativas está finalizada. La que más pesa en la brecha es «A», con 0,0 %.',
    ],
    [
      { heaviest: heaviest(2, percent(0)) },
      'Las que más pesan en la brecha son «A» y «B», con 0,0 % cada una.',
    ],
    [{ heaviest: heaviest(2, null) }, 'Las que más pesan en la brecha son «A» y «B».'],
    [{ n: n(5), heaviest: heaviest(4, percent(0)) }, 'son «A», «B» y 2 más, con 0,0 % cada una.'],
    [
      { heaviest: heaviest(3, percent(0)), finished: n(0) },
      'Ninguna de sus 3 iniciativas está finalizada. Todas pesan lo mismo en la brecha, con 0,0 %.',
    ],
    [{ n: n(1), finished: n(0) }, 'Uso alcanza 50,0 %. Su única iniciativa no está finalizada.'],
    [{ n: n(1), finished: n(1) }, 'Su única iniciativa está finalizada.'],
    [{ attainment: percent(null) }, 'Uso no aplica: ninguna de sus iniciativas entra en el promedio.'],
  ])('with %j', (changes, said) => {
    expect(read(analysisWords({ ...story, ...changes }))).toContain(said);
  });

  it('is to begin, to complete, or both', () => {
    const some = (...names: readonly string[]) => ({ names: names.map(quote), rest: n(0), n: names.length });
    const advice = (begin: ReturnType<typeof some>, complete: ReturnType<typeof some>) =>
      read(domainRecommendation({ name: quote('Uso'), attainment: percent(20), begin, complete }));
    expect(advice(some('A', 'B'), some())).toBe(
      'Uso, en 20,0 %: iniciar «A» y «B», con responsable y fecha.',
    );
    expect(advice(some(), some('C'))).toBe('Uso, en 20,0 %: completar «C», con responsable y fecha.');
    expect(advice(some('A'), some('C'))).toBe(
      'Uso, en 20,0 %: iniciar «A»; completar «C», con responsable y fecha.',
    );
  });
});

describe('what a row says of itself', () => {
  it('is left as it was written where it stands alone', () => {
    const alone = { remark: quote('En desarrollo'), delayCause: null, evidence: [] };
    expect(read(accountWords(alone))).toBe('En desarrollo');
    expect(
      read(accountWords({ ...alone, delayCause: quote('Sin contrato'), evidence: [quote('Acta')] })),
    ).toBe('En desarrollo. Causa del atraso: Sin contrato. Soporte: Acta.');
    expect(read(accountWords({ ...alone, remark: null, evidence: [quote('A'), quote('B')] }))).toBe(
      'Soportes: A y B.',
    );
  });
});

it('says what the source printed, each with its place', () => {
  const stated = [
    { text: quote('85 %'), where: quote('Estrategia de TI') },
    { text: quote('51 %'), where: 'el plan' },
  ];
  expect(read(statedWords(stated))).toBe(
    'La matriz de origen indicaba 85 % en Estrategia de TI y 51 % en el plan. Aquí se imprime lo calculado.',
  );
});

it('says only what is known of the money', () => {
  const money = {
    progress: percent(40),
    budget: n(10, '$ 10'),
    executed: n(null),
    percent: percent(null),
    n: n(0),
    incomplete: n(1),
  };
  expect(read(moneyWords(money))).toBe(
    'Presupuesto: $ 10. Ninguna actividad dice a la vez su presupuesto y lo ejecutado. 1 actividad con dinero está incompleta y no cuenta.',
  );
});
