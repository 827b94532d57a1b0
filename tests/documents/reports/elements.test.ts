import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportContext } from '../../../src/documents/reports/context';
import { elementBaselineReport } from '../../../src/documents/reports/elementBaseline';
import { elementProgressReport } from '../../../src/documents/reports/elementProgress';
import type { Plan } from '../../../src/domain/model';
import { anyPlan } from '../../formats/anyPlan';
import { anIndicator, aPlan, verifiedValue } from '../../support/builders';
import { ownWordsOf } from './ownWords';
import { coverOf, fullCover, reportLines, tablesOf } from './spans';

const CUT = '2023-03-31';
const JUNE = '2023-06-30';

const tagged = (...paths: readonly string[]) => ({ tags: new Map([['decree-767', paths]]) });
const PLAN = aPlan({
  baseline: { percent: 28.72, source: 'Informe de línea base' },
  indicators: [
    anIndicator({
      activity: { name: 'Uno', ...tagged('governance') },
      said: [2, verifiedValue(3)],
      baseline: 3,
      baselineSource: 'Encuesta',
    }),
    anIndicator({
      id: 'ind:2',
      activity: { id: 'act:2', name: 'Dos', ...tagged('governance', 'action-lines/open-state') },
      said: [5],
    }),
    anIndicator({ id: 'ind:3', activity: { id: 'act:3', name: 'Tres' } }),
  ],
});

const progressOf = (plan: Plan, cut: typeof CUT | typeof JUNE) =>
  reportLines(elementProgressReport(reportContext(plan, cut, [])));
const baselineOf = (plan: Plan, cut: typeof CUT | typeof JUNE) =>
  reportLines(elementBaselineReport(reportContext(plan, cut, [])));

describe('the progress of each element', () => {
  test('has its own denominator, what it moved since the cut before, and what the plan does not target', () => {
    expect(progressOf(PLAN, JUNE).slice(0, 15)).toEqual([
      '# Informe trimestral por elemento',
      'Período: 2.º trimestre de 2023. El movimiento es contra el corte anterior, 31 de marzo de 2023.',
      '## Por elemento (Decreto 767)',
      'Elemento | N | Reportados en el período | Avance | Esperado | Diferencia | Verificado | Clase | Movimiento',
      'Gobernanza | 2 | 1 de 2 | 50,0 % | 49,6 % | +0,4 puntos | 15,0 % | En proceso | +15,0 puntos',
      'Líneas de acción | 1 | 0 de 1 | 50,0 % | 49,6 % | +0,4 puntos | 0,0 % | En proceso | 0,0 puntos',
      'Ninguno de estos | 1 | 0 de 1 | 0,0 % | 49,6 % | -49,6 puntos | 0,0 % | Crítica | 0,0 puntos',
      'Innovación pública digital | no aplica',
      'Arquitectura TI | no aplica',
      'Servicios ciudadanos digitales | no aplica',
      'Cultura y apropiación | no aplica',
      'Seguridad y privacidad de la información | no aplica',
      'Iniciativas dinamizadoras | no aplica',
      'Gobernanza | 50,0 %',
      'Líneas de acción | 50,0 %',
    ]);
  });

  test('goes into an element that has others in it', () => {
    const lines = progressOf(PLAN, JUNE);
    const at = lines.indexOf('## Por línea de acción (Decreto 767)');
    expect(lines[at + 2]).toBe(
      'Estado abierto | 1 | 0 de 1 | 50,0 % | 49,6 % | +0,4 puntos | 0,0 % | En proceso | 0,0 puntos',
    );
  });

  test('in the first period there is nothing to compare with', () => {
    const lines = progressOf(PLAN, CUT);
    expect(lines[1]).toBe(
      'Período: 1.er trimestre de 2023. Es el primer período: no hay corte anterior con que comparar.',
    );
    expect(lines[4]).toBe('Gobernanza | 2 | 2 de 2 | 35,0 % | 24,7 % | +10,3 puntos | 0,0 % | Crítica | —');
  });

  test('a plan without elements says so', () => {
    expect(progressOf(aPlan({ indicators: [anIndicator()] }), CUT)[2]).toBe(
      'Ninguna actividad lleva elementos de la política. Asígnelos en la estructura del plan.',
    );
  });
});

describe('the baseline by element', () => {
  test('where the plan, each element and each indicator started from', () => {
    const lines = baselineOf(PLAN, JUNE);
    expect(lines.slice(0, 8)).toEqual([
      '# Línea base por elemento',
      '## Línea base del plan',
      'Línea base del plan: 28,72 %',
      'Fuente: Informe de línea base',
      'Primer corte: 31 de marzo de 2023.',
      '## Por elemento (Decreto 767)',
      'Elemento | N | En el primer corte | Al corte | Movimiento',
      'Gobernanza | 2 | 35,0 % | 50,0 % | +15,0 puntos',
    ]);
    const rows = lines.indexOf('## Línea base de los indicadores');
    expect(lines.slice(rows, rows + 6)).toEqual([
      '## Línea base de los indicadores',
      'Indicador | Línea base | Meta | Acumulado al corte | Fuente',
      'Uno | 3 | 10 | 5 | Encuesta',
      '### Indicadores sin línea base',
      'Dos',
      'Tres',
    ]);
  });

  test('a plan without any says so', () => {
    const lines = baselineOf(aPlan({ indicators: [anIndicator()] }), CUT);
    expect(lines).toContain('El plan no dice de qué línea base parte.');
    expect(lines).toContain('Ningún indicador tiene línea base.');
  });
});

test('of any plan: whole tables, and no number written by hand', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(40), (plan, at) => {
      const context = reportContext(plan, plan.periods[at % plan.periods.length]?.end ?? CUT, []);
      for (const document of [elementProgressReport(context), elementBaselineReport(context)]) {
        for (const table of tablesOf(document)) expect(coverOf(table)).toEqual(fullCover(table));
        expect(ownWordsOf(document).filter((text) => /\d/.test(text))).toEqual([]);
      }
    }),
    { numRuns: 50 },
  );
});
