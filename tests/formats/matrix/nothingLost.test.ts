import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/formats/grid';
import { columnLetter } from '../../../src/formats/grid';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import type { CellFinding } from '../../../src/formats/matrix/findings';
import type { MatrixReading, Repair } from '../../../src/formats/matrix/reading';
import { repaired, repairsByFinding, safeRepairs } from '../../../src/formats/matrix/repairs';
import { aWorkbook } from '../tables';
import type { Written } from '../tables';
import { FULL, aRow } from './plans';

// What people write in cells, in whatever column it ends up.
const MESS: readonly Written[] = [
  '1.500',
  '0,3',
  '(1.200)',
  '28,72%',
  '2 Estrategias (Refores…',
  '# Actas',
  'x',
  'N/A',
  '-',
  '1º semestre 2025',
  '1/01/24\n31/12/24',
  '02/03/24',
  'permanente',
  'Planeación, OAI, Líderes…',
  '010101\nImplementación',
  '<p>Hola</p>',
  '4502030.0',
  '#REF!',
  'Cumplida',
  'P: Planear',
  null,
  null,
  7,
  950_341_565,
];
const cell = fc.constantFrom(...MESS);
const messyRow = fc.dictionary(fc.constantFrom(...FULL), cell, { maxKeys: 5 }).map((some) => aRow(some));
const rows = fc.array(messyRow, { minLength: 1, maxLength: 6 });

function readingOf(table: readonly (readonly Written[])[], merges: readonly string[] = []): MatrixReading {
  const read = readMatrix(aWorkbook([FULL, ...table], merges), 'plan.xlsx');
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

function textOfWritten(written: Written): string {
  if (written === null) return '';
  return typeof written === 'object' ? (written satisfies Cell).text : String(written);
}

/** Everything that a row of the reading says, as one text. */
function said(reading: MatrixReading, sourceRow: number): string {
  const row = reading.rows.find((one) => one.sourceRow === sourceRow) ?? fail();
  return JSON.stringify({ ...row, inherited: null });
}

function isSettled(repair: Repair, finding: CellFinding): boolean {
  return repair.settles.some(
    ({ code = repair.code, row, column }) =>
      'place' in finding &&
      code === finding.code &&
      row === finding.place.row &&
      column === finding.place.column,
  );
}

function fail(): never {
  throw new Error('no such row');
}

describe('whatever is written in a row', () => {
  test('is in what was read of it, or is told with its place', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const reading = readingOf(table);
        const isTold = (sourceRow: number, column: string) =>
          reading.findings.some(
            (finding) =>
              'place' in finding &&
              finding.place.row === sourceRow &&
              (finding.place.column === column || finding.code === 'shiftedRow'),
          );
        table.forEach((cells, at) => {
          cells.forEach((written, index) => {
            const text = textOfWritten(written);
            const isKnownWay = /^[-–]?$/.test(text) || isTold(at + 2, columnLetter(index));
            if (isKnownWay) return;
            const content = said(reading, at + 2);
            const isRead =
              content.includes(JSON.stringify(text).slice(1, -1)) || isTyped(index, text, content);
            expect(isRead, `${FULL[index]}: ${text} in ${content}`).toBe(true);
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  test('nothing stands for a result, a date or a target that its own cell does not have, under a merge neither', () => {
    const merged = fc.uniqueArray(fc.nat(FULL.length - 1), { maxLength: 6 });
    const twoRows = fc.array(messyRow, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(twoRows, merged, (table, columns) => {
        const merges = columns.map((index) => `${columnLetter(index)}2:${columnLetter(index)}3`);
        for (const { sourceRow, start, end, target, values, stated } of readingOf(table, merges).rows) {
          const isNothing = (header: string) => {
            const index = FULL.indexOf(header);
            return table[sourceRow - 2]?.[index] === null || (sourceRow === 3 && columns.includes(index));
          };
          if (isNothing('FECHA INICIO')) expect(start).toBeNull();
          if (isNothing('FECHA FINAL')) expect(end).toBeNull();
          if (isNothing('META DEL INDICADOR')) expect(target).toBeNull();
          if (isNothing('2023 TRIMESTRE 1')) expect(values[0]).toBeNull();
          if (isNothing('RESULTADO')) expect(stated).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('repairs', () => {
  test('each settles findings of the file, and leaves every other finding and row as it was', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const reading = readingOf(table);
        for (const repair of reading.repairs) {
          const settled = reading.findings.filter((finding) => isSettled(repair, finding));
          expect(settled.every((finding) => repairsByFinding(reading)(finding) !== null)).toBe(true);
          expect(settled.length).toBeGreaterThan(0);
          const after = repaired(reading, [repair.id]);
          expect(after.findings.slice(0, reading.findings.length - settled.length)).toEqual(
            reading.findings.filter((finding) => !settled.includes(finding)),
          );
          const changed = new Set(repair.changes.map(({ sourceRow }) => sourceRow));
          expect(
            after.rows.filter((one, at) => one !== reading.rows[at] && !changed.has(one.sourceRow)),
          ).toEqual([]);
          expect(after.rows).toHaveLength(reading.rows.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('nothing is repaired unasked, and what is safe leaves no number or date of a row that stood right', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const reading = readingOf(table);
        expect(repaired(reading, [])).toBe(reading);
        const after = repaired(reading, safeRepairs(reading));
        reading.rows.forEach((before, at) => {
          if (before.isShifted) return;
          const { start, end, target, values, stated } = after.rows[at] ?? fail();
          expect({ start, end, target, values, stated }).toEqual({
            start: before.start,
            end: before.end,
            target: before.target,
            values: before.values,
            stated: before.stated,
          });
        });
        expect(structuredClone(after)).toEqual(after);
      }),
      { numRuns: 200 },
    );
  });
});

const TYPED = [
  'PHVA',
  'FECHA INICIO',
  'FECHA FINAL',
  'META DEL INDICADOR',
  '2023 TRIMESTRE 1',
  '2023 TRIMESTRE 2',
  'RESULTADO',
];

/** A value of its own where a cell is one of a kind that is not kept as its text. */
function isTyped(index: number, text: string, content: string): boolean {
  const header = FULL[index] ?? '';
  if (!TYPED.includes(header)) return false;
  const row = JSON.parse(content) as MatrixReading['rows'][number];
  const read: Readonly<Record<string, unknown>> = {
    PHVA: row.phvaStage,
    'FECHA INICIO': row.start,
    'FECHA FINAL': row.end,
    'META DEL INDICADOR': row.target,
    '2023 TRIMESTRE 1': row.values[0],
    '2023 TRIMESTRE 2': row.values[1],
    RESULTADO: row.stated,
  };
  return read[header] !== null && text !== '';
}
