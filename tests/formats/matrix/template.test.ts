import { read, utils, write } from '@e965/xlsx';
import type { CellObject } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { emptyMatrix } from '../../../src/commands/matrixTemplate';
import type { TemplateChoices } from '../../../src/commands/matrixTemplate';
import { makeSpreadsheet } from '../../../src/commands/spreadsheetWork';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import type { TemplateKind } from '../../../src/formats/matrix/template';
import { readWorkbook } from '../../../src/formats/workbook';
import { TEMPLATE_WORDS } from '../../../src/text/matrixOut';
import { openElsewhere } from '../../support/otherReader';
import { valueOf } from '../../support/tablets';

const DEPARTMENTS = ['Secretaría General', 'Oficina de TIC, redes y datos'];

async function template(kind: TemplateKind, choices: Partial<TemplateChoices> = {}): Promise<Uint8Array> {
  const facts = { planYear: 2026, title: 'Plan de acción 2026', departments: DEPARTMENTS, ...choices };
  const empty = emptyMatrix(kind, facts, TEMPLATE_WORDS);
  return valueOf(await makeSpreadsheet({ k: 'template', template: empty })).bytes;
}

/** A template as a person fills it in with another program: values in cells, from the first row of data. */
function filledIn(bytes: Uint8Array, rows: readonly Readonly<Record<string, string | number>>[]): Uint8Array {
  const book = read(bytes, { type: 'array', cellFormula: true, cellStyles: true, cellNF: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  rows.forEach((row, at) => {
    for (const [column, value] of Object.entries(row)) {
      const origin = utils.encode_cell({ r: 8 + at, c: utils.decode_col(column) });
      utils.sheet_add_aoa(sheet, [[value]], { origin });
    }
  });
  // Another program computes what it opens: here it is enough that there is a number.
  for (const cell of Object.values(sheet) as CellObject[])
    if (cell.f) Object.assign(cell, { t: 'n', v: 0.5 });
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

async function readBack(bytes: Uint8Array): Promise<MatrixReading> {
  const workbook = await readWorkbook(bytes, 'plantilla.xlsx');
  if (!workbook.ok) throw new Error(workbook.problem.code);
  const reading = readMatrix(workbook.value, 'plantilla.xlsx');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return reading.value;
}

describe('an empty matrix that is filled in by hand', () => {
  test('comes back with every column known, its year, and nothing to ask', async () => {
    const row = {
      A: 1,
      B: 'Hoja de ruta',
      C: 'P: Planear',
      D: '1. Definir la hoja de ruta',
      E: 'Hoja de ruta',
      F: 'Hoja de ruta definida',
      G: '1 hoja de ruta',
      H: 46_023,
      I: 46_387,
      J: 'Secretaría General',
      K: 4,
      L: 1,
      M: 'no programado',
    };
    const other = { ...row, A: 2, D: '2. Hacer seguimiento', K: 2, L: 0.5, M: 1 };
    const reading = await readBack(filledIn(await template('actionPlan'), [row, other]));
    expect(reading.columns.filter(({ confidence }) => confidence !== 'sure')).toEqual([]);
    expect(reading.facts).toMatchObject({ planYear: 2026, title: 'Plan de acción 2026' });
    expect(reading.isYearGuessed).toBe(false);
    expect(reading.findings).toEqual([]);
    expect(reading.rows.map(({ target, start, end }) => [target, start, end])).toEqual([
      [4, '2026-01-01', '2026-12-31'],
      [2, '2026-01-01', '2026-12-31'],
    ]);
    expect(reading.rows.map(({ values }) => values.slice(0, 2))).toEqual([
      [{ k: 'value', v: 1 }, { k: 'notScheduled' }],
      [
        { k: 'value', v: 0.5 },
        { k: 'value', v: 1 },
      ],
    ]);
  });

  test('of a PETI has its own columns, and its year though it has no dates', async () => {
    const row = { A: 'Actualizar el PETI', B: 'PETI actualizado', C: 1, D: 0.5, H: 'Va bien' };
    const reading = await readBack(filledIn(await template('petiFollowUp'), [row]));
    expect(reading.findings).toEqual([]);
    expect(reading.facts.planYear).toBe(2026);
    expect(reading.rows).toMatchObject([
      { activityName: 'Actualizar el PETI', target: 1, remark: 'Va bien' },
    ]);
  });

  test('says who may be responsible, which stages there are, and how to fill it in', async () => {
    const book = openElsewhere(await template('actionPlan'));
    expect(book.SheetNames).toEqual(['Plan de acción', 'Instrucciones', 'Dependencias']);
    expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 0, 1]);
    const workbook = await readWorkbook(await template('actionPlan'), 'plantilla.xlsx');
    expect(workbook.ok && workbook.value.sheets[2]?.rows.map(([cell]) => cell?.text)).toEqual(DEPARTMENTS);
  });

  test('offers both as lists', async () => {
    const { 'xl/worksheets/sheet1.xml': xml } = unzipSync(await template('actionPlan'));
    const lists = [...strFromU8(xml!).matchAll(/<dataValidation\b[^>]*>.*?<\/dataValidation>/gs)].map(
      ([one]) => ({
        type: /\btype="(\w+)"/.exec(one)?.[1],
        at: /\bsqref="([A-Z]+)\d+:\1\d+"/.exec(one)?.[1],
        from: /<formula1>(.*?)<\/formula1>/.exec(one)?.[1]?.replaceAll('&quot;', '"'),
      }),
    );
    expect(lists.filter(({ type }) => type === 'list')).toEqual([
      { type: 'list', at: 'C', from: '"P: Planear,H: Hacer,V: Verificar,A: Actuar"' },
      { type: 'list', at: 'J', from: 'Dependencias!$A$1:$A$2' },
    ]);
  });

  test('empty, is no plan yet', async () => {
    const workbook = await readWorkbook(
      await template('actionPlan', { isProtected: true }),
      'plantilla.xlsx',
    );
    const reading = workbook.ok && readMatrix(workbook.value, 'plantilla.xlsx');
    expect(reading).toMatchObject({ ok: false, problem: { code: 'matrixWithoutRows' } });
  });
});
