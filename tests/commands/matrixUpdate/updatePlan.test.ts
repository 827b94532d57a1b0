import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { changePlan } from '../../../src/commands/changePlan';
import { closeCut } from '../../../src/commands/closeCut';
import { recordProgress } from '../../../src/commands/recordProgress';
import { NEW_ROW } from '../../../src/commands/matrixUpdate/matchRows';
import { updatePlan } from '../../../src/commands/updatePlan';
import { setIdentity } from '../../../src/commands/thisDevice';
import { measurementId } from '../../../src/domain/entities';
import { reportIn } from '../../../src/domain/model';
import { deleteOperation } from '../../../src/log/deletes';
import { readCommits } from '../../../src/storage/commitStore';
import { readCopy } from '../../../src/storage/copies';
import { db } from '../../../src/storage/database';
import { readEntity } from '../../../src/storage/stateStore';
import {
  changesIn,
  edited,
  fatesIn,
  loadRows,
  previewRows,
  ROWS,
  updateRows,
} from '../../support/matrixRows';
import { aTablet, planOn, seenIn, valueOf } from '../../support/tablets';

const [Q1, Q2] = ['20230101-20230331', '20230401-20230630'] as const;

beforeEach(async () => (await aTablet()).use());

async function indicatorAt(copy: string, at: number): Promise<string> {
  return (await planOn(copy)).indicators[at]?.id ?? '';
}

async function remove(copy: string, ...entities: readonly string[]): Promise<void> {
  const edits = await Promise.all(
    entities.map(async (entity) => {
      const known = await readEntity(copy, entity);
      const { value = false, over = [] } = (known && deleteOperation(entity, known).fields['_deleted']) ?? {};
      return { entity, field: '_deleted', value, seen: over };
    }),
  );
  valueOf(await changePlan(copy, edits));
}

async function report(copy: string, at: number, period: typeof Q1 | typeof Q2, v: number): Promise<void> {
  const indicatorId = await indicatorAt(copy, at);
  const seen = await seenIn(copy, measurementId(indicatorId, period), 'report');
  valueOf(await recordProgress({ copy, indicatorId, period, seen }, { k: 'value', v }));
}

describe('the same matrix again', () => {
  test('changes nothing: no field, no commit, no copy', async () => {
    const copy = await loadRows();
    const count = (await readCommits(copy)).length;
    const shown = await previewRows(copy, ROWS);
    expect(shown.counts.rows).toMatchObject({ same: 3, changed: 0, new: 0, unsure: 0 });
    expect([shown.edits, shown.lateEdits]).toEqual([[], []]);
    expect((await updateRows(copy, ROWS)).commits).toEqual([]);
    expect((await readCommits(copy)).length).toBe(count);
    expect(await db().backups.count()).toBe(0);
  });

  test('at another cut says no remark twice', async () => {
    const copy = await loadRows();
    expect(changesIn(await previewRows(copy, ROWS, { cut: '2023-06-30' }))).toEqual([]);
  });

  test('leaves what was recorded here since: the file says nothing new', async () => {
    const copy = await loadRows();
    await report(copy, 0, Q1, 0.5);
    await report(copy, 0, Q2, 1);
    const shown = await previewRows(copy, ROWS);
    expect(changesIn(shown)).toEqual([
      ['report', { k: 'value', v: 0.5 }, { k: 'value', v: 1 }, 'unchangedInFile'],
      ['report', { k: 'value', v: 1 }, { k: 'notReported' }, 'blank'],
    ]);
    expect([fatesIn(shown), shown.edits]).toEqual([['held', 'same', 'same'], []]);
    const taken = shown.rows.flatMap(({ changes }) => changes.map(({ key }) => key));
    await updateRows(copy, ROWS, { taken, blanks: 'clear' });
    const [first] = (await planOn(copy)).indicators;
    expect(first && [reportIn(first, Q1), reportIn(first, Q2)]).toEqual([
      { k: 'value', v: 1 },
      { k: 'notReported' },
    ]);
  });
});

describe('a matrix that changed', () => {
  test('writes each field that differs, over what was seen, after a copy, and then nothing', async () => {
    const copy = await loadRows();
    const rows = edited(1, ';10;2023-01-01;2023-12-31;OAI;2;', ';12;2023-01-01;2023-11-30;OAI;2;3');
    const shown = await previewRows(copy, rows);
    expect(fatesIn(shown)).toEqual(['same', 'changed', 'same']);
    expect(changesIn(shown)).toEqual([
      ['end', '2023-12-31', '2023-11-30', null],
      ['target', 10, 12, null],
      ['report', null, { k: 'value', v: 3 }, null],
    ]);
    const { commits } = valueOf(await updatePlan(shown));
    expect(commits.map(({ why, src }) => [why, src])).toEqual([['import', 'matriz matriz.csv']]);
    expect((await planOn(copy)).indicators[1]).toMatchObject({ target: 12, end: '2023-11-30' });
    expect((await previewRows(copy, rows)).edits).toEqual([]);
    expect(await db().backups.toArray()).toMatchObject([{ copy, reason: 'import' }]);
    expect((await readCopy(copy))?.matrixSha256).toBe(shown.sha256);
  });

  test('noise in a text is no change, and another text is', async () => {
    const copy = await loadRows();
    const noisy = edited(0, 'Se formuló', '  Se   formulo\u0301 ');
    expect(changesIn(await previewRows(copy, noisy))).toEqual([]);
    const changed = await previewRows(copy, edited(0, 'Se formuló', 'Se formuló y aprobó'));
    expect(changesIn(changed)).toEqual([['remark', 'Se formuló', 'Se formuló y aprobó', null]]);
  });

  test('those who answer are compared as a set', async () => {
    const copy = await loadRows();
    const rows = edited(2, 'Talento Humano', 'Gestión Humana');
    expect(changesIn(await previewRows(copy, rows))).toEqual([
      ['responsible', ['Talento Humano'], ['Gestión Humana'], null],
    ]);
    await updateRows(copy, rows);
    const names = (await planOn(copy)).activities.map(({ responsibleParties }) =>
      responsibleParties.map(({ name }) => name),
    );
    expect(names).toEqual([['OAI'], ['OAI'], ['Gestión Humana']]);
  });

  test('a blank cell is told, and is written only where a person says so', async () => {
    const copy = await loadRows();
    const rows = edited(1, ';10;', ';;');
    expect(changesIn(await previewRows(copy, rows))).toEqual([['target', 10, null, 'blank']]);
    expect((await updateRows(copy, rows)).commits).toEqual([]);
    await updateRows(copy, rows, { blanks: 'clear' });
    expect((await planOn(copy)).indicators[1]?.target).toBeNull();
  });

  test('a change that a person leaves is left, and the others are written', async () => {
    const copy = await loadRows();
    const rows = edited(1, ';10;2023-01-01;2023-12-31;', ';12;2023-01-01;2023-11-30;');
    const shown = await previewRows(copy, rows);
    const left = shown.rows
      .flatMap(({ changes }) => changes)
      .filter(({ field }) => field === 'target')
      .map(({ key }) => key);
    await updateRows(copy, rows, { left });
    expect((await planOn(copy)).indicators[1]).toMatchObject({ target: 10, end: '2023-11-30' });
  });

  test('a new row is an indicator between its neighbours, and what the file lacks stays', async () => {
    const copy = await loadRows();
    const added = '1;Estrategia;Abrir el portal;Portal;Portales abiertos;1;2023-03-01;2023-09-30;OAI;;;';
    const rows = [ROWS[0] ?? '', added, ROWS[1] ?? ''];
    const shown = await previewRows(copy, rows);
    expect(fatesIn(shown)).toEqual(['same', 'new', 'same']);
    expect(shown.missing.map(({ words }) => words.indicator)).toEqual(['Talleres hechos']);
    await updateRows(copy, rows);
    const { indicators, items, activities } = await planOn(copy);
    expect([items.length, activities.length]).toEqual([2, 4]);
    expect(indicators.map(({ deliverable }) => deliverable)).toEqual([
      'Plan',
      'Portal',
      'Conjuntos',
      'Talleres',
    ]);
    expect((await previewRows(copy, rows)).edits).toEqual([]);
  });
});

describe('a row with other words', () => {
  const rows = edited(
    2,
    'Capacitar a los servidores;Talleres',
    'Capacitar a los servidores públicos;Talleres',
  );

  test('is proposed with both texts, and nothing of it is written until a person confirms it', async () => {
    const copy = await loadRows();
    const shown = await previewRows(copy, rows);
    expect(fatesIn(shown)).toEqual(['same', 'same', 'unsure']);
    const [, , row] = shown.rows;
    expect(row).toMatchObject({
      indicatorId: await indicatorAt(copy, 2),
      words: { activity: 'Capacitar a los servidores públicos' },
      planWords: { activity: 'Capacitar a los servidores' },
    });
    expect(row?.likeness).toBeGreaterThan(0.5);
    expect([shown.edits, shown.missing]).toEqual([[], []]);
  });

  test('confirmed, it renames its activity, and is known by its own words afterwards', async () => {
    const copy = await loadRows();
    const matches = { 4: await indicatorAt(copy, 2) };
    expect(changesIn(await previewRows(copy, rows, { matches }))).toEqual([
      ['name', 'Capacitar a los servidores', 'Capacitar a los servidores públicos', null],
    ]);
    await updateRows(copy, rows, { matches });
    const { activities, indicators } = await planOn(copy);
    expect([activities.length, indicators.length]).toEqual([3, 3]);
    const again = await previewRows(copy, rows);
    expect([fatesIn(again), again.edits]).toEqual([['same', 'same', 'same'], []]);
  });

  test('said to be new, it is another indicator of another activity', async () => {
    const copy = await loadRows();
    await updateRows(copy, rows, { matches: { 4: NEW_ROW } });
    const { activities, indicators } = await planOn(copy);
    expect([activities.length, indicators.length]).toEqual([4, 4]);
    expect((await previewRows(copy, rows)).edits).toEqual([]);
  });
});

describe('a row of what was taken out of the plan', () => {
  test('is offered for coming back, never made again', async () => {
    const copy = await loadRows();
    const gone = await indicatorAt(copy, 2);
    const activity = (await planOn(copy)).indicators[2]?.activity.id ?? '';
    await remove(copy, gone, activity, measurementId(gone, Q1));
    const rows = edited(2, ';1;;Primer taller', ';2;;Primer taller');
    const shown = await previewRows(copy, rows);
    expect([fatesIn(shown), shown.edits]).toEqual([['same', 'same', 'removed'], []]);
    await updateRows(copy, rows, { restore: [4] });
    const plan = await planOn(copy);
    const back = plan.indicators[2];
    expect(back?.id).toBe(gone);
    expect(back && [back.activity.id, reportIn(back, Q1)]).toEqual([activity, { k: 'value', v: 2 }]);
    expect((await previewRows(copy, rows)).edits).toEqual([]);
  });
});

describe('a closed period', () => {
  const rows = edited(1, ';OAI;2;', ';OAI;5;4');

  async function closed(): Promise<string> {
    const copy = await loadRows();
    await close(copy);
    return copy;
  }

  async function close(copy: string): Promise<void> {
    await setIdentity({ name: 'Ana', role: '', department: '' });
    valueOf(await closeCut({ copy, period: Q1, date: '2023-03-31', seen: [] }));
  }

  test('keeps what it has; the rest is written', async () => {
    const copy = await closed();
    const shown = await previewRows(copy, rows);
    expect(changesIn(shown).map(([, , after, hold]) => [after, hold])).toEqual([
      [{ k: 'value', v: 5 }, 'closed'],
      [{ k: 'value', v: 4 }, null],
    ]);
    await updateRows(copy, rows);
    const row = (await planOn(copy)).indicators[1];
    expect(row && [reportIn(row, Q1), reportIn(row, Q2)]).toEqual([
      { k: 'value', v: 2 },
      { k: 'value', v: 4 },
    ]);
  });

  test('is written to with a reason, in a commit that gives it', async () => {
    const copy = await closed();
    const { commits } = await updateRows(copy, rows, { lateReason: 'Llegó el informe final' });
    expect(commits.map(({ why }) => why)).toEqual(['import', 'Llegó el informe final']);
    const row = (await planOn(copy)).indicators[1];
    expect(row && reportIn(row, Q1)).toEqual({ k: 'value', v: 5 });
  });

  test('gives back what was reported in it only with a reason, with the row that comes back', async () => {
    const copy = await loadRows();
    const gone = await indicatorAt(copy, 2);
    const activity = (await planOn(copy)).indicators[2]?.activity.id ?? '';
    const reported = measurementId(gone, Q1);
    await remove(copy, gone, activity, reported);
    await close(copy);
    const shown = await previewRows(copy, ROWS, { restore: [4] });
    expect([shown.counts.held.closed, shown.lateEdits]).toEqual([1, []]);
    expect(shown.edits.length).toBeGreaterThan(0);
    const told = await previewRows(copy, ROWS, { restore: [4], lateReason: 'Se retiró por error' });
    expect(told.lateEdits.map(({ entity }) => entity)).toContain(reported);
    valueOf(await updatePlan(told));
    const back = (await planOn(copy)).indicators[2];
    expect(back && reportIn(back, Q1)).toEqual({ k: 'value', v: 1 });
  });

  test('that was closed after the preview refuses the update, and nothing is written', async () => {
    const copy = await loadRows();
    const shown = await previewRows(copy, rows);
    await close(copy);
    const count = (await readCommits(copy)).length;
    expect(await updatePlan(shown)).toMatchObject({ ok: false, problem: { code: 'planChangedSince' } });
    expect([(await readCommits(copy)).length, await db().backups.count()]).toEqual([count, 0]);
  });
});

test('a field in conflict is shown and not written over', async () => {
  const copy = await loadRows();
  const entity = await indicatorAt(copy, 1);
  const seen = await seenIn(copy, entity, 'target');
  for (const value of [11, 13]) valueOf(await changePlan(copy, [{ entity, field: 'target', value, seen }]));
  const shown = await previewRows(copy, edited(1, ';10;', ';12;'));
  expect(changesIn(shown).map(([field, , after, hold]) => [field, after, hold])).toEqual([
    ['target', 12, 'conflict'],
  ]);
  expect(shown.edits).toEqual([]);
});

test('what somebody writes between the preview and the update is not written over', async () => {
  const copy = await loadRows();
  const entity = await indicatorAt(copy, 1);
  const shown = await previewRows(copy, edited(1, ';10;', ';12;'));
  const seen = await seenIn(copy, entity, 'target');
  valueOf(await changePlan(copy, [{ entity, field: 'target', value: 11, seen }]));
  expect(await updatePlan(shown)).toEqual({ ok: false, problem: { code: 'planChangedSince' } });
  const heads = (await readEntity(copy, entity))?.get('target')?.heads ?? [];
  expect(heads.map(({ value }) => value)).toEqual([11]);
});

test('a plan that this device does not hold is said', async () => {
  const copy = await loadRows();
  const shown = await previewRows(copy, edited(1, ';10;', ';12;'));
  expect(await updatePlan({ ...shown, copy: 'otra' })).toMatchObject({
    ok: false,
    problem: { code: 'planNotFound' },
  });
});
