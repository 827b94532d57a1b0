import { describe, expect, test } from 'vitest';
import { askWhy, barInWords, classCount, keepWords, standingWords } from '../../src/text/pieces';
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

test('counts of a class follow their number', () => {
  expect(plain(classCount('critical', 7))).toBe('7 críticas');
  expect(plain(classCount('critical', 1))).toBe('1 crítica');
  expect(plain(classCount('notStarted', 1))).toBe('1 sin iniciar');
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
});
