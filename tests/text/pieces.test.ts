import { describe, expect, test } from 'vitest';
import { CALI_3 } from '../../src/domain/bands';
import { DAFP_5, DNP_5 } from '../../src/domain/schemes';
import {
  askWhy,
  barInWords,
  countedBand,
  countedPart,
  keepWords,
  standingWords,
} from '../../src/text/pieces';
import type { Standing } from '../../src/text/pieces';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('how an indicator stands, in words (domain.md A6.4)', () => {
  test.each<[Standing, string]>([
    [{ progressClass: 'critical', scheduleState: 'running', pace: 'behind' }, 'Crítica, atrasada'],
    [{ progressClass: 'critical', scheduleState: 'running', pace: 'onTrack' }, 'Crítica, al día'],
    [{ progressClass: 'critical', scheduleState: 'overdue', pace: 'behind' }, 'Crítica, vencida'],
    [{ progressClass: 'inProgress', scheduleState: 'dueSoon', pace: 'ahead' }, 'En proceso, adelantada'],
    // 90 % is "finalizada" by class, and may still be behind.
    [{ progressClass: 'finished', scheduleState: 'dueSoon', pace: 'behind' }, 'Finalizada, atrasada'],
    [{ progressClass: 'finished', scheduleState: 'overdue', pace: 'behind' }, 'Finalizada, vencida'],
    [{ progressClass: 'finished', scheduleState: 'done', pace: null }, 'Finalizada'],
    [{ progressClass: null, scheduleState: 'notStarted', pace: null }, 'Sin iniciar'],
    [{ progressClass: 'inProgress', scheduleState: null, pace: null }, 'En proceso'],
    [{ progressClass: null, scheduleState: null, pace: null, exclusion: 'noTarget' }, 'Sin meta'],
    [{ progressClass: null, scheduleState: null, pace: null, exclusion: 'notApplicable' }, 'No aplica'],
  ])('%j is "%s"', (standing, words) => expect(standingWords(standing)).toBe(words));
});

test('what is counted follows its number', () => {
  expect(countedPart('critical')).toEqual({ one: 'crítica', many: 'críticas' });
  expect(countedPart('notStarted').one).toBe('sin iniciar');
  expect(DNP_5.bands.map((band) => countedBand(band).many)).toEqual([
    'críticas',
    'bajas',
    'medias',
    'satisfactorias',
    'sobresalientes',
  ]);
  expect(countedBand(DAFP_5.bands[1]!)).toEqual({ one: 'en nivel 2', many: 'en nivel 2' });
  expect(countedBand({ ...CALI_3.bands[0]!, label: 'Rojo' })).toEqual({ one: 'rojo', many: 'rojo' });
  expect(countedBand({ ...CALI_3.bands[0]!, label: 'Alerta TIC' }).many).toBe('alerta TIC');
  expect(countedBand({ ...CALI_3.bands[0]!, label: 'TIC en rojo' }).many).toBe('TIC en rojo');
});

test('a percent and a bar can be heard', () => {
  expect(askWhy('40,9 %')).toBe('40,9 %, ¿por qué?');
  expect(plain(barInWords(40.905, 51.7))).toBe('40,9 % real, 51,7 % esperado');
  expect(plain(barInWords(40.905, null))).toBe('40,9 % real');
});

test('the button of a conflict says the value that stays, short', () => {
  expect(keepWords('6')).toBe('Queda 6');
  expect(keepWords('33,3 %')).toBe('Queda 33,3 %');
  expect(keepWords('Seis mesas')).toBe('Queda «Seis mesas»');
  expect(keepWords('Cinco mesas con acta firmada')).toBe('Queda «Cinco mesas con ac…»');
  const schemes = ['Cinco niveles del DNP: crítico 0–39', 'Cinco niveles del DAFP: 0–20'];
  expect(schemes.map((one, at) => keepWords(one, schemes.toSpliced(at, 1)))).toEqual([
    'Queda «…DNP: crítico 0–39»',
    'Queda «…DAFP: 0–20»',
  ]);
  const longer = ['Se reunieron las cinco mesas', 'Se reunieron las cinco mesas de julio'];
  expect(longer.map((one, at) => keepWords(one, longer.toSpliced(at, 1)))).toEqual([
    'Queda «…mesas»',
    'Queda «…mesas de julio»',
  ]);
});
