import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnMeaning } from '../../../src/formats/matrix/choices';
import {
  applyRemembered,
  isSameLayout,
  layoutKey,
  rememberedMeanings,
} from '../../../src/formats/matrix/layoutMemory';
import { columnLetter } from '../../../src/formats/grid';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import { aWorkbook } from '../tables';
import { FULL, aRow } from './plans';

const columnsOf = (headers: readonly string[]) =>
  headers.map((header, index) => ({ letter: columnLetter(index), header }));
const keyOf = (headers: readonly string[]) => layoutKey({ columns: columnsOf(headers) });

describe('the layout of a table', () => {
  const headers = ['ITEM', 'Actividad', 'META 2024', 'Responsable'];

  test('is told by its header names, whatever their order, accents, case and year', () => {
    expect(keyOf(['Responsable', 'ÍTEM', 'META 2025', 'ACTIVIDAD', ''])).toBe(keyOf(headers));
  });

  test('is the same with one column more, one less or one changed, and with no more', () => {
    const key = keyOf(headers);
    expect(isSameLayout(key, keyOf([...headers, 'LÍNEA ESTRATÉGICA']))).toBe(true);
    expect(isSameLayout(key, keyOf(headers.slice(1)))).toBe(true);
    expect(isSameLayout(key, keyOf([...headers.slice(1), 'N°']))).toBe(true);
    expect(isSameLayout(key, keyOf([...headers, 'LÍNEA', 'Correo']))).toBe(false);
    expect(isSameLayout(keyOf(['ITEM', 'Sede']), keyOf(['ITEM', 'Correo']))).toBe(false);
  });
});

describe('what was said of columns', () => {
  const planned = { aspect: 'planned', year: 2024, monthsPerPeriod: 3, ordinal: 1 } as const;

  test('goes with the header, also where a column came before it, and to next year', () => {
    const said = { B: { field: 'activity' }, C: 'keep', D: { period: planned } } as const;
    const remembered = rememberedMeanings(columnsOf(['No.', 'Qué', 'Dato', 'P1 2024']), said);
    expect(applyRemembered(columnsOf(['No.', 'Línea', 'QUÉ', 'Dato', 'P1 2025']), remembered)).toEqual({
      C: { field: 'activity' },
      D: 'keep',
      E: { period: { ...planned, year: null } },
    });
  });

  test('of two columns called the same, the first takes it', () => {
    const remembered = rememberedMeanings(columnsOf(['Dato', 'Dato']), { A: 'keep', B: { field: 'remark' } });
    expect(applyRemembered(columnsOf(['Dato', 'Dato']), remembered)).toEqual({ A: 'keep' });
  });

  test('makes a table readable the next time', () => {
    const headers = FULL.map((header) => (header === 'ACTIVIDAD' ? 'Qué se hará' : header));
    const remembered = rememberedMeanings(columnsOf(headers), { D: { field: 'activity' } });
    const next = ['Línea', ...headers];
    const meanings = applyRemembered(columnsOf(next), remembered);
    const read = readMatrix(aWorkbook([next, ['x', ...aRow()]]), 'plan.xlsx', { choices: { meanings } });
    expect(read.ok && read.value.rows[0]?.activityName).toBe('1. Definir');
  });

  test('for any headers, the same table takes back what was said of it', () => {
    const header = fc.string({ minLength: 1 });
    const meaning = fc.constantFrom<ColumnMeaning>('keep', { field: 'target' }, { field: 'remark' });
    fc.assert(
      fc.property(fc.array(fc.tuple(header, meaning)), (said) => {
        const columns = columnsOf(said.map(([name]) => name));
        const meanings = Object.fromEntries(
          columns.map(({ letter }, at) => [letter, said[at]?.[1] ?? 'keep']),
        );
        const remembered = rememberedMeanings(columns, meanings);
        const given = applyRemembered(columns, remembered);
        expect(given).toEqual(applyRemembered(columns, rememberedMeanings(columns, given)));
        for (const [letter, given1] of Object.entries(given)) expect(given1).toEqual(meanings[letter]);
      }),
    );
  });
});
