import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALI_3 } from '../../src/domain/bands';
import { DNP_5 } from '../../src/domain/schemes';
import { periodsOf, yearsOf } from '../../src/domain/calendar';
import type { Plan } from '../../src/domain/model';
import { readMatrix } from '../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../src/formats/matrix/reading';
import { writePlanCsv } from '../../src/formats/planCsv';
import { readWorkbook } from '../../src/formats/workbook';
import { aPlan, anIndicator, aPeriodValue } from '../support/builders';
import { anyPlan, citedEvidence } from './anyPlan';
import { planOf } from './planFromReading';

async function readBytes(bytes: Uint8Array, name: string): Promise<MatrixReading> {
  const workbook = await readWorkbook(bytes, name);
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.problem));
  const read = readMatrix(workbook.value, name);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

const throughCsv = (plan: Plan) => readBytes(writePlanCsv(plan), 'plan.csv');
const fileOf = (path: string) => new Uint8Array(readFileSync(path));
const lines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split('\r\n');

describe('the plan as a table', () => {
  test('Cartagena: what was read is what the table gives back', async () => {
    const file = 'cartagena-2023-plan-accion.xlsx';
    const before = planOf(await readBytes(fileOf(`public/examples/${file}`), file));
    const reading = await throughCsv(before);
    expect(planOf(reading)).toEqual(before);
    expect(reading.findings).toEqual([]);
    expect(reading.proposedCut).toBe('2023-03-31');
    expect([reading.rows.length, reading.annexes.length]).toEqual([12, 8]);
  });

  test('any plan comes back the same, and nothing in it is doubted', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (before) => {
        const reading = await throughCsv(before);
        expect(planOf(reading)).toEqual(before);
        expect(reading.findings.filter(({ code }) => code !== 'dateReversed')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('people read it: header words, days, percents, decimal comma, formula-safe texts', async () => {
    const file = 'cartagena-2023-plan-accion.xlsx';
    const before = planOf(await readBytes(fileOf(`public/examples/${file}`), file));
    const written = lines(writePlanCsv(before, new Map([['ind:17', '3,0 %']])));
    expect(written[1]).toMatch(/^Entidad;;ALCALDÍA DISTRITAL DE CARTAGENA DE INDIAS;+$/);
    const header = written.findIndex((line) => line.startsWith('ITEM;'));
    expect(written[header]).toContain(
      ';META DEL INDICADOR;2023 RESULTADO TRIMESTRE 1;2023 RESULTADO TRIMESTRE 2;2023 RESULTADO TRIMESTRE 3;',
    );
    const [row8, row12] = [written[header + 8] ?? '', written[header + 12] ?? ''];
    expect(row8).toContain(
      ';01/01/2023;31/12/2023;Equipo Gobierno Digital y áreas de gestión OAI;10;0,3;0;0;0;3,0%;3,0 %;',
    );
    expect(row12).toContain(';100%;0%;0%;0%;0%;');
    expect(written[header + 3]).toContain(";'- Cronogramas de reuniones");
  });
});

/** What stands under each header, row by row, in the table of a plan. */
function cellsOf(plan: Plan): readonly Readonly<Record<string, string>>[] {
  const table = lines(writePlanCsv(plan)).map((line) => line.split(';'));
  const header = table.findIndex(([first]) => first === 'ITEM');
  return table
    .slice(header + 1, -1)
    .map((row) => Object.fromEntries(row.map((text, at) => [table[header]?.[at] ?? '', text])));
}

/** The lines above the table, by their labels. */
function factsOf(plan: Plan): Readonly<Record<string, readonly string[]>> {
  const above = lines(writePlanCsv(plan)).map((line) => line.replace(/^\ufeff/, '').split(';'));
  return Object.fromEntries(above.map(([label = '', , ...cells]) => [label, cells.filter(Boolean)]));
}

describe('each fact has its words in the table', () => {
  const ACT = { id: 'act:a', name: 'Definir la estrategia', budget: 1_500_000.5, executed: 0 };
  const waiting = { k: 'activity', activityId: 'act:b' } as const;
  const outside = { k: 'external', cause: 'El formulario del FURAG' } as const;
  const share = anIndicator({
    id: 'ind:a',
    activity: { ...ACT, blockedBy: waiting },
    target: 1,
    targetUnit: 'percent',
    unitOfMeasure: 'Porcentaje de avance',
    accumulation: 'capacity',
    baseline: 0.2872,
    baselineSource: 'Informe de línea base, 2023',
    weight: 62.5,
    said: [{ planned: 0.25 }, { planned: 0.5, report: { k: 'value', v: 0.3 } }],
  });
  const amount = anIndicator({
    id: 'ind:b',
    activity: { ...ACT, blockedBy: waiting },
    accumulation: 'reduction',
    baseline: -40,
    weight: 0,
    blockedBy: outside,
    said: [{ planned: 1.5 }, { planned: 0 }],
  });
  const cells = cellsOf(aPlan({ indicators: [share, amount] }));

  test.each([
    ['UNIDAD DE MEDIDA', 'Porcentaje de avance', ''],
    ['LÍNEA BASE', '28,72%', '-40'],
    ['FUENTE DE LA LÍNEA BASE', '"Informe de línea base, 2023"', ''],
    ['PONDERACIÓN', '62,5', '0'],
    ['2023 PROGRAMADO TRIMESTRE 1', '25%', '1,5'],
    ['2023 PROGRAMADO TRIMESTRE 2', '50%', '0'],
    ['2023 PROGRAMADO TRIMESTRE 3', '', ''],
    // In one row of each activity, so that a column adds up to the plan's money.
    ['PRESUPUESTO', '1500000,5', ''],
    ['PRESUPUESTO EJECUTADO', '0', ''],
    ['QUÉ ESPERA LA ACTIVIDAD', 'act:b', 'act:b'],
    // Its own only, as with its dates.
    ['QUÉ ESPERA EL INDICADOR', '', 'El formulario del FURAG'],
    ['ACUMULACIÓN', 'capacidad', 'reducción'],
  ])('%s', (header, first, second) => {
    expect(cells.map((row) => row[header])).toEqual([first, second]);
  });

  test.each([
    ['sum', 'suma'],
    ['latest', 'último valor'],
    ['average', 'promedio'],
    ['capacity', 'capacidad'],
    ['reduction', 'reducción'],
  ] as const)('%s is %s, and comes back', async (accumulation, word) => {
    const plan = aPlan({ indicators: [anIndicator({ accumulation })] });
    expect(cellsOf(plan)[0]?.['ACUMULACIÓN']).toBe(word);
    expect(planOf(await throughCsv(plan)).indicators[0]?.accumulation).toBe(accumulation);
  });

  test('a cause from outside that looks like a formula is no formula, and comes back', async () => {
    const plan = aPlan({ indicators: [anIndicator({ blockedBy: { k: 'external', cause: '=FURAG()' } })] });
    expect(cellsOf(plan)[0]?.['QUÉ ESPERA EL INDICADOR']).toBe("'=FURAG()");
    expect(planOf(await throughCsv(plan)).indicators[0]?.blockedBy).toEqual({
      k: 'external',
      cause: '=FURAG()',
    });
  });

  test('the plan says how it is averaged, classed and paced, and where it started from', async () => {
    const plan = aPlan({
      rollupMethod: 'groupMean',
      rollupBy: { taxonomy: 'decree-1008', under: 'enablers/security' },
      scheme: { ...DNP_5, bands: DNP_5.bands.map((band) => ({ ...band, label: `Nivel ${band.from}` })) },
      baseline: { percent: 28.72, source: 'Informe de línea base' },
      paceTolerance: 2.5,
      dueSoonDays: 45,
      indicators: [anIndicator()],
    });
    expect(factsOf(plan)).toMatchObject({
      'Método de agregación': ['promedio de los grupos'],
      'Grupos del promedio': ['por etiqueta', 'decree-1008', 'enablers/security'],
      'Clases del avance': [
        '0 a 39 | crítica | critical | Nivel 0',
        '40 a 59 | en proceso | low | Nivel 40',
        '60 a 69 | en proceso | medium | Nivel 60',
        '70 a 79 | en proceso | satisfactory | Nivel 70',
        '80 a 100 | finalizada | outstanding | Nivel 80',
      ],
      'Redondeo de las clases': ['al entero más cercano'],
      'Límite entre dos clases': ['es de la clase de arriba'],
      'Nombre de las clases': ['dnp-5'],
      'Línea base del plan': ['28,72%', 'Informe de línea base'],
      'Tolerancia del ritmo': ['2,5'],
      'Días de aviso del vencimiento': ['45'],
    });
    const { rollupBy, scheme, baseline, paceTolerance, dueSoonDays } = plan;
    const facts = { rollupBy, scheme, baseline, paceTolerance, dueSoonDays };
    expect((await throughCsv(plan)).facts).toMatchObject(facts);
  });

  test.each([
    ['item', 'por ítem'],
    ['phva', 'por ciclo PHVA'],
    ['responsible', 'por responsable'],
  ] as const)('a mean by %s is %s', async (rollupBy, word) => {
    const plan = aPlan({ rollupBy, indicators: [anIndicator()] });
    expect(factsOf(plan)['Grupos del promedio']).toEqual([word]);
    expect((await throughCsv(plan)).facts.rollupBy).toBe(rollupBy);
  });

  test('classes go by their words where those are enough', () => {
    const facts = factsOf(aPlan({ scheme: CALI_3, indicators: [anIndicator()] }));
    expect(facts['Clases del avance']).toEqual([
      '0 a 40 | crítica',
      '41 a 80 | en proceso',
      '81 a 100 | finalizada',
    ]);
  });

  test('a calendar comes back with its cuts, also from a spreadsheet that wrote its days another way', async () => {
    const calendar = { ...yearsOf(2024, 2024, 12), cuts: ['2024-03-15', '2024-07-31'] } as const;
    const plan = aPlan({ calendar, periods: periodsOf(calendar), indicators: [anIndicator()] });
    expect(factsOf(plan)['Períodos']).toEqual(['2024-01-01', '2024-12-31', '12', '2024-03-15', '2024-07-31']);
    expect((await throughCsv(plan)).calendar).toEqual(calendar);
    const text = new TextDecoder().decode(writePlanCsv(plan));
    const saved = text.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$3/$2/$1');
    expect((await readBytes(new TextEncoder().encode(saved), 'plan.csv')).calendar).toEqual(calendar);
  });

  test('classes that leave a hole are none', async () => {
    const text = new TextDecoder().decode(writePlanCsv(aPlan({ indicators: [anIndicator()] })));
    const holed = await readBytes(new TextEncoder().encode(text.replace('41 a 80', '45 a 80')), 'plan.csv');
    expect(holed.facts.scheme).toBeNull();
  });
});

test('a table of ours from before these columns reads as it did', async () => {
  const path = 'tests/fixtures/plans/own-table-without-weights.csv';
  const calendar = { ...yearsOf(2024, 2024, 12), cuts: ['2024-07-31'] } as const;
  const [first, second] = periodsOf(calendar);
  const before = aPlan({
    id: 'plan',
    title: 'Plan de acción 2024',
    entityName: 'Alcaldía de Prueba',
    policy: 'Gobierno Digital',
    objective: 'Servir mejor',
    planYear: 2024,
    calendar,
    periods: periodsOf(calendar),
    rollupMethod: 'groupMean',
    paceTolerance: 2.5,
    dueSoonDays: 15,
    statedValue: { text: '85 %', percent: 85 },
    indicators: [
      {
        ...anIndicator({
          id: 'ind:a',
          item: { differentialCriterion: 'Hoja de ruta', statedValue: { text: '40,0%', percent: 40 } },
          activity: {
            id: 'act:a',
            name: '1. Definir la hoja de ruta',
            phvaStage: 'plan',
            start: '2024-01-01',
            end: '2024-12-31',
            responsibleParties: ['OAI', 'TIC | redes'].map((name) => ({ id: `pty:${name}`, name })),
            tags: new Map([['mrae-domains', ['strategy', 'governance']]]),
          },
          name: 'Avance de la hoja de ruta',
          deliverable: '-Hoja de ruta',
          targetText: '1 hoja de ruta',
          target: 1,
          targetUnit: 'percent',
          unitOfMeasure: 'Porcentaje',
          accumulation: 'latest',
          statedValue: { text: '33,3%', percent: 33.3 },
        }),
        reports: new Map([
          [
            first?.id ?? '0-0',
            aPeriodValue({
              report: { k: 'value', v: 0.333 },
              remark: 'Va bien',
              evidence: citedEvidence([{ number: '01', name: 'Hoja' }]),
            }),
          ],
          [second?.id ?? '0-0', aPeriodValue({ report: { k: 'notScheduled' }, delayCause: '=espera' })],
        ]),
      },
    ],
  });
  const reading = await readBytes(fileOf(path), 'plan.csv');
  expect(planOf(reading)).toEqual(before);
  expect(reading.findings).toEqual([]);
  const { rollupBy, scheme, baseline } = reading.facts;
  expect({ rollupBy, scheme, baseline }).toEqual({ rollupBy: null, scheme: null, baseline: null });
});

test('four years of months are no wider than what is read: columns of words that say nothing are left out', async () => {
  const calendar = yearsOf(2023, 2026, 1);
  const periods = periodsOf(calendar);
  const last = periods.at(-1)?.id ?? '0-0';
  const reports = new Map([
    [last, aPeriodValue({ report: { k: 'value', v: 3 }, planned: 2, remark: 'Listo' })],
  ]);
  const plan = aPlan({ calendar, periods, indicators: [{ ...anIndicator(), reports }] });
  const read = planOf(await throughCsv(plan));
  expect(read.indicators[0]?.id).toBe('ind:1');
  expect(read.indicators[0]?.reports.get(last)).toEqual(reports.get(last));
});
