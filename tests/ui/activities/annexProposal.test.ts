import { expect, test } from 'vitest';
import { proposedAnnex, sessionAnnex } from '../../../src/ui/activities/annexProposal';
import { fileNameFor } from '../../../src/ui/activities/evidenceFileName';
import { evidenceTitle } from '../../../src/text/evidence';
import { sessionsOf } from '../../../src/domain/meetings/model';
import { splitAnnexName } from '../../../src/domain/annexName';
import { aPlanThatMeets } from '../../support/meetings';
import { anEvidence, anIndicator, aPlan, QUARTERS } from '../../support/builders';

const indicator = anIndicator({
  item: { differentialCriterion: 'Línea base' },
  said: [{ evidence: [anEvidence({ number: '08' })] }],
});
const plan = aPlan({ indicators: [indicator] });

test('a file goes by the rule, after its own name where nobody wrote another', () => {
  expect(proposedAnnex(plan, indicator, QUARTERS[1]!, 'actas firmadas.pdf')).toEqual({
    name: 'Anexo 09 - Línea base - 2023T2 - actas firmadas',
    number: '09',
    planYear: 2023,
  });
});

test('files that are attached together are numbered one after the other', () => {
  const names = [0, 1, 2].map((nth) => proposedAnnex(plan, indicator, QUARTERS[0]!, 'a', nth).number);
  expect(names).toEqual(['09', '10', '11']);
});

test('a photo of a session goes by who met and on which day, numbered with the others', () => {
  const meets = aPlanThatMeets([
    ['ser:1', { name: 'Mesas 2023' }],
    ['mtg:1', { series: 'ser:1', number: '1', department: 'pty:hac', day: '2023-02-10' }],
    ['mtg:2', { series: 'ser:1', number: '2' }],
    ['evi:1', { name: 'Lista', number: '06', 'serves/mtg:1': true }],
  ]);
  const [withDay, without] = sessionsOf(meets.meetings);
  expect(sessionAnnex(meets, withDay!, 'Foto de la sesión')).toEqual({
    name: 'Anexo 07 - Secretaría de Hacienda - 2023-02-10 - Foto de la sesión',
    number: '07',
    planYear: 2023,
  });
  const { name } = sessionAnnex(meets, without!, 'lista firmada');
  expect(name).toBe('Anexo 07 - Mesas 2023 - 2023 - lista firmada');
  expect(splitAnnexName(name)?.text).toBe('lista firmada');
});

test('outside, a file is called as its evidence is', () => {
  const file = { sha256: 'a', size: 1, mime: 'image/jpeg', name: 'IMG_1.jpg', original: null };
  expect(fileNameFor({ name: 'Anexo 09 - a', file })).toBe('Anexo 09 - a.jpg');
  expect(fileNameFor({ name: 'actas 1/2: mayo', file })).toBe('actas 1 2 mayo.jpg');
  expect(fileNameFor({ name: 'IMG_1.JPG', file })).toBe('IMG_1.JPG');
});

test('a printed number is said where the name does not bear it', () => {
  expect(evidenceTitle({ number: '02', name: 'Sensibilización' })).toBe('Anexo 02: Sensibilización');
  expect(evidenceTitle({ number: '09', name: 'Anexo 09 - Línea base - 2023T2 - a' })).toBe(
    'Anexo 09 - Línea base - 2023T2 - a',
  );
  expect(evidenceTitle({ number: '', name: 'Acta' })).toBe('Acta');
});
