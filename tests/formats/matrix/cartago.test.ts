import { beforeAll, describe, expect, test } from 'vitest';
import { cutIn, readAtCut } from '../../../src/formats/matrix/directCut';
import { withoutTags } from '../../../src/formats/matrix/markup';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { repaired } from '../../../src/formats/matrix/repairs';
import figures from '../../fixtures/expectedFigures.json';
import { readFixture } from './files';
import { codes, only, reading as readingOf } from './plans';

const EXPECTED = figures.cartago2024;
const CONTINUED = 'continuationRow:4';
let reading: MatrixReading;

beforeAll(async () => {
  reading = await readFixture('tests/fixtures/matrices', EXPECTED.file);
});

describe('the Cartago 2024 follow-up (domain.md A3)', () => {
  test('a header of two rows gives a percent of the initiative and one of its domain', () => {
    expect(reading.columns.map(({ header, field }) => [header, field])).toEqual([
      ['DOMINIO', 'criterion'],
      ['INICIATIVA ESTRATEGICA', 'activity'],
      ['DESARROLLO DE LA ACTIVIDAD', 'remark'],
      ['% CUMPLIMIENTO ESTRATEGIA', 'direct'],
      ['% CUMPLIMIENTO DOMINIO', 'itemStated'],
    ]);
    expect(reading.isDirect).toBe(true);
  });

  test('11 initiatives in 4 domains, each with its percent of a whole and no dates', () => {
    expect(reading.rows.map(({ values: [report] }) => report)).toEqual(
      [1, 1, 0.4, 1, 1, 1, 0.6, 0, 0, 0, 0].map((v) => ({ k: 'value', v })),
    );
    expect(new Set(reading.rows.map(({ itemIndex }) => itemIndex)).size).toBe(EXPECTED.domains.length);
    expect(new Set(reading.rows.map(({ activityIndex }) => activityIndex)).size).toBe(11);
    for (const row of reading.rows) {
      expect(row).toMatchObject({
        target: 1,
        targetUnit: 'percent',
        start: null,
        end: null,
        responsible: [],
      });
    }
  });

  test('what the file states of each domain and of the plan is kept', () => {
    const stated = reading.rows.flatMap(({ criterion, itemStated }) =>
      itemStated ? [{ name: criterion, printed: itemStated.percent }] : [],
    );
    expect(stated).toEqual(EXPECTED.domains.map(({ name, printed }) => ({ name, printed })));
    expect(reading.facts.stated).toEqual({ text: '51%', percent: EXPECTED.plan.printed });
    expect(only(reading, 'rowSetAside').map(({ reason, place }) => [place.row, reason])).toEqual([
      [15, 'planTotal'],
    ]);
  });

  test('the row that goes on from the page before is offered to be joined, and not joined unasked', () => {
    const listed = figures.findings.cartago2024.find(({ code }) => code === 'continuationRow');
    const [found] = only(reading, 'continuationRow');
    expect(found).toMatchObject({ into: 3, place: { row: 4, column: 'C' } });
    expect(found?.place.text.startsWith(listed?.text ?? 'nothing')).toBe(true);
    expect(reading.rows[0]?.remark).toMatch(/la formación en el uso$/);
    const joined = repaired(reading, [CONTINUED]);
    expect(joined.rows[0]?.remark).toMatch(
      /la formación en el uso seguro de la tecnología, .* de seguridad\.$/,
    );
    expect(joined.rows.slice(1)).toEqual(reading.rows.slice(1));
    expect(codes(joined)).not.toContain('continuationRow');
  });

  test('the tags of a page are taken out of a text, and that is said', () => {
    expect(only(reading, 'tagsRemoved').map(({ place }) => `${place.column}${place.row}`)).toEqual(['C3']);
    expect(reading.rows[0]?.remark.split('\n').map((line) => line.slice(0, 10))).toEqual([
      'Análisis d',
      'Evaluación',
      'Capacitaci',
    ]);
    expect(withoutTags('si a < b y c > d')).toBe('si a < b y c > d');
    expect(withoutTags('uno<br/>dos <b>tres</b>')).toBe('uno\ndos tres');
    expect(withoutTags('ABC<div style="x">DEF')).toBe('ABC<div style="x">DEF');
  });

  test('nothing else is doubted but the blank domains, which are those above', () => {
    expect([...new Set(codes(reading))].sort()).toEqual([
      'continuationRow',
      'inheritedBlank',
      'rowSetAside',
      'tagsRemoved',
    ]);
    expect(only(reading, 'inheritedBlank').map(({ place, field }) => `${place.row} ${field}`)).toEqual(
      [5, 6, 8, 9, 11, 12, 14].map((row) => `${row} criterion`),
    );
  });

  test('the file tells no cut; at the one a person says, the percents are of the period that it ends', () => {
    expect(reading.proposedCut).toBeNull();
    const settled = readAtCut(reading, '2024-07-31');
    expect(settled.periods.map(({ start, end }) => [start, end])).toEqual([
      ['2024-01-01', '2024-07-31'],
      ['2024-08-01', '2024-12-31'],
    ]);
    expect(settled.rows[2]?.values).toEqual([{ k: 'value', v: 0.4 }, null]);
    expect(readAtCut(reading, '2024-12-31').periods).toHaveLength(1);
    expect(readAtCut(reading, '2025-02-28').periods.map(({ end }) => end)).toEqual([
      '2025-02-28',
      '2025-12-31',
    ]);
    expect(readAtCut(settled, '2024-06-30').rows[2]?.values).toEqual([{ k: 'value', v: 0.4 }, null]);
  });

  test('the reading crosses a worker', () => {
    expect(structuredClone(reading)).toEqual(reading);
  });
});

describe('tables of percents', () => {
  const TABLE = [
    ['DOMINIO', 'INICIATIVA', '% CUMPLIMIENTO'],
    ['Gobierno', 'Elaborar el plan', 40],
    ['Gobierno', 'Publicar el plan', '12,5%'],
  ];

  test('a cut that a line above names is proposed', () => {
    const read = readingOf([['Seguimiento con corte a Julio 31 de 2024'], ...TABLE]);
    expect(read.proposedCut).toBe('2024-07-31');
    expect(read.facts.planYear).toBe(2024);
    expect(read.rows.map(({ values: [report] }) => report)).toEqual([
      { k: 'value', v: 0.4 },
      { k: 'value', v: 0.125 },
    ]);
  });

  test.each([
    ['corte a Julio 31 de 2024', '2024-07-31'],
    ['Informe con corte al 31 de julio de 2024', '2024-07-31'],
    ['corte: 31/07/2024', null],
    ['CORTE 31/07/2024', '2024-07-31'],
    ['avance a 2024', null],
    ['corte de luz', null],
  ])('%s', (text, day) => {
    expect(cutIn(text)).toBe(day);
  });

  test('beside a target and results, a percent is the result that the file states', () => {
    const read = readingOf([
      ['ACTIVIDAD', 'PRODUCTO', 'META', '2023 TRIMESTRE 1', '% CUMPLIMIENTO'],
      ['a', 'b', 4, 1, '25%'],
    ]);
    expect(read.isDirect).toBe(false);
    expect(read.rows[0]?.stated).toEqual({ text: '25%', percent: 25 });
  });
});
