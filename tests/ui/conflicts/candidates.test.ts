import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { prepareSnapshot } from '../../../src/commands/exportSnapshot';
import { recordNote, recordProgress } from '../../../src/commands/recordProgress';
import { save } from '../../../src/commands/save';
import { settleConflict } from '../../../src/commands/settleConflict';
import { mergeSnapshotBytes } from '../../../src/commands/snapshotWork';
import { setIdentity } from '../../../src/commands/thisDevice';
import { undoCommit } from '../../../src/commands/undo';
import { DELETED } from '../../../src/domain/entities';
import type { Plan } from '../../../src/domain/model';
import { openPlan } from '../../../src/state/openPlan.svelte';
import {
  canBeWritten,
  deviceName,
  optionsOf,
  reportsBack,
  titleOf,
  writtenValue,
} from '../../../src/ui/conflicts/candidates';
import { removalOf } from '../../../src/ui/structure/edits';
import { anIndicator, aPlan } from '../../support/builders';
import { sessionOn, startSeries } from '../../support/sessions';
import { aTablet, loadExample, planOn, valueOf } from '../../support/tablets';
import type { Tablet } from '../../support/tablets';

const TODAY = '2000-01-01';
const period = '20230401-20230630';

interface Pair {
  readonly a: Tablet;
  readonly b: Tablet;
  readonly copyA: string;
  readonly copyB: string;
  readonly indicatorId: string;
}
let pair: Pair;

async function handOver(from: Tablet, copy: string, to: Tablet): Promise<string> {
  from.use();
  const { bytes } = valueOf(await prepareSnapshot(copy)).file;
  to.use();
  return valueOf(await mergeSnapshotBytes(bytes, 'plan.json')).copy;
}

beforeEach(async () => {
  const [a, b] = [await aTablet(), await aTablet()];
  a.use();
  const copyA = await loadExample();
  await setIdentity({ name: 'Facilitadora', role: '', department: 'OAI' });
  const indicatorId = (await planOn(copyA)).indicators[2]?.id ?? '';
  const copyB = await handOver(a, copyA, b);
  await setIdentity({ name: 'Enlace', role: '', department: 'Hacienda' });
  pair = { a, b, copyA, copyB, indicatorId };
});

/** B's changes come to A, and A's screen opens. */
async function openOnA(): Promise<void> {
  await handOver(pair.b, pair.copyB, pair.a);
  openPlan.close();
  await openPlan.open(pair.copyA);
}

test('devices of one name, or of none, are told apart', async () => {
  const { a, copyA } = pair;
  a.use();
  const ofAna = ['k3f9aaaa', 'm2p7bbbb'];
  const named = ofAna.map((id) => ({ entity: `dev:${id}`, field: 'name', value: 'Ana', seen: [] }));
  valueOf(await save(copyA, named));
  openPlan.close();
  await openPlan.open(copyA);
  const unnamed = ['q1w2cccc', 'z9x8dddd'];
  expect([...ofAna, ...unnamed].map((id) => deviceName(id, [...ofAna, ...unnamed]))).toEqual([
    ...['En el equipo de Ana (k3f9)', 'En el equipo de Ana (m2p7)'],
    ...['En el equipo q1w2', 'En el equipo z9x8'],
  ]);
  expect(deviceName('k3f9aaaa')).toBe('En el equipo de Ana');
});

describe('a value reported apart on two tablets', () => {
  test('shows who, on which device and with which remark, the provisional one first', async () => {
    const { a, b, copyA, copyB, indicatorId } = pair;
    const place = { indicatorId, period, seen: [] } as const;
    a.use();
    valueOf(await recordProgress({ ...place, copy: copyA }, { k: 'value', v: 6 }));
    b.use();
    valueOf(await recordProgress({ ...place, copy: copyB }, { k: 'value', v: 7 }));
    valueOf(await recordNote({ ...place, copy: copyB }, 'remark', 'Incluye la del 12'));
    await openOnA();

    const [conflict] = openPlan.conflicts;
    const options = conflict ? optionsOf(conflict, TODAY) : [];
    expect(
      options.map(({ candidate }) => [candidate.value, candidate.from, candidate.who, candidate.remark]),
    ).toEqual([
      ['7', 'En el equipo de Hacienda', 'Enlace', 'Incluye la del 12'],
      ['6', 'En este equipo', 'Facilitadora', undefined],
    ]);
    expect(options.map(({ candidate }) => candidate.isProvisional)).toEqual([true, false]);
  });
});

test('a value that neither wrote is read in the unit in which theirs are shown', () => {
  const plan = aPlan({
    indicators: [anIndicator({ id: 'ind:a' }), anIndicator({ id: 'ind:b', targetUnit: 'percent' })],
  });
  const head = { id: 'k3f9a2mt.1.x', at: '2026-01-01T00:00:00.000Z', by: 'per:1' };
  const written = (entityId: string, field: string, typed: string, value: string | number = 0.5) =>
    writtenValue(plan, { entityId, field, heads: [{ ...head, value }] }, typed);
  expect(written('ind:b', 'target', '60')).toBe(0.6);
  expect(written('ind:b', 'baseline', '28,72 %')).toBe(0.2872);
  expect(written(`meas:b:${period}`, 'planned', '25')).toBe(0.25);
  expect(written('ind:b', 'weight', '20')).toBe(20);
  expect(written('ind:a', 'target', '60')).toBe(60);
  expect(written('ind:a', 'target', 'muchos')).toBeUndefined();
  expect(written('ind:a', 'name', ' 60 ', 'Mesas')).toBe('60');
});

test('what is chosen cannot be written anew; a text, a number and a day can, and a day only as a day', () => {
  const head = { id: 'k3f9a2mt.1.x', at: '2026-01-01T00:00:00.000Z', by: 'per:1' };
  const of = (entityId: string, field: string, value: string | null = 'a') => ({
    entityId,
    field,
    heads: [{ ...head, value }],
  });
  const chosen = ['department', 'period', 'state', 'start', 'series'].map((field) => of('mtg:1', field));
  chosen.push(
    of('att:1:2', 'role'),
    of('att:1:2', 'signature'),
    of('com:1', 'outcome'),
    of('com:1', 'about'),
  );
  chosen.push(of('min:1:1', 'frozen'), of('sig:1:1:2', 'signed'), of('ser:1', 'kind'), of('itm:1', DELETED));
  expect(chosen.filter(canBeWritten)).toEqual([]);
  const typed = [of('per:1', 'role'), of('per:1', 'department'), of('mtg:1', 'number'), of('com:1', 'who')];
  typed.push(of('pnt:1:other', 'discussion'), of('mtg:1', 'day', null), of('com:1', 'due', null));
  expect(typed.filter((conflict) => !canBeWritten(conflict))).toEqual([]);
  expect(
    ['2023-06-30', '30 de junio', '', '2023-02-30'].map((day) =>
      writtenValue(aPlan(), of('com:1', 'due'), day),
    ),
  ).toEqual(['2023-06-30', undefined, undefined, undefined]);
});

test('what two tablets write of a session is told by its name, and its values by theirs', async () => {
  const { a, b, copyA } = pair;
  a.use();
  const [session = ''] = (await startSeries(copyA)).sessions;
  const copyB = await handOver(a, copyA, b);
  const { departments = [] } = (await planOn(copyB)).meetings.series[0] ?? {};
  const { department } = await sessionOn(copyB, session);
  const other = departments.find(({ id }) => id !== department?.id);
  const edit = (value: string) => [{ entity: session, field: 'department', value, seen: [] }];
  valueOf(await save(copyB, edit(other?.id ?? '')));
  await openOnA();
  const plan = openPlan.plan;
  const [conflict] = openPlan.conflicts;
  if (!plan || !conflict) throw new Error('nothing to settle');
  expect(titleOf(plan, conflict)).toMatch(/^Mesa 1 · .+ · Dependencia$/);
  expect(optionsOf(conflict, TODAY).map(({ candidate }) => candidate.value)).toEqual([
    other?.name,
    department?.name,
  ]);
});

describe('an entity deleted by one and edited by another', () => {
  async function contest(): Promise<void> {
    const { a, b, copyA, copyB, indicatorId } = pair;
    a.use();
    openPlan.close();
    await openPlan.open(copyA);
    const over = openPlan.contestedDelete(indicatorId)?.over ?? null;
    valueOf(await save(copyA, [{ entity: indicatorId, field: DELETED, value: over, seen: [] }]));
    b.use();
    const seen = [{ entity: indicatorId, field: 'targetText', value: '25 actas', seen: [] }];
    valueOf(await save(copyB, seen));
    await openOnA();
  }

  test('is kept with its edit, or deleted for good, as a person says', async () => {
    await contest();
    const conflict = openPlan.conflicts.find(({ field }) => field === DELETED);
    if (!conflict) throw new Error('nothing to settle');
    const [kept, deleted] = optionsOf(conflict, TODAY);
    expect(kept?.candidate).toMatchObject({
      value: 'conservado',
      who: 'Enlace',
      remark: expect.stringContaining('25 actas') as string,
    });
    expect(deleted?.candidate).toMatchObject({ value: 'borrado', who: 'Facilitadora' });

    const place = { entity: conflict.entityId, field: DELETED };
    valueOf(await settleConflict(pair.copyA, place, deleted?.value ?? false, conflict.heads));
    expect((await planOn(pair.copyA)).indicators).toHaveLength(11);
  });
});

describe('an indicator removed with its reports and edited by another', () => {
  /** A takes a first report back, and then the indicator out of the plan; B writes its target. */
  async function contest(): Promise<void> {
    const { a, b, copyA, copyB, indicatorId } = pair;
    a.use();
    const place = { copy: copyA, indicatorId, period, seen: [] } as const;
    const [mistake] = valueOf(await recordProgress(place, { k: 'value', v: 6 }));
    valueOf(await undoCommit(copyA, mistake?.id ?? ''));
    openPlan.close();
    await openPlan.open(copyA);
    if (!openPlan.plan) throw new Error('nothing is open');
    valueOf(await save(copyA, removalOf(openPlan.plan, 'indicator', indicatorId).edits));
    b.use();
    valueOf(await save(copyB, [{ entity: indicatorId, field: 'targetText', value: '25 actas', seen: [] }]));
    await openOnA();
  }

  const reportsIn = (plan: Plan | null) =>
    plan?.indicators.find(({ id }) => id === pair.indicatorId)?.reports;

  /** What stands on A once a person has said whether it is kept. */
  async function settle(isKept: boolean): Promise<Plan> {
    const conflict = openPlan.conflicts.find(({ field }) => field === DELETED);
    if (!conflict) throw new Error('nothing to settle');
    const [kept, deleted] = optionsOf(conflict, TODAY).map(({ value }) => value);
    const value = (isKept ? kept : deleted) ?? null;
    const place = { entity: conflict.entityId, field: DELETED };
    valueOf(
      await settleConflict(pair.copyA, place, value, conflict.heads, { also: reportsBack(conflict, value) }),
    );
    return planOn(pair.copyA);
  }

  test('shows what was reported, but for what had been taken back before', async () => {
    pair.a.use();
    const before = reportsIn(await planOn(pair.copyA));
    expect(before?.get('20230101-20230331')?.report.k).toBe('value');
    await contest();
    expect(reportsIn(openPlan.plan)).toEqual(before);
    expect(reportsIn(await settle(true))).toEqual(before);
  });

  test('goes with its reports where the removal is what counts', async () => {
    await contest();
    expect(reportsIn(await settle(false))).toBeUndefined();
  });
});
