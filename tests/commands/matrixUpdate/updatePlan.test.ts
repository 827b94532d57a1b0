import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { importMatrix } from '../../../src/commands/importMatrix';
import { readMatrixBytes } from '../../../src/commands/matrixWork';
import type { MatrixRead } from '../../../src/commands/matrixWork';
import { NOTHING_DECIDED, previewUpdate, updatePlan } from '../../../src/commands/updatePlan';
import type { UpdateChoices } from '../../../src/commands/updatePlan';
import type { UpdatePreview } from '../../../src/commands/matrixUpdate/previewOf';
import { readCommits } from '../../../src/storage/commitStore';
import { db } from '../../../src/storage/database';
import { aTablet, choicesFor, planOn, valueOf } from '../../support/tablets';

beforeEach(async () => (await aTablet()).use());

const HEADER =
  'ITEM;CRITERIO;ACTIVIDAD;PRODUCTO;INDICADOR;META;FECHA INICIO;FECHA FINAL;RESPONSABLE;2023 RESULTADO TRIMESTRE 1;2023 RESULTADO TRIMESTRE 2;OBSERVACIONES';
const ROWS = [
  '1;Estrategia;Formular el plan de datos abiertos;Plan;Planes formulados;1;2023-01-01;2023-06-30;OAI;1;;Se formuló',
  '1;Estrategia;Publicar los conjuntos de datos;Conjuntos;Conjuntos publicados;10;2023-01-01;2023-12-31;OAI;2;;',
  '2;Servicios;Capacitar a los servidores;Talleres;Talleres hechos;4;2023-02-01;2023-11-30;Talento Humano;1;;Primer taller',
] as const;

async function matrixOf(
  rows: readonly string[],
  { file = 'matriz.csv', header = HEADER }: { readonly file?: string; readonly header?: string } = {},
): Promise<MatrixRead> {
  const bytes = new TextEncoder().encode([header, ...rows].join('\n') + '\n');
  return valueOf(await readMatrixBytes(bytes, file));
}

async function loaded(rows: readonly string[] = ROWS): Promise<string> {
  const read = await matrixOf(rows);
  return valueOf(await importMatrix(read, choicesFor(read, { cut: '2023-03-31' })));
}

async function preview(
  copy: string,
  rows: readonly string[],
  choices: Partial<UpdateChoices> = {},
): Promise<UpdatePreview> {
  const read = await matrixOf(rows);
  return valueOf(await previewUpdate(copy, read, { ...NOTHING_DECIDED, cut: '2023-03-31', ...choices }));
}

async function update(copy: string, rows: readonly string[], choices: Partial<UpdateChoices> = {}) {
  return valueOf(await updatePlan(await preview(copy, rows, choices)));
}

/** The rows with some texts of one of them replaced. */
function edited(at: number, from: string, to: string): readonly string[] {
  return ROWS.map((row, place) => (place === at ? row.replace(from, to) : row));
}

const changesOf = ({ rows }: UpdatePreview) =>
  rows.flatMap(({ changes }) =>
    changes.map(({ field, before, after, hold }) => [field, before, after, hold]),
  );

describe('the same matrix again', () => {
  test('changes nothing: no field, no commit, no copy', async () => {
    const copy = await loaded();
    const count = (await readCommits(copy)).length;
    const shown = await preview(copy, ROWS);
    expect(shown.counts.rows).toMatchObject({ same: 3, changed: 0, new: 0, unsure: 0 });
    expect([shown.edits, shown.lateEdits]).toEqual([[], []]);
    expect((await update(copy, ROWS)).commits).toEqual([]);
    expect((await readCommits(copy)).length).toBe(count);
    expect(await db().backups.count()).toBe(0);
  });

  test('at another cut says no remark twice', async () => {
    const copy = await loaded();
    expect(changesOf(await preview(copy, ROWS, { cut: '2023-06-30' }))).toEqual([]);
  });
});

test('a number, a text and a day that changed are three fields of one row, written over what was seen', async () => {
  const copy = await loaded();
  const rows = edited(1, ';10;2023-01-01;2023-12-31;OAI;2;', ';12;2023-01-01;2023-11-30;OAI;2;3');
  const shown = await preview(copy, rows);
  expect(shown.rows.map(({ fate }) => fate)).toEqual(['same', 'changed', 'same']);
  expect(changesOf(shown)).toEqual([
    ['end', '2023-12-31', '2023-11-30', null],
    ['target', 10, 12, null],
    ['report', null, { k: 'value', v: 3 }, null],
  ]);
  const { commits } = valueOf(await updatePlan(shown));
  expect(commits.map(({ why, src }) => [why, src])).toEqual([['import', 'matriz matriz.csv']]);
  const plan = await planOn(copy);
  expect(plan.indicators[1]).toMatchObject({ target: 12, end: '2023-11-30' });
  expect((await preview(copy, rows)).edits).toEqual([]);
  expect(await db().backups.count()).toBe(1);
});
