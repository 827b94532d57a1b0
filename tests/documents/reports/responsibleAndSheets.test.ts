import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byResponsibleReport } from '../../../src/documents/reports/byResponsible';
import { reportContext } from '../../../src/documents/reports/context';
import { indicatorSheetReport } from '../../../src/documents/reports/indicatorSheet';
import { seedContext } from '../../support/loadedSeed';
import { anyPlan } from '../../formats/anyPlan';
import { anEvidence, anIndicator, aPlan, verifiedValue } from '../../support/builders';
import { SEED_FILES } from '../../support/seeds';
import { figuresOf, ownWordsOf } from './ownWords';
import { coverOf, fullCover, reportLines, tablesOf } from './spans';

const CUT = '2023-03-31';
const JUNE = '2023-06-30';

describe('the work of each responsible party', () => {
  test('Cartagena: how many are pending, running and finished, and how far each has come', async () => {
    const document = byResponsibleReport(await seedContext(SEED_FILES.cartagena));
    expect(reportLines(document).slice(0, 12)).toEqual([
      '# Gestión por responsable',
      'Responsable | Indicadores | Pendientes | En ejecución | Finalizados o cercanos | Avance | Esperado | Diferencia | Verificado',
      'Equipo Gobierno Digital y áreas de gestión OAI | 10 | 2 | 4 | 4 | 47,1 % | 58,5 % | -11,4 puntos | 0,0 %',
      'Equipo de Uso y Apropiación | 2 | 1 | 1 | 0 | 10,0 % | 17,7 % | -7,7 puntos | 0,0 %',
      'TOTAL DEL PLAN | 12 | 3 | 5 | 4 | 40,9 % | 51,7 % | -10,8 puntos | 0,0 %',
      'Equipo Gobierno Digital y áreas de gestión OAI | 47,1 %',
      'Equipo de Uso y Apropiación | 10,0 %',
      '## Indicadores de cada responsable',
      '### Equipo Gobierno Digital y áreas de gestión OAI',
      'Indicador | Meta | Avance | Esperado | Diferencia | Clase | Estado | Fecha final',
      '1. Definir la hoja de ruta para la implementación de Gobierno Digital | 1 | 100,0 % | 100,0 % | 0,0 puntos | Finalizada | Terminada | 28 feb 2023',
      '2. Hacer seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital | 4 | 25,0 % | 24,7 % | +0,3 puntos | Crítica | En curso | 31 dic 2023',
    ]);
  });

  test('a row of two parties counts in each and once in the total; one of nobody is said', () => {
    const responsibleParties = [
      { id: 'pty:a', name: 'Hacienda' },
      { id: 'pty:b', name: 'Planeación' },
    ];
    const plan = aPlan({
      indicators: [
        anIndicator({ activity: { name: 'Uno', responsibleParties }, said: [9] }),
        anIndicator({ id: 'ind:2', activity: { id: 'act:2', name: 'Dos' }, target: null }),
      ],
    });
    const lines = reportLines(byResponsibleReport(reportContext(plan, CUT, [])));
    expect(lines.slice(2, 6)).toEqual([
      'Hacienda | 1 | 0 | 0 | 1 | 90,0 % | 24,7 % | +65,3 puntos | 0,0 %',
      'Planeación | 1 | 0 | 0 | 1 | 90,0 % | 24,7 % | +65,3 puntos | 0,0 %',
      'Sin responsable | 0 | 0 | 0 | 0 | no aplica | no aplica | — | no aplica',
      'TOTAL DEL PLAN | 1 | 0 | 0 | 1 | 90,0 % | 24,7 % | +65,3 puntos | 0,0 %',
    ]);
    expect(lines).toContain(
      'Dos | sin meta | no aplica | no aplica | — | no aplica | no aplica | 31 dic 2023',
    );
  });
});

describe('the sheet of an indicator', () => {
  const file = { sha256: 'ab'.repeat(32), size: 1, mime: 'image/png', name: 'a.png', original: null };
  const evidence = [
    anEvidence({ number: '05', name: 'Anexo 05 Informe', status: 'attached', file }),
    anEvidence({ id: 'evi:2', name: 'Correo' }),
  ];
  const plan = aPlan({
    indicators: [
      anIndicator({
        name: 'Días de respuesta',
        deliverable: 'Trámites',
        unitOfMeasure: 'Días',
        target: 5,
        accumulation: 'reduction',
        baseline: 20,
        baselineSource: 'Encuesta de 2022',
        weight: 40,
        item: { number: '3', differentialCriterion: 'Trámites en línea' },
        activity: {
          name: 'Reducir los días',
          budget: 1_015_000_002,
          tags: new Map([['mrae-domains', ['information']]]),
          responsibleParties: [{ id: 'pty:1', name: 'Secretaría General' }],
        },
        said: [{ report: { k: 'value', v: 17 }, planned: 16, evidence, remark: 'Se midió' }, 11],
      }),
      anIndicator({ id: 'ind:2', activity: { id: 'act:2', name: 'Otra' }, said: [verifiedValue(3)] }),
    ],
  });

  test('says how it is measured, what was reported in each period and what shows it', () => {
    expect(reportLines(indicatorSheetReport(reportContext(plan, JUNE, []), 'ind:1')).slice(0, 42)).toEqual([
      '# Ficha del indicador',
      '## Reducir los días',
      'Indicador: Días de respuesta',
      'Actividad: Reducir los días',
      'Ítem: 3',
      'Criterio: Trámites en línea',
      'Producto: Trámites',
      'Descripción de la meta: —',
      'Unidad de medida: Días',
      'Cómo se acumula: Reducción',
      'Fórmula: Línea base menos el último valor reportado, dividida entre la línea base menos la meta.',
      'Meta: 5',
      'Línea base: 20',
      'Fuente de la línea base: Encuesta de 2022',
      'Fecha de inicio: 1 ene 2023',
      'Fecha final: 31 dic 2023',
      'Responsable: Secretaría General',
      'Ciclo PHVA: Hacer',
      'Elementos de la política: Gestión de la Información (Dominios del MRAE)',
      'Peso: 40',
      'Presupuesto de la actividad: $ 1.015.000.002',
      'Rangos de las clases: Crítica: 0 a 40 % · En proceso: 41 a 80 % · Finalizada: 81 a 100 %',
      'Resultado al corte: 60,0 %',
      'Esperado al corte: 26,7 %',
      'Verificado al corte: 0,0 %',
      'Clase: En proceso',
      'Estado: En curso',
      '### Serie por período',
      'Período | Programado | Reportado | Resultado acumulado | Clase',
      '1.er trimestre de 2023 | 16 | 17 | 20,0 % | Crítica',
      '2.º trimestre de 2023 | — | 11 | 60,0 % | En proceso',
      '3.er trimestre de 2023 | — | — | — | —',
      '4.º trimestre de 2023 | — | — | — | —',
      '### Evidencias',
      'Período | Número | Nombre | Estado | Huella (SHA)',
      'T1 | 05 | Anexo 05 Informe | Adjunta | abababababababab',
      'T1 | — | Correo | Citada | solo citada',
      '### Observaciones',
      'T1: Se midió',
      'La raya (—) es un período sin reporte, o posterior al corte.',
      'Corte: 30 de junio de 2023. Método: promedio simple, N = 2 actividades. Ninguna actividad se dejó por fuera. Reportado 45,0 %; verificado con evidencia 15,0 %.',
      'Clases: Tres clases (Cali 2020); crítica de 0 % a 40 %, en proceso de 41 % a 80 % y finalizada de 81 % a 100 %. El porcentaje se redondea al entero antes de clasificar.',
    ]);
  });

  test('what is left out of the mean is named with its reason', () => {
    const bare = anIndicator({
      id: 'ind:9',
      activity: { id: 'act:9', name: 'Sin meta' },
      target: null,
      said: [5],
    });
    const document = indicatorSheetReport(reportContext(aPlan({ indicators: [bare] }), JUNE, []), 'ind:9');
    expect(reportLines(document).at(-1)).toBe('«Sin meta»: por fuera del promedio, sin meta.');
  });

  test('a figure of an earlier period says of which cut it is', () => {
    const figures = figuresOf(indicatorSheetReport(reportContext(plan, JUNE, []), 'ind:1'));
    const names = figures.map(({ of }) => of);
    expect(names).toContain('at/2023-03-31/row/ind:1/attainment');
    expect(names).toContain('row/ind:1/attainment');
  });

  test('there is one for each indicator, and one that is not in the plan is said', () => {
    const headings = (only: string | null) =>
      reportLines(indicatorSheetReport(reportContext(plan, CUT, []), only)).filter((line) =>
        line.startsWith('## '),
      );
    expect(headings(null)).toEqual(['## Reducir los días', '## Otra']);
    expect(headings('ind:9')).toEqual([]);
    expect(reportLines(indicatorSheetReport(reportContext(plan, CUT, []), 'ind:9'))[1]).toBe(
      'Ese indicador no está en el plan.',
    );
  });
});

test('of any plan: whole tables, and no number written by hand', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(40), (plan, at) => {
      const context = reportContext(plan, plan.periods[at % plan.periods.length]?.end ?? CUT, []);
      for (const document of [byResponsibleReport(context), indicatorSheetReport(context)]) {
        for (const table of tablesOf(document)) expect(coverOf(table)).toEqual(fullCover(table));
        expect(ownWordsOf(document).filter((text) => /\d/.test(text))).toEqual([]);
      }
    }),
    { numRuns: 50 },
  );
});
