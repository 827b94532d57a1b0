import { expect, test } from 'vitest';
import { CLOSED, cutId } from '../../src/domain/cuts/closedCuts';
import { figuresAt } from '../../src/domain/cuts/frozenFigures';
import { conflictTitle, fieldValueWords } from '../../src/text/conflicts';
import { tell } from '../../src/text/problems';
import { closedWords, pointsOrNone, rectifiedWords } from '../../src/text/sealed';
import { T1 } from '../support/builders';
import { cartagena } from '../support/cartagena';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('what is closed, sealed and rectified is said with its figures, and no figure is no zero', () => {
  expect(plain(closedWords('2023-03-31', 40.9))).toBe(
    'El período está cerrado (corte del 31 de marzo de 2023, sellado 40,9 %).',
  );
  expect(plain(rectifiedWords(40.9, 42.1, 1.2))).toBe('Sellado 40,9 % · hoy 42,1 % (+1,2 puntos)');
  expect(rectifiedWords(null, null, null)).toBe('Sellado sin cifra · hoy sin cifra');
  expect(pointsOrNone(null)).toBe('—');
  expect(plain(tell({ code: 'closedPeriod', date: '2023-03-31', sealed: null }).what)).toContain(
    'sellado sin cifra',
  );
});

test('two closings of one period are told apart by their day and figure', () => {
  const plan = cartagena();
  const frozen = figuresAt(plan, '2023-03-31');
  expect(plain(conflictTitle(plan, cutId(T1), CLOSED, () => ''))).toBe(
    '1.er trimestre de 2023 · Cierre del corte',
  );
  expect(plain(fieldValueWords(CLOSED, { date: '2023-03-31', frozen }))).toBe(
    'cerrado al 31 de marzo de 2023, sellado 40,9 %',
  );
  expect(fieldValueWords(CLOSED, null)).toBe('reabierto');
});
