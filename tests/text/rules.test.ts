import { expect, test } from 'vitest';
import { CALI_3 } from '../../src/domain/bands';
import { planWith } from '../../src/domain/ruleChange';
import { DNP_5 } from '../../src/domain/schemes';
import {
  calendarFlawWords,
  groupingNote,
  leavingWords,
  movesWords,
  paceMoves,
  ruleSentences,
  rules,
  toldWords,
  weightsNote,
} from '../../src/text/rules';
import { aPlan } from '../support/builders';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const CUT = '2023-03-31';

test('how many change class, and from which to which', () => {
  expect(movesWords([], 12, CUT)).toBe(
    'Ninguno de los 12 indicadores cambia de clase al 31 de marzo de 2023.',
  );
  expect(movesWords([{ from: 'critical', to: 'inProgress', n: 1 }], 12, CUT)).toBe(
    'Cambia de clase 1 de 12 al 31 de marzo de 2023: 1 de crítica a en proceso.',
  );
  const moves = [
    { from: 'critical', to: 'inProgress', n: 2 },
    { from: 'inProgress', to: 'finished', n: 1 },
  ] as const;
  expect(movesWords(moves, 12, CUT)).toBe(
    'Cambian de clase 3 de 12 al 31 de marzo de 2023: 2 de crítica a en proceso y 1 de en proceso a finalizada.',
  );
});

test('what another pace does, beside what there is now', () => {
  const now = { behind: 5, onTrack: 2, ahead: 0, dueSoon: 1 };
  expect(plain(paceMoves(CUT, now, now))).toBe(
    'Al 31 de marzo de 2023: 5 atrasadas, 2 al día, 0 adelantadas y 1 por vencer.',
  );
  expect(plain(paceMoves(CUT, now, { ...now, behind: 1, onTrack: 6 }))).toBe(
    'Al 31 de marzo de 2023 se pasa de 5 a 1 atrasada y de 2 a 6 al día; siguen 0 adelantadas y 1 por vencer.',
  );
  expect(plain(paceMoves(CUT, now, { behind: 4, onTrack: 1, ahead: 2, dueSoon: 1 }))).toBe(
    'Al 31 de marzo de 2023 se pasa de 5 a 4 atrasadas, de 2 a 1 al día y de 0 a 2 adelantadas; sigue 1 por vencer.',
  );
  expect(plain(paceMoves(CUT, now, { behind: 4, onTrack: 3, ahead: 1, dueSoon: 0 }))).toBe(
    'Al 31 de marzo de 2023 se pasa de 5 a 4 atrasadas, de 2 a 3 al día, de 0 a 1 adelantada y de 1 a 0 por vencer.',
  );
});

test('each rule of a plan is one sentence', () => {
  expect(ruleSentences(aPlan()).map(({ title, sentence }) => plain(`${title}: ${sentence}`))).toEqual([
    'Clases: Crítica (0 a 40 %), En proceso (41 a 80 %), Finalizada (81 a 100 %).',
    'Cómo se promedia: Promedio simple: se suman los resultados de los indicadores y se dividen entre cuántos son.',
    'Períodos de reporte: Trimestral, del 1 ene 2023 al 31 dic 2023.',
    'Ritmo y avisos: Tolerancia: 5 puntos. Aviso: 30 días antes.',
  ]);
});

test('what a weighted mean lacks', () => {
  expect(weightsNote(null, 12)).toBe('');
  expect(weightsNote({ sum: 0, unweighted: 12 }, 12)).toBe(
    'Faltan los pesos de los 12, que deben sumar 100.',
  );
  expect(plain(weightsNote({ sum: 90, unweighted: 0 }, 12))).toBe('Los pesos suman 90 y deben sumar 100.');
  expect(plain(weightsNote({ sum: 90, unweighted: 2 }, 12))).toBe(
    'Los pesos suman 90 y deben sumar 100. 2 indicadores no tienen peso y quedan por fuera.',
  );
  expect(plain(weightsNote({ sum: 100, unweighted: 1 }, 12))).toBe(
    '1 indicador no tiene peso y queda por fuera.',
  );
});

test('what is outside every group', () => {
  const figure = { value: 40, n: 1, sum: 40, divisor: 1 };
  expect(groupingNote({ ...figure, groups: 8, outside: 0 }, 12)).toBe('');
  expect(groupingNote({ ...figure, groups: 1, outside: 12 }, 12)).toBe(
    'Ninguno de los 12 indicadores tiene grupo: todo el plan sería uno solo.',
  );
  expect(plain(groupingNote({ ...figure, groups: 3, outside: 2 }, 12))).toBe(
    '2 indicadores sin grupo forman uno aparte, que pesa como los demás.',
  );
});

test('what leaves with another calendar, and what is hidden', () => {
  expect(plain(leavingWords(4, 12))).toBe('Dejan de verse 4 períodos, con 12 reportes.');
  expect(plain(leavingWords(1, 0))).toBe('Deja de verse 1 período, sin ningún reporte.');
  expect(plain(rules.hidden(1))).toBe(
    '1 reporte es de períodos que este calendario no tiene: sigue guardado y no se ve.',
  );
});

test('why a calendar is refused', () => {
  expect(calendarFlawWords({ code: 'endBeforeStart' })).toMatch(/^El último día es anterior al primero/);
  expect(calendarFlawWords({ code: 'tooManyPeriods', periods: 4004, most: 600 })).toMatch(
    /^Serían 4\.004 períodos y un plan puede tener 600/,
  );
  expect(calendarFlawWords({ code: 'cutOutside', place: 0 })).toBe('El corte 1 está por fuera del plan.');
});

test('a change is told once, however many fields it touches', () => {
  const plan = planWith(aPlan(), { scheme: DNP_5, rollupMethod: 'groupMean' });
  expect(toldWords(['rollupMethod', 'rollupBy'], plan)).toBe('Cómo se promedia: Promedio por grupos (ítem).');
  expect(toldWords(['scheme'], plan)).toBe('Clases: Cinco niveles del DNP.');
  expect(toldWords(['scheme'], planWith(plan, { scheme: CALI_3 }))).toBe('Clases: Tres clases (Cali 2020).');
  expect(plain(toldWords(['paceTolerance', 'dueSoonDays'], plan))).toBe(
    'Tolerancia del ritmo: 5 puntos. Aviso de vencimiento: 30 días.',
  );
});
