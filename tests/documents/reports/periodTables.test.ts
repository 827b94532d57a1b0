import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionPlanMatrixReport } from '../../../src/documents/reports/actionPlanMatrix';
import { reportContext } from '../../../src/documents/reports/context';
import { petiToolReport } from '../../../src/documents/reports/petiTool';
import { periodsOf, yearsOf } from '../../../src/domain/calendar';
import { labelsOver, placedCells, plainText, wideCell } from '../../../src/domain/document';
import type { Calculation, Document } from '../../../src/domain/document';
import { seedContext } from '../../support/loadedSeed';
import { anyPlan } from '../../formats/anyPlan';
import { anIndicator, aPlan } from '../../support/builders';
import { cartagena } from '../../support/cartagena';
import { EXPECTED } from '../../support/expectedFigures';
import { SEED_FILES } from '../../support/seeds';
import { ownWordsOf } from './ownWords';
import { coverOf, fullCover, reportLines, tablesOf } from './spans';

const CUT = '2023-03-31';
const BUILDERS = [actionPlanMatrixReport, petiToolReport];

/** The cells of a column, top down, each with how far it reaches. */
function columnOf(document: Document, place: number): readonly string[] {
  const [table] = tablesOf(document);
  return placedCells(table ?? { rows: [] }).flatMap((row) =>
    row.flatMap(({ cell, column, rows }) => {
      const text = plainText(wideCell(cell).text).replaceAll('\u00a0', ' ');
      return column === place ? [rows === 1 ? text : `${text} x${rows}`] : [];
    }),
  );
}

function placeOf(document: Document, label: string): number {
  return tablesOf(document)[0]?.columns.findIndex((one) => plainText(one.label) === label) ?? -1;
}

function calculationsOf(document: Document): readonly (Calculation | undefined)[] {
  return (tablesOf(document)[0]?.rows ?? []).flatMap((row) =>
    row.map((cell) => wideCell(cell).calculation).filter(Boolean),
  );
}

describe('the matrix of the action plan', () => {
  test('Cartagena: the columns of the form, and the results of its rows', async () => {
    const document = actionPlanMatrixReport(await seedContext(SEED_FILES.cartagena));
    expect(document.paper).toEqual({ size: 'oficio', isLandscape: true });
    const [table] = tablesOf(document);
    expect(table?.columns.map(({ label }) => plainText(label))).toEqual([
      'ITEM',
      'DESCRIPCION DE LOS CRITERIOS DIFERENCIALES QUE LE APLICAN',
      'CICLO DE PROCESO P: Planear H: Hacer V: Verificar A: Actuar',
      'ACTIVIDAD',
      'PRODUCTO',
      'DESCRIPCIÓN DEL INDICADOR',
      'DESCRIPCION DE LA META',
      'FECHA INICIO',
      'FECHA FINAL',
      'RESPONSABLE',
      'META DEL INDICADOR',
      'T1',
      'T2',
      'T3',
      'T4',
      'RESULTADO',
      'OBSERVACIONES',
    ]);
    expect(labelsOver(table?.columns ?? []).filter(({ text }) => text)).toEqual([
      { text: '2023 · RESULTADO POR TRIMESTRE', columns: 4 },
    ]);
    expect(columnOf(document, placeOf(document, 'RESULTADO'))).toEqual(
      [
        ...EXPECTED.cartagena2023.rows.map(({ computed }) => `${computed.toFixed(1).replace('.', ',')} %`),
      ].concat('40,9 %'),
    );
    expect(columnOf(document, placeOf(document, 'RESULTADO')).slice(0, 4)).toEqual([
      '100,0 %',
      '25,0 %',
      '33,3 %',
      '9,5 %',
    ]);
    expect(columnOf(document, 0).slice(0, 3)).toEqual(['1 x2', '2 x2', '3']);
  });

  test('the whole of it, as it is read', () => {
    const document = actionPlanMatrixReport(
      reportContext(cartagena('notReported', { policy: 'Gobierno Digital' }), CUT, []),
    );
    const lines = reportLines(document);
    expect(lines.slice(0, 5)).toEqual([
      '# PLAN DE ACCIÓN POLÍTICA DE GESTIÓN Y DESEMPEÑO',
      'MACROPROCESO: sin indicar / PROCESO: sin indicar / SUBPROCESO: sin indicar',
      'Nombre de la política: Gobierno Digital',
      'Objetivo: —',
      'Vigencia: 2023',
    ]);
    expect(lines[7]).toBe(
      'V: Verificar |  |  |  | 4 Informes trimestrales | 1 ene 2023 | 31 dic 2023 | Equipo Gobierno Digital y áreas de gestión OAI | 4 | 1 | — | — | — | 25,0 % | T1: Se explica el trimestre',
    );
    expect(lines.slice(-6)).toEqual([
      'TOTAL DEL PLAN · Promedio simple, sobre N = 12 | 40,9 % | Verificado con evidencia: 0,0 %',
      'La raya (—) es un período sin reporte, o posterior al corte.',
      'Corte: 31 de marzo de 2023. Método: promedio simple, N = 12 actividades. Ninguna actividad se dejó por fuera. Reportado 40,9 %; verificado con evidencia 0,0 %.',
      'Clases: Tres clases (Cali 2020); crítica de 0 % a 40 %, en proceso de 41 % a 80 % y finalizada de 81 % a 100 %. El porcentaje se redondea al entero antes de clasificar.',
      '## Datos que faltan',
      'A este corte no falta ningún dato.',
    ]);
    expect(document.blocks[1]).toMatchObject({ k: 'paragraph', key: 'process' });
  });

  test('each kind of empty is a word, and what is beyond the cut a dash', () => {
    const said = [7, { k: 'notScheduled' }, { k: 'notApplicable' }, 14] as const;
    const plan = aPlan({ indicators: [anIndicator({ target: 21, said })] });
    const rowAt = (cut: '2023-09-30' | '2023-12-31') =>
      reportLines(actionPlanMatrixReport(reportContext(plan, cut, [])))[6]
        ?.split(' | ')
        .slice(10, 16);
    expect(rowAt('2023-09-30')).toEqual(['21', '7', 'no programado', 'no aplica', '—', '33,3 %']);
    expect(rowAt('2023-12-31')).toEqual(['21', '7', 'no programado', 'no aplica', '14', '100,0 %']);
  });

  test('what is left out has no result to compute again, and is named with its reason; so is what is missing', () => {
    const plan = aPlan({
      indicators: [
        anIndicator({ id: 'ind:1', activity: { name: 'Con meta' }, said: [5] }),
        anIndicator({ id: 'ind:2', activity: { id: 'act:2', name: 'Sin meta' }, target: null, said: [5] }),
        anIndicator({ id: 'ind:3', activity: { id: 'act:3', name: 'Callada' } }),
      ],
    });
    const document = actionPlanMatrixReport(reportContext(plan, CUT, []));
    expect(columnOf(document, 15)).toEqual(['50,0 %', 'sin meta', '0,0 %', '25,0 %']);
    expect(calculationsOf(document)).toHaveLength(2);
    expect(reportLines(document).slice(-3)).toEqual([
      '## Datos que faltan',
      '«Callada»: sin reporte en 1.er trimestre de 2023.',
      '«Sin meta»: por fuera del promedio, sin meta.',
    ]);
  });

  test('a plan without indicators says so, and names the activities that nothing measures', () => {
    const [{ activity, item }] = [anIndicator({ activity: { name: 'Suelta' } })];
    const plan = aPlan({ items: [item], activities: [activity] });
    const lines = reportLines(actionPlanMatrixReport(reportContext(plan, CUT, [])));
    expect(lines).toContain('El plan todavía no tiene indicadores.');
    expect(lines).toContain('«Suelta»: sin indicador, no entra en ningún resultado.');
  });

  test('the causes of a delay and the remarks of several periods stand by the period of each', () => {
    const said = [
      { remark: 'Se hizo', delayCause: 'Falta de equipos' },
      { delayCause: 'Cambio de personal' },
      { remark: 'Después' },
    ];
    const plan = aPlan({ indicators: [anIndicator({ said })] });
    expect(columnOf(actionPlanMatrixReport(reportContext(plan, '2023-06-30', [])), 16)[0]).toBe(
      'T1: Se hizo · Causa del atraso: Falta de equipos · T2: Causa del atraso: Cambio de personal',
    );
  });
});

describe('the follow-up tool of the PETI', () => {
  test('Cartagena: the columns of Tabla 16, the quarters of each year under it', async () => {
    const document = petiToolReport(await seedContext(SEED_FILES.cartagenaPeti));
    expect(document.paper).toEqual({ size: 'letter', isLandscape: true });
    const [table] = tablesOf(document);
    expect(labelsOver(table?.columns ?? []).filter(({ text }) => text)).toEqual(
      [2024, 2025, 2026].map((year) => ({ text: `${year} · MEDICIÓN POR TRIMESTRE`, columns: 4 })),
    );
    expect(table?.columns.map(({ label }) => plainText(label))).toEqual([
      ...['ACTIVIDADES', 'INDICADOR', 'META'],
      ...['T1', 'T2', 'T3', 'T4', 'T1', 'T2', 'T3', 'T4', 'T1', 'T2', 'T3', 'T4'],
      ...['RESULTADO', 'OBSERVACIONES'],
    ]);
    // Tabla 16 has 29 rows of 20 activities (domain.md A2.4).
    expect(table?.rows).toHaveLength(30);
    expect(columnOf(document, 0)).toHaveLength(21);
    const lines = reportLines(document);
    expect(lines[11]).toBe(
      `Diseñar e implementar la estrategia de gobierno del dato. | Estrategia de gobernanza del dato diseñada (Documentos) | 1 | ${'— | '.repeat(12)}0,0 % | `,
    );
    expect(lines[13]).toBe(
      `Conjunto de datos abiertos publicados (Conjuntos de datos) | 20 | ${'— | '.repeat(12)}0,0 % | `,
    );
  });

  test('a plan that reports by years has the years for columns', () => {
    const calendar = yearsOf(2024, 2026, 12);
    const plan = aPlan({ calendar, periods: periodsOf(calendar), indicators: [anIndicator()] });
    const [table] = tablesOf(petiToolReport(reportContext(plan, '2024-12-31', [])));
    expect(labelsOver(table?.columns ?? []).filter(({ text }) => text)).toEqual([
      { text: 'MEDICIÓN POR AÑO', columns: 3 },
    ]);
    expect(table?.columns.slice(3, 6).map(({ label }) => plainText(label))).toEqual(['2024', '2025', '2026']);
  });
});

describe('of any plan, in both tables', () => {
  const cases = fc.tuple(anyPlan, fc.nat(40));

  test('every place of the table is of one cell, and every row has all columns', () => {
    fc.assert(
      fc.property(cases, ([plan, at]) => {
        const cut = plan.periods[at % plan.periods.length]?.end ?? CUT;
        for (const build of BUILDERS)
          for (const table of tablesOf(build(reportContext(plan, cut, []))))
            expect(coverOf(table)).toEqual(fullCover(table));
      }),
      { numRuns: 60 },
    );
  });

  test('there is a column for each period, and each calculation points to them and to the target', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom(...BUILDERS), (plan, build) => {
        const document = build(reportContext(plan, plan.periods[0]?.end ?? CUT, []));
        for (const { columns } of tablesOf(document)) {
          const places = columns.flatMap(({ over }, place) => (over ? [place] : []));
          expect(places).toHaveLength(plan.periods.length);
          const target = columns.findIndex(({ label }) =>
            ['META', 'META DEL INDICADOR'].includes(plainText(label)),
          );
          for (const one of calculationsOf(document)) expect(one).toMatchObject({ periods: places, target });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('no number is written by hand', () => {
    fc.assert(
      fc.property(cases, ([plan, at]) => {
        const cut = plan.periods[at % plan.periods.length]?.end ?? CUT;
        for (const build of BUILDERS)
          expect(ownWordsOf(build(reportContext(plan, cut, []))).filter((text) => /\d/.test(text))).toEqual(
            [],
          );
      }),
      { numRuns: 60 },
    );
  });
});
