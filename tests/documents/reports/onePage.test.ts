import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../../src/documents/reports/context';
import { onePageDocument } from '../../../src/documents/reports/onePage';
import { findingsOf } from '../../../src/domain/findings';
import type { Plan } from '../../../src/domain/model';
import { anIndicator, aPlan } from '../../support/builders';
import { cartagena } from '../../support/cartagena';
import { CALI_CUT, caliPlan } from '../../support/caliPlan';
import { linesOf } from '../../support/documentText';
import { seedContext } from '../../support/loadedSeed';
import { SEED_FILES } from '../../support/seeds';

type Day = Parameters<typeof reportContext>[1];

function linesAt(plan: Plan, cut: Day): readonly string[] {
  const document = onePageDocument(reportContext(plan, cut, findingsOf(plan)));
  return linesOf(document).map((line) => line.replaceAll('\u00a0', ' '));
}

function under(title: string, lines: readonly string[]): readonly string[] {
  const rest = lines.slice(lines.indexOf(title) + 1);
  const next = rest.findIndex((line) => line.startsWith('#'));
  return next < 0 ? rest : rest.slice(0, next);
}

describe('the page for the committee', () => {
  it('says where the plan stands: real, expected, how far, and verified', () => {
    expect(linesAt(cartagena(), '2023-03-31')[1]).toBe(
      'Al 31 de marzo de 2023, el plan va en 40,9 %. Se esperaba 51,7 %: está 10,8 puntos por debajo. Con evidencia verificada va en 0,0 %.',
    );
  });

  it('lists the five that are most urgent', () => {
    const [, ...rows] = under('## Lo más urgente', linesAt(caliPlan(), CALI_CUT));
    expect(rows.map((row) => row.split(' | ')[2])).toEqual([
      'Vencida',
      'Vencida',
      'En curso',
      'En curso',
      'En curso',
    ]);
  });

  it('asks to decide on what is overdue, waits for others, has no target or no dates', () => {
    const waiting = { k: 'external', cause: 'El formulario' } as const;
    const plan = aPlan({
      indicators: [
        anIndicator({ id: 'ind:1', name: 'Uno', end: '2023-03-31', blockedBy: waiting, said: [1] }),
        anIndicator({ id: 'ind:2', name: 'Dos', target: null }),
        anIndicator({ id: 'ind:3', name: 'Tres', start: null, end: null }),
      ],
    });
    expect(under('## Qué pide decisión', linesAt(plan, '2023-06-30'))).toEqual([
      '1 actividad vencida: fijar nueva fecha o plan de acción, empezando por «Uno».',
      '«Uno» espera por algo externo: El formulario. Decidir quién lo gestiona.',
      '1 actividad no tiene con qué medirse: aprobar su meta o su línea base.',
      '1 actividad no tiene fechas: aprobar el cronograma.',
    ]);
  });

  it('says so where nothing is asked and nothing is missing', () => {
    const done = aPlan({
      indicators: [anIndicator({ name: 'Uno', said: [{ report: { k: 'value', v: 10 }, remark: 'Hecho' }] })],
    });
    const lines = linesAt(done, '2023-03-31');
    expect(under('## Qué pide decisión', lines)).toEqual([
      'Nada está vencido, atrasado ni detenido: a este corte nada pide decisión del comité.',
    ]);
    expect(under('## Lo más urgente', lines)).toEqual(['Ninguna actividad va atrasada.']);
  });

  it('has nothing to reckon in a plan without rows, and says it', () => {
    expect(linesAt(aPlan(), '2023-03-31')[1]).toBe(
      'Al 31 de marzo de 2023 todavía no hay con qué calcular el avance del plan.',
    );
  });

  it.each([
    ['cartagena', SEED_FILES.cartagena],
    ['cartago', SEED_FILES.cartago],
  ])('reads as it did, for %s', async (name, path) => {
    const document = onePageDocument(await seedContext(path));
    const text = linesOf(document).join('\n').replaceAll('\u00a0', ' ');
    await expect(`${text}\n`).toMatchFileSnapshot(`../../fixtures/reports/${name}-onePage.txt`);
  });
});
