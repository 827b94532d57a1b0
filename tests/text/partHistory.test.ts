import { expect, test } from 'vitest';
import { quartersOf } from '../../src/domain/calendar';
import { CALI_3 } from '../../src/domain/bands';
import { changeWords } from '../../src/text/partHistory';
import type { FieldChange } from '../../src/text/partHistory';
import { aPlan } from '../support/builders';

const NAMES: Readonly<Record<string, string>> = { 'pty:1': 'Oficina TIC', 'act:1': 'Publicar' };

function words(field: string, before: unknown, value: unknown, units: Partial<FieldChange> = {}) {
  const change = { field, before, value, unit: 'count', unitBefore: 'count', ...units } as const;
  return changeWords(change, aPlan(), (id) => NAMES[id] ?? '');
}

test.each<[string, unknown, unknown, string, string | null, string]>([
  ['target', 21, 2, 'Meta', '21', '2'],
  ['weight', undefined, 10, 'Peso', null, '10'],
  ['weight', 10, null, 'Peso', '10', 'sin dato'],
  ['end', '2023-06-30', '2023-12-31', 'Fecha final', '30\u00a0jun\u00a02023', '31\u00a0dic\u00a02023'],
  ['accumulation', 'sum', 'latest', 'Cómo se acumula', 'Se suma', 'El último'],
  ['activity', 'act:0', 'act:1', 'Actividad', 'act:0', 'Publicar'],
  ['resp/pty:1', undefined, true, 'Responsables', null, 'se agregó «Oficina TIC»'],
  ['resp/pty:1', true, false, 'Responsables', null, 'se quitó «Oficina TIC»'],
  ['tag/own/open-data', undefined, true, 'Elementos de la política', null, 'se agregó «open data»'],
  ['_deleted', undefined, { name: [] }, '', null, 'se quitó del plan'],
  ['_deleted', { name: [] }, false, '', null, 'volvió al plan'],
  ['paceTolerance', 5, 10, 'Tolerancia del ritmo', '5\u00a0puntos', '10\u00a0puntos'],
])('%s from %o to %o', (field, before, value, label, was, is) => {
  expect(words(field, before, value)).toEqual({ label, before: was, after: is });
});

test('a number is of the unit of its own time', () => {
  expect(words('target', 21, 0.21, { unit: 'percent' })).toMatchObject({ before: '21', after: '21\u00a0%' });
});

test('rules are told by what they do', () => {
  expect(words('calendar', null, { ...quartersOf(2023) }).after).toMatch(/^Trimestral, del/);
  expect(words('scheme', null, { ...CALI_3 }).after).not.toContain('{');
});
