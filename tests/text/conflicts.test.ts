import { expect, test } from 'vitest';
import { conflictTitle, fieldValueWords, unitOf } from '../../src/text/conflicts';
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

test('a report is said in the unit of its indicator', () => {
  const unit = unitOf(plan, `meas:b:${T2}`);
  expect(fieldValueWords('report', { k: 'value', v: 0.5 }, unit)).toBe('50\u00a0%');
});
