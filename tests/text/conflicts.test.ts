import { expect, test } from 'vitest';
import { conflictTitle, fieldValueWords, unitOf } from '../../src/text/conflicts';
import { CALI_3 } from '../../src/domain/bands';
import { quartersOf } from '../../src/domain/calendar';
import { DNP_5 } from '../../src/domain/schemes';
import { anIndicator, aPlan, T2 } from '../support/builders';

const plan = aPlan({
  indicators: [
    anIndicator({ id: 'ind:a', activity: { id: 'act:a', name: '3. Sensibilizar a las áreas' } }),
    anIndicator({
      id: 'ind:b',
      activity: { id: 'act:b', name: '11. Apropiación' },
      targetUnit: 'percent',
      target: 1,
    }),
  ],
});
const nameOf = (id: string) => (id === 'evi:1' ? 'Acta 04' : '');

test('a conflict is called by its activity and period; any field but the report says its name', () => {
  const measurement = `meas:a:${T2}`;
  expect(conflictTitle(plan, measurement, 'report', nameOf)).toBe(
    '3. Sensibilizar a las áreas · 2.º\u00a0trimestre de 2023',
  );
  expect(conflictTitle(plan, 'meas:a:20230101-20230630', 'report', nameOf)).toBe(
    '3. Sensibilizar a las áreas · 1\u00a0ene a 30\u00a0jun\u00a02023',
  );
  expect(conflictTitle(plan, measurement, 'remark', nameOf)).toMatch(/2023 · Observación$/);
  expect(conflictTitle(plan, 'evi:1', 'verification', nameOf)).toBe('Acta 04 · Verificación');
  expect(conflictTitle(plan, 'act:a', '_deleted', nameOf)).toBe(
    '3. Sensibilizar a las áreas · Borrado y a la vez editado',
  );
});

test('a review is called by what was found and where, as either of its values says', () => {
  const review = { reason: 'No corresponde', by: 'per:1', at: '2026-01-01T00:00:00Z', key: '[]' };
  const titled = (code: string, entity: string) =>
    conflictTitle(plan, 'fnd:1', 'review', nameOf, [null, { ...review, code, entity }]);
  expect(titled('zeroWithoutCause', 'ind:a')).toBe('Cero sin explicación · 3. Sensibilizar a las áreas');
  expect(titled('missingNumber', plan.id)).toBe('Falta un número de actividad');
  expect(titled('readingNote', 'ind:b')).toBe('Una duda de la lectura · 11. Apropiación');
  expect(titled('of a later version', 'ind:gone')).toBe('Un hallazgo');
  expect(conflictTitle(plan, 'fnd:1', 'review', nameOf)).toBe('Un hallazgo');
});

test.each([
  [
    'review',
    { reason: 'No corresponde', by: 'per:1', at: '2026-01-01T00:00:00Z' },
    'revisado: «No corresponde»',
  ],
  ['review', { at: '2026-01-01T00:00:00Z' }, 'revisado'],
  ['review', null, 'por revisar'],
  ['report', { k: 'value', v: 6 }, '6'],
  ['report', { k: 'notApplicable' }, 'no aplica'],
  ['remark', '', 'sin dato'],
  ['remark', 'Incluye la del 12 de junio', 'Incluye la del 12 de junio'],
  ['end', '2023-07-31', '31\u00a0jul\u00a02023'],
  ['phvaStage', 'check', 'Verificar'],
  ['file', { sha256: 'f', size: 1, mime: '', name: 'acta.pdf' }, 'acta.pdf'],
  [
    'verification',
    { by: 'per:1', name: 'Control interno', at: '2026-01-01T00:00:00Z' },
    'verificada por Control interno',
  ],
  ['verification', null, 'sin dato'],
  ['target', 0.5, '0,5'],
])('%s %o reads as words', (field, value, words) => {
  expect(fieldValueWords(field, value)).toBe(words);
});

test.each<[string, unknown, string]>([
  ['scheme', { ...DNP_5, bands: DNP_5.bands.map((band) => ({ ...band })) }, 'Cinco niveles del DNP'],
  [
    'scheme',
    {
      ...CALI_3,
      bands: CALI_3.bands.map((band) => ({ ...band, label: band.id === 'finished' ? 'Lista' : '' })),
    },
    'Rangos propios: Crítica (0 a 40 %), En proceso (41 a 80 %), Lista (81 a 100 %)',
  ],
  ['scheme', { ...CALI_3, bands: [] }, 'rangos que no se pueden usar'],
  ['calendar', quartersOf(2023), 'Trimestral, del 1 ene 2023 al 31 dic 2023'],
  [
    'calendar',
    { start: '2023-12-31', end: '2023-01-01', monthsPerPeriod: 3 },
    'períodos que no se pueden usar',
  ],
  ['rollupMethod', 'groupMean', 'Promedio por grupos'],
  ['rollupMethod', 'median', 'median'],
  ['rollupBy', 'phva', 'Ciclo PHVA'],
  ['rollupBy', 'taxonomy/decree-1008/purposes', 'Propósitos (Decreto 1008 de 2018)'],
  ['paceTolerance', 1, '1 punto'],
  ['paceTolerance', 2.5, '2,5 puntos'],
  ['dueSoonDays', 30, '30 días'],
  ['baseline', { percent: 28.72, source: 'Informe de línea base' }, '28,72 % (Informe de línea base)'],
  ['baseline', { percent: 28.72, source: '' }, '28,72 %'],
  ['baseline', 12, '12'],
  ['statedValue', { text: '33,3%', percent: 33.3 }, '33,3%'],
  ['statedValue', { text: '', percent: 33.3 }, '33,3 %'],
  ['targetUnit', 'percent', 'Porcentaje'],
  ['targetUnit', 'count', 'Cantidad'],
  ['accumulation', 'latest', 'El último'],
  ['phvaStage', 'act', 'Actuar'],
  ['blockedBy', 'act:b', '11. Apropiación'],
  ['blockedBy', 'Llega el formulario de FURAG', 'Llega el formulario de FURAG'],
  ['activity', 'act:a', '3. Sensibilizar a las áreas'],
  ['planYear', 2023, '2023'],
  ['isExample', true, 'sí'],
  ['tag/decree-767/governance', false, 'no'],
])('%s %o reads as words, as the plan says it', (field, value, words) => {
  const said = fieldValueWords(field, value, 'count', plan);
  expect(said.replaceAll('\u00a0', ' ')).toBe(words);
});

test('a target is said in its own unit', () => {
  expect(fieldValueWords('target', 0.5, unitOf(plan, 'ind:b'))).toBe('50\u00a0%');
  expect(fieldValueWords('planned', 0.25, unitOf(plan, `meas:b:${T2}`))).toBe('25\u00a0%');
  expect(fieldValueWords('weight', 20, unitOf(plan, 'ind:b'))).toBe('20');
});

test('a report is said in the unit of its indicator', () => {
  const unit = unitOf(plan, `meas:b:${T2}`);
  expect(fieldValueWords('report', { k: 'value', v: 0.5 }, unit)).toBe('50\u00a0%');
});
