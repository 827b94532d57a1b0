import 'fake-indexeddb/auto';
import { writeXlsx } from 'hucre';
import { beforeEach, describe, expect, test } from 'vitest';
import { closeCut } from '../../../src/commands/closeCut';
import type { UpdatePreview } from '../../../src/commands/matrixUpdate/previewOf';
import { readMatrixBytes } from '../../../src/commands/matrixWork';
import type { MatrixRead } from '../../../src/commands/matrixWork';
import { setIdentity } from '../../../src/commands/thisDevice';
import { undoCommits } from '../../../src/commands/undo';
import { NOTHING_DECIDED, previewUpdate, updatePlan } from '../../../src/commands/updatePlan';
import { kindOf } from '../../../src/domain/entities';
import { layoutsIn } from '../../../src/formats/matrix/layoutInLog';
import { readCommits } from '../../../src/storage/commitStore';
import { conflictsOf } from '../../../src/storage/planView';
import { readState } from '../../../src/storage/stateStore';
import { changesIn, edited, loadRows, previewRows, ROWS, textOf, updateRows } from '../../support/matrixRows';
import { aTablet, planOn, valueOf } from '../../support/tablets';

beforeEach(async () => (await aTablet()).use());

const MANY = 300;
const WORDS = ['Diseñar', 'Publicar', 'Revisar', 'Medir', 'Difundir'];
const manyRows = (target: number, day: string) =>
  Array.from({ length: MANY }, (_, at) => {
    const what = `${WORDS[at % WORDS.length]} el servicio ${at}`;
    return `${at};Criterio ${at};${what};Producto ${at};Indicador ${at};${target};2023-01-01;${day};OAI;${at % 3};;`;
  });

test('an update of many commits is taken back as one act, and can be done again', async () => {
  const copy = await loadRows(manyRows(5, '2023-06-30'));
  const before = await planOn(copy);
  const rows = [...manyRows(8, '2023-12-31'), ROWS[0] ?? ''];
  const { commits } = await updateRows(copy, rows);
  expect(commits.length).toBeGreaterThan(1);
  for (const { ops } of commits) {
    expect(ops.reduce((sum, { set }) => sum + Object.keys(set).length, 0)).toBeLessThanOrEqual(500);
  }
  const after = await planOn(copy);
  expect(after.indicators.length).toBe(MANY + 1);
  const undone = valueOf(
    await undoCommits(
      copy,
      commits.map(({ id }) => id),
    ),
  );
  expect(undone.keptSince).toBe(0);
  expect(await planOn(copy)).toEqual(before);
  valueOf(
    await undoCommits(
      copy,
      undone.commits.map(({ id }) => id),
    ),
  );
  expect((await planOn(copy)).indicators).toEqual(after.indicators);
  expect((await previewRows(copy, rows)).edits).toEqual([]);
});

test('an update that was taken back can be made again from the same file', async () => {
  const copy = await loadRows();
  const rows = edited(1, ';10;2023-01-01;2023-12-31;OAI;2;', ';12;2023-01-01;2023-12-31;OAI;2;7');
  const first = await updateRows(copy, rows);
  valueOf(
    await undoCommits(
      copy,
      first.commits.map(({ id }) => id),
    ),
  );
  expect(changesIn(await previewRows(copy, rows))).toEqual([
    ['target', 10, 12, null],
    ['report', null, { k: 'value', v: 7 }, null],
  ]);
});

test('what an update wrote in a closed period is taken back with a reason, or none of it is', async () => {
  const copy = await loadRows();
  await setIdentity({ name: 'Ana', role: '', department: '' });
  valueOf(await closeCut({ copy, period: '20230101-20230331', date: '2023-03-31', seen: [] }));
  const before = await planOn(copy);
  const rows = edited(1, ';10;2023-01-01;2023-12-31;OAI;2;', ';12;2023-01-01;2023-12-31;OAI;5;');
  const ids = (await updateRows(copy, rows, { lateReason: 'Llegó tarde' })).commits.map(({ id }) => id);
  const count = (await readCommits(copy)).length;
  expect(await undoCommits(copy, ids)).toMatchObject({ ok: false, problem: { code: 'closedPeriod' } });
  expect((await readCommits(copy)).length).toBe(count);
  valueOf(await undoCommits(copy, ids, 'Se cargó por error'));
  expect((await planOn(copy)).indicators).toEqual(before.indicators);
  // Taken back, it was never said: the same file says it anew.
  expect(changesIn(await previewRows(copy, rows, { lateReason: 'Era cierto' }))).toEqual([
    ['target', 10, 12, null],
    ['report', { k: 'value', v: 2 }, { k: 'value', v: 5 }, null],
  ]);
});

describe('the file that an update was read from', () => {
  const CHANGED = edited(1, ';10;2023-01-01', ';12;2023-01-01');
  /** Nobody reads the figure, so that the plan keeps the doubt. */
  const DOUBTED = edited(0, ';1;;Se formuló', ';uno y medio;;Se formuló', CHANGED);

  async function bookOf(rows: readonly string[], others: readonly string[] = []): Promise<MatrixRead> {
    const cells = textOf(rows).split('\n');
    const sheets = [{ name: 'Plan', rows: cells.map((row) => row.split(';')) }];
    const bytes = await writeXlsx({ sheets: [...sheets, ...others.map((name) => ({ name, rows: [] }))] });
    return { ...valueOf(await readMatrixBytes(bytes, 'avance.xlsx')), original: new Uint8Array(bytes) };
  }

  async function previewBook(copy: string, read: MatrixRead): Promise<UpdatePreview> {
    return valueOf(await previewUpdate(copy, read, { ...NOTHING_DECIDED, cut: '2023-03-31' }));
  }

  test.each([
    ['as it was', []],
    ['saved anew', ['Notas']],
  ])('comes back whole where the update is made again with it %s, and asks nobody', async (_how, others) => {
    const copy = await loadRows();
    const first = valueOf(await updatePlan(await previewBook(copy, await bookOf(DOUBTED))));
    valueOf(
      await undoCommits(
        copy,
        first.commits.map(({ id }) => id),
      ),
    );
    expect(layoutsIn(await readState(copy)).map(({ file }) => file)).toEqual(['matriz.csv']);
    const again = await bookOf(DOUBTED, others);
    valueOf(await updatePlan(await previewBook(copy, again)));
    const log = await readState(copy);
    expect(conflictsOf(log)).toEqual([]);
    expect(layoutsIn(log).find(({ file }) => file === 'avance.xlsx')).toMatchObject({
      sha256: again.sha256,
      sheets: [{ name: 'Plan' }, ...others.map((name) => ({ name }))],
    });
    expect((await planOn(copy)).readingNotes.map(({ file }) => file)).toEqual(['avance.xlsx']);
  });

  test('has its shape written whole, so that of two written apart one stands and no mixture', async () => {
    const copy = await loadRows();
    const layoutIn = ({ edits }: UpdatePreview) =>
      edits.filter(({ entity }) => kindOf(entity) === 'layout').map(({ field }) => field);
    const first = await previewBook(copy, await bookOf(CHANGED));
    valueOf(await updatePlan(first));
    const next = await previewBook(copy, await bookOf(edited(1, ';12;', ';13;', CHANGED)));
    expect(layoutIn(next)).toEqual(layoutIn(first));
  });
});
