import { describe, expect, test } from 'vitest';
import { commitmentsReport } from '../../../src/documents/reports/commitmentsReport';
import type { CommitmentsOptions } from '../../../src/documents/reports/commitmentsReport';
import { reportContext } from '../../../src/documents/reports/context';
import { aPlan } from '../../support/builders';
import { aPlanThatMeets } from '../../support/meetings';
import { ownWordsOf } from './ownWords';
import { coverOf, fullCover, reportLines, tablesOf } from './spans';

const PLAN = aPlanThatMeets([
  ['ser:1', { name: 'Mesas', kind: 'workshop' }],
  ['mtg:1', { series: 'ser:1', number: '1', state: 'closed', day: '2023-03-01', department: 'pty:hac' }],
  ['com:a', { session: 'mtg:1', what: 'Publicar 20 conjuntos', who: 'Ana Pérez', due: '2023-04-01' }],
  ['com:b', { session: 'mtg:1', what: 'Nombrar un enlace', who: 'Secretaría de Hacienda' }],
  [
    'com:c',
    {
      session: 'mtg:1',
      what: 'Enviar el inventario',
      who: 'Ana Pérez',
      due: '2023-03-31',
      outcome: { k: 'justified', reason: 'lo reemplaza el catálogo', on: '2023-03-15' },
    },
  ],
  ['com:d', { session: 'mtg:1', what: 'Firmar el acta', outcome: { k: 'fulfilled', on: '2023-03-02' } }],
  ['evi:1', { name: 'Acta firmada', 'serves/com:d': true }],
]);

const reportOf = (options: CommitmentsOptions, plan = PLAN) =>
  commitmentsReport(reportContext(plan, '2023-03-31', []), options);

describe('the state of what was promised', () => {
  test('counts, who answers, and each one with what shows it or why not', () => {
    expect(reportLines(reportOf({ today: '2023-04-10' }))).toEqual([
      '# Estado de compromisos',
      'A la fecha: 10 de abril de 2023.',
      '## Compromisos por responsable',
      'Responsable | Compromisos | Vencidos | Abiertos | Cerrados con evidencia | Cerrados con justificación',
      'Ana Pérez | 2 | 1 | 0 | 0 | 1',
      'Secretaría de Hacienda | 1 | 0 | 1 | 0 | 0',
      'Sin responsable | 1 | 0 | 0 | 1 | 0',
      'Todos | 4 | 1 | 1 | 1 | 1',
      '## Vencidos',
      'Compromiso | Responsable | Fecha de entrega | Sesión',
      'Publicar 20 conjuntos | Ana Pérez | 1 abr 2023 | Mesa 1 · Secretaría de Hacienda · 1 mar 2023',
      '## Abiertos',
      'Compromiso | Responsable | Fecha de entrega | Sesión',
      'Nombrar un enlace | Secretaría de Hacienda | Sin fecha | Mesa 1 · Secretaría de Hacienda · 1 mar 2023',
      '## Cerrados con evidencia',
      'Compromiso | Responsable | Fecha de entrega | Sesión | Evidencia o justificación | Se cerró',
      'Firmar el acta | Sin responsable | Sin fecha | Mesa 1 · Secretaría de Hacienda · 1 mar 2023 | Acta firmada | 2 mar 2023',
      '## Cerrados con justificación',
      'Compromiso | Responsable | Fecha de entrega | Sesión | Evidencia o justificación | Se cerró',
      'Enviar el inventario | Ana Pérez | 31 mar 2023 | Mesa 1 · Secretaría de Hacienda · 1 mar 2023 | lo reemplaza el catálogo | 15 mar 2023',
      'Documento interno: lleva nombres de personas. No lo publique.',
    ]);
  });

  test('without people no name of one is in it, and those of the departments that meet stay', () => {
    const lines = reportLines(reportOf({ today: '2023-03-31', withPeople: false }));
    expect(lines.join('\n')).not.toMatch(/Acta firmada|lo reemplaza el catálogo/);
    expect(lines.join('\n')).toContain(' | con evidencia (título omitido) | 2 mar 2023');
    expect(lines.join('\n')).toContain(' | con justificación (texto omitido) | 15 mar 2023');
    expect(JSON.stringify(reportOf({ today: '2023-03-31', withPeople: false }))).not.toContain('Ana');
    expect(lines).toContain('Persona (nombre omitido) | 2 | 0 | 1 | 0 | 1');
    expect(lines).toContain('Secretaría de Hacienda | 1 | 0 | 1 | 0 | 0');
    expect(lines.at(-1)).toMatch(/^Los nombres de personas se omiten/);
  });

  test('who answers for rows may be a person: without people only the departments that meet are named', () => {
    const plan = aPlanThatMeets([
      ['pty:p', { name: 'Martha Cecilia Ruiz' }],
      ['act:1', { item: 'itm:1', 'resp/pty:p': true }],
      ['ser:1', { name: 'Mesas', kind: 'workshop', 'covers/pty:hac': true }],
      ['mtg:1', { series: 'ser:1', number: '1', state: 'closed', day: '2023-03-01' }],
      ['com:a', { session: 'mtg:1', what: 'Publicar', who: 'Martha Cecilia Ruiz' }],
      ['com:b', { session: 'mtg:1', what: 'Nombrar', who: 'Secretaría de Hacienda' }],
    ]);
    const text = JSON.stringify(reportOf({ today: '2023-03-31', withPeople: false }, plan));
    expect(text).not.toContain('Martha');
    expect(text).toContain('Secretaría de Hacienda');
  });

  test('none is said; no number is written by hand and every table is whole', () => {
    expect(reportLines(reportOf({ today: '2023-04-10' }, aPlan()))).toContain('Todavía no hay compromisos.');
    const document = reportOf({ today: '2023-04-10' });
    expect(ownWordsOf(document).filter((text) => /\d/.test(text))).toEqual([]);
    for (const table of tablesOf(document)) expect(coverOf(table)).toEqual(fullCover(table));
  });
});
