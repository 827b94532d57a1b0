import { expect, test } from 'vitest';
import { managementByResponsible } from '../../src/domain/byResponsible';
import { evaluate } from '../../src/domain/evaluate';
import { heatMap } from '../../src/domain/heatMap';
import type { IsoDay } from '../../src/domain/isoDay';
import type { Plan } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { sCurve } from '../../src/domain/sCurve';
import { curveWords, cutName, heatShort, heatWords, managementNotes } from '../../src/text/charts';
import { anIndicator, aPlan } from '../support/builders';
import { cartagena } from '../support/cartagena';

const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ');

function evaluated(plan: Plan, cut: IsoDay) {
  return evaluate(planTableOf(plan), cut);
}

function curveSaid(plan: Plan, cut: IsoDay): string {
  return plainSpaces(curveWords(sCurve(plan, evaluated(plan, cut)), plan));
}

test('the curve says where it stands and what comes next', () => {
  expect(curveSaid(cartagena(), '2023-03-31')).toBe(
    'Al 31 de marzo el avance es 40,9 % y se esperaba 51,7 %. Al 30 de junio se esperará 73,7 %.',
  );
  expect(curveSaid(cartagena(), '2023-12-31')).toBe(
    'Al 31 de diciembre el avance es 40,9 % y se esperaba 100,0 %.',
  );
});

test('the curve of a plan without dates or rows says so', () => {
  const undated = aPlan({ indicators: [anIndicator({ start: null, end: null, said: [5] })] });
  expect(curveSaid(undated, '2023-03-31')).toBe(
    'Al 31 de marzo el avance es 50,0 %; sin fechas no se puede decir cuánto se esperaba.',
  );
  expect(curveSaid(aPlan(), '2023-03-31')).toBe('Todavía no hay con qué dibujar el avance.');
});

test('a cut goes by its period and its day', () => {
  const plan = cartagena();
  const { points } = sCurve(plan, evaluated(plan, '2023-03-31'));
  expect(points.slice(0, 2).map((point) => plainSpaces(cutName(point, plan)))).toEqual([
    'Inicio, al 31 de diciembre de 2022',
    '1.er trimestre de 2023, al 31 de marzo de 2023',
  ]);
});

test('a cell of the heat map says what was reported and how far it had come', () => {
  const indicators = [
    anIndicator({ said: [4, undefined, { k: 'notScheduled' }] }),
    anIndicator({ targetUnit: 'percent', target: 1, said: [0.5] }),
    anIndicator({ target: null, said: [{ k: 'notApplicable' }] }),
  ];
  const plan = aPlan({ indicators });
  const said = heatMap(plan, evaluated(plan, '2023-09-30')).rows.map((row) =>
    row.cells.map((cell) =>
      [heatShort(cell, row.indicator), heatWords(cell, row.indicator)].map(plainSpaces).join(' | '),
    ),
  );
  expect(said[0]).toEqual([
    '4 | 4; iba en 40,0 %, crítica',
    'Falta | falta el reporte; iba en 40,0 %, crítica',
    'No prog. | no programado; iba en 40,0 %, crítica',
    '· | por venir',
  ]);
  expect(said[1]?.[0]).toBe('50 % | 50 %; iba en 50,0 %, en proceso');
  expect(said[2]?.slice(0, 2)).toEqual(['No aplica | no aplica', '— | no reportado, y nadie lo pide']);
});

test('the management says its rule, and explains totals that go beyond the indicators', () => {
  const notesOf = (plan: Plan) =>
    managementNotes(managementByResponsible(plan, evaluated(plan, '2023-03-31'))).map(plainSpaces);
  expect(notesOf(cartagena())).toEqual([
    'Cada indicador está en un solo estado: pendiente, si no tiene ningún avance (0 %); en ejecución, si tiene ' +
      'avance y no llega a la clase finalizada; finalizada o cercana, si es de la clase finalizada del plan.',
  ]);
  const both = [
    { id: 'pty:1', name: 'Despacho' },
    { id: 'pty:2', name: 'Oficina' },
  ];
  const shared = aPlan({
    indicators: [anIndicator({ activity: { responsibleParties: both } }), anIndicator({ target: null })],
  });
  expect(notesOf(shared).slice(1)).toEqual([
    'Los totales suman 2 y los indicadores son 1: lo que tiene varios responsables cuenta una vez para cada uno.',
    '1 indicador no tiene resultado (sin meta, sin línea base o no aplica) y no cuenta aquí.',
  ]);
});
