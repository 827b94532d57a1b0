import { describe, expect, test } from 'vitest';
import { quartersOf } from '../../src/domain/calendar';
import { findingsOf } from '../../src/domain/findings';
import type { Finding } from '../../src/domain/findings/finding';
import { listOf, periodNamesIn, placeOfRows, short, tellFinding } from '../../src/text/findings';
import { QUARTERS, T1, T2 } from '../support/builders';
import { cartagena } from '../support/cartagena';
import { readSeed, SEED_FILES } from '../support/seeds';
import { placeOfCell, READING_FINDINGS } from '../../src/text/readingFindings';

const cartago = (await readSeed(SEED_FILES.cartago)).preview.plan;

const names = (periods: readonly string[]) => listOf(periods.map((_, at) => `T${at + 2}`));
const told = (finding: Finding) => tellFinding(finding, names);
const line = (finding: Finding) => told(finding).line.replaceAll('\u00a0', ' ');

describe('findings of the plan', () => {
  test.each<[Finding, string]>([
    [
      { code: 'duplicateNumber', entity: 'act:1', number: '4', indicators: ['ind:1', 'ind:2'] },
      'El número 4 está en más de una actividad. Se conserva como está impreso.',
    ],
    [
      { code: 'repeatedItem', entity: 'itm:1', item: '8', readAs: 1, indicators: ['ind:1', 'ind:2'] },
      'El ítem 8 está impreso más de una vez. Se lee como uno solo.',
    ],
    [
      { code: 'repeatedItem', entity: 'itm:1', item: '8', readAs: 2, indicators: ['ind:1', 'ind:2'] },
      'El ítem 8 está impreso más de una vez. Se lee como 2 ítems distintos.',
    ],
    [
      { code: 'fractionInCount', entity: 'ind:1', values: [0.3], target: 10 },
      '0,3 en una meta de 10: parece un porcentaje, no un conteo.',
    ],
    [
      { code: 'targetUnitMismatch', entity: 'ind:1', text: '1 cronograma', target: 1, targetUnit: 'percent' },
      'La meta es 100 %; el texto dice «1 cronograma».',
    ],
    [
      {
        code: 'statedDiffers',
        entity: 'ind:1',
        place: 'indicator',
        text: '25 %',
        stated: 25,
        computed: 23.8095,
      },
      'Fila: indicado 25 %, calculado 23,8 %.',
    ],
    [
      {
        code: 'statedDiffers',
        entity: 'ind:1',
        place: 'indicator',
        text: '0,25',
        stated: 25,
        computed: -11975,
      },
      'Fila: indicado 25,0 % (dice «0,25»), calculado -11.975,0 %.',
    ],
    [
      { code: 'zeroLooksUnreported', entity: 'plan', periods: ['20230401-20230630', '20230701-20230930'] },
      'En T2 y T3 todas las filas tienen cero: parece que no se ha reportado.',
    ],
    [
      { code: 'sharedEvidence', entity: 'evi:1', number: '', indicators: ['ind:1', 'ind:2'] },
      'Un mismo anexo respalda 2 indicadores.',
    ],
    [
      {
        code: 'overAchievement',
        entity: 'ind:1',
        percent: 104.761904762,
        reached: 22,
        target: 21,
        targetUnit: 'count',
      },
      'Va en 104,8 %: 22 y la meta es 21. En los promedios cuenta como 100.',
    ],
    [
      {
        code: 'reportsOutsideCalendar',
        entity: 'ind:1',
        periods: ['20230101-20230331'],
        values: [0.25],
        targetUnit: 'percent',
      },
      'En T2 hay un reporte (25 %) que no se ve ni cuenta: el plan no tiene ese período.',
    ],
    [
      {
        code: 'reportsOutsideCalendar',
        entity: 'ind:1',
        periods: ['20230101-20230331', '20230401-20230630'],
        values: [5, null],
        targetUnit: 'count',
      },
      'En T2 y T3 hay reportes (5 y sin valor) que no se ven ni cuentan: el plan no tiene esos períodos.',
    ],
    [
      { code: 'withoutTarget', entity: 'ind:1', target: null, targetUnit: 'count' },
      'No tiene meta: no entra en los promedios.',
    ],
    [
      { code: 'withoutTarget', entity: 'ind:1', target: 0.4, targetUnit: 'percent' },
      'La meta es 40 %, que no deja qué medir: no entra en los promedios.',
    ],
    [
      { code: 'targetTextPlaceholder', entity: 'ind:1', text: '# %', target: 0.5, targetUnit: 'percent' },
      'Dice «# %» y la meta es 50 %.',
    ],
    [
      { code: 'targetTextWithoutNumber', entity: 'ind:1', text: 'Todo', target: 0.5, targetUnit: 'percent' },
      'La meta es 50 %; el texto dice «Todo».',
    ],
    [
      {
        code: 'valueLooksCumulative',
        entity: 'ind:1',
        periods: ['20230401-20230630', '20230701-20230930'],
        values: [0.5, 0.75],
        targetUnit: 'percent',
      },
      'En T2 y T3 dice 50 % y 75 %, que parece el total hasta ahí.',
    ],
    [
      {
        code: 'unexplainedDecrease',
        entity: 'ind:1',
        period: '20230401-20230630',
        from: 0.8,
        to: 0.305,
        targetUnit: 'percent',
      },
      'En T2 baja de 80 % a 30,5 %, sin observación ni causa.',
    ],
  ])('%o', (finding, words) => {
    expect(line(finding)).toBe(words);
  });

  test('come with what may be done about them, in one sentence', () => {
    const repairs = [...findingsOf(cartagena('zeros')), ...findingsOf(cartago)].map(
      (finding) => told(finding).repair,
    );
    expect(new Set(repairs).size).toBeGreaterThan(10);
    expect(repairs.every((repair) => /^\p{Lu}.*\.$/u.test(repair))).toBe(true);
    expect(repairs).toContain('Escriba 21 en el texto de la meta.');
  });
});

test('a period is called as the plan calls it, and by its days where the plan does not have it', () => {
  const namesOf = periodNamesIn({ periods: QUARTERS, calendar: quartersOf(2023) });
  const called = (...periods: Parameters<typeof namesOf>[0]) => namesOf(periods).replaceAll('\u00a0', ' ');
  expect(called(T2, T1)).toBe('T1 y T2');
  expect(called(T1, '20230101-20230630')).toBe('T1 y 1 ene a 30 jun 2023');
  expect(called('20221001-20230331')).toBe('1 oct 2022 a 31 mar 2023');
});

test('what may be done about a target is said in its unit', () => {
  const facts = { entity: 'ind:1', text: '#', target: 0.5, targetUnit: 'percent' } as const;
  const repairOf = (code: 'targetTextPlaceholder' | 'targetTextWithoutNumber') =>
    told({ code, ...facts }).repair.replaceAll('\u00a0', ' ');
  expect(repairOf('targetTextPlaceholder')).toBe('Escriba 50 % en el texto de la meta.');
  expect(repairOf('targetTextWithoutNumber')).toContain(': 50 %, si es la meta aprobada.');
});

test('every finding of a reading has a heading of its own kind and ends as a sentence', () => {
  const titles = Object.values(READING_FINDINGS).map(({ title }) => title);
  expect(titles.every((title) => /^\p{Lu}.*[^.]$/u.test(title))).toBe(true);
  expect(
    READING_FINDINGS.unmappedColumn.line({ sheet: 'Plan', column: 'R', header: 'NOTAS', cells: 1 }),
  ).toBe('R, «NOTAS»: 1\u00a0celda se guarda tal como está.');
});

test.each([
  ['<b>Hacer</b>', '«<b>Hacer</b>»: se lee sin sus marcas, como <b>.'],
  ['Hacer<BR/>más', '«Hacer<BR/>más»: se lee sin sus marcas, como <BR/>.'],
  ['Ver [bookmark:_Toc1]', '«Ver [bookmark:_Toc1]»: se lee sin sus marcas, como [bookmark:_Toc1].'],
  ['<nombre> y <i>c</i>', '«<nombre> y <i>c</i>»: se lee sin sus marcas, como <i>.'],
])('of the marks of a page in %s the first one is named', (text, said) => {
  const place = { row: 11, column: 'E', header: 'PRODUCTO', text };
  expect(READING_FINDINGS.tagsRemoved.line({ place })).toBe(said);
});

test('the place of a finding, in the file or in its rows', () => {
  const place = { row: 11, column: 'E', header: 'PRODUCTO', text: 'x' };
  expect(placeOfCell({ place })).toBe('Fila 11, columna E (PRODUCTO)');
  expect(placeOfCell({ sheet: 'Anexos' })).toBe('Hoja «Anexos»');
  expect(placeOfRows([])).toBe('');
  expect(placeOfRows([13])).toBe('Fila 13');
  expect(placeOfRows([13, 14])).toBe('Filas 13 y 14');
  expect(placeOfRows([1, 2, 3, 4, 5, 6, 7, 8])).toBe('Filas 1, 2, 3, 4, 5 y 3 más');
});

test('a long text of the file is cut to stand in a sentence', () => {
  expect(short(' dos \n renglones ')).toBe('dos renglones');
  expect(short('a'.repeat(200))).toHaveLength(80);
});
