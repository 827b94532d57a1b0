import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { keepEvidence } from '../../src/commands/attachEvidence';
import { changePlan } from '../../src/commands/changePlan';
import { closeCut } from '../../src/commands/closeCut';
import { commitDrafts, keepDraft } from '../../src/commands/keepDraft';
import { recordNote, recordProgress } from '../../src/commands/recordProgress';
import { reopenCut } from '../../src/commands/reopenCut';
import { settleConflict } from '../../src/commands/settleConflict';
import { setIdentity } from '../../src/commands/thisDevice';
import { undoCommit } from '../../src/commands/undo';
import { CLOSED, closedCutOf, cutId, isSaidIn } from '../../src/domain/cuts/closedCuts';
import { rectificationOf } from '../../src/domain/cuts/rectification';
import { compareCuts } from '../../src/domain/cuts/compareCuts';
import { measurementId } from '../../src/domain/entities';
import { DELETED, deleteOperation } from '../../src/log/deletes';
import { closureOf, outsideOf, verifySeal } from '../../src/log/seal';
import { rowsTypedIn } from '../../src/state/drafts';
import { readHistory } from '../../src/state/history';
import { readCommits } from '../../src/storage/commitStore';
import { db } from '../../src/storage/database';
import { readDrafts } from '../../src/storage/drafts';
import { readEntity } from '../../src/storage/stateStore';
import { readIdentity } from '../../src/storage/settings';
import { T1, T2 } from '../support/builders';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';

const ANA = { name: 'Ana Pérez', role: '', department: '' };
const MARCH = '2023-03-31';

beforeEach(async () => {
  (await aTablet()).use();
  await setIdentity(ANA);
});

async function closeFirst(copy: string) {
  const seen = await seenIn(copy, cutId(T1), CLOSED);
  return closeCut({ copy, period: T1, date: MARCH, seen });
}

async function cutOn(copy: string, period = T1) {
  const cut = closedCutOf(await planOn(copy), period);
  if (!cut) throw new Error('the period is open');
  return cut;
}

async function rowFour(copy: string) {
  const indicator = (await planOn(copy)).indicators[3];
  if (!indicator) throw new Error('the seed has 12 rows');
  const entity = measurementId(indicator.id, T1);
  const seen = await seenIn(copy, entity, 'report');
  return { entity, place: { copy, indicatorId: indicator.id, period: T1, seen } };
}

async function linesOn(copy: string): Promise<string[]> {
  return (await readCommits(copy)).map((commit) => JSON.stringify(commit));
}

describe('closing a period', () => {
  test('seals every commit held and freezes the figures, in one commit that is no member', async () => {
    const copy = await loadExample();
    const held = await readCommits(copy);
    const [commit, ...more] = valueOf(await closeFirst(copy));
    expect(more).toEqual([]);
    const cut = await cutOn(copy);
    expect(cut).toMatchObject({ period: T1, date: MARCH, n: held.length, without: [] });
    expect(cut.frozen.overall.value).toBeCloseTo(40.9, 1);
    const { members } = closureOf(cut, new Map((await readCommits(copy)).map((one) => [one.id, one])));
    expect([...members].sort()).toEqual(held.map(({ id }) => id).sort());
    expect(members.has(commit?.id ?? '')).toBe(false);
    expect(verifySeal(cut, await linesOn(copy))).toEqual({ kind: 'intact' });
  });

  test('is refused a second time, and nothing is written', async () => {
    const copy = await loadExample();
    valueOf(await closeFirst(copy));
    const before = await readCommits(copy);
    expect(await closeFirst(copy)).toEqual({ ok: false, problem: { code: 'cutClosed', date: MARCH } });
    expect(await readCommits(copy)).toEqual(before);
  });

  test('needs a day of the period', async () => {
    const copy = await loadExample();
    for (const date of ['2022-12-31', '2023-04-01'] as const) {
      expect(await closeCut({ copy, period: T1, date, seen: [] })).toMatchObject({
        problem: { code: 'cutOutsidePeriod' },
      });
    }
    const other = { copy, period: '20230101-20230630', date: MARCH, seen: [] } as const;
    expect(await closeCut(other)).toMatchObject({ problem: { code: 'cutOutsidePeriod' } });
  });

  test('carries a name, which may be given with it', async () => {
    const copy = await loadExample();
    await setIdentity({ ...ANA, name: '' });
    expect(await closeFirst(copy)).toMatchObject({ problem: { code: 'nameNeeded', for: 'closing' } });
    valueOf(await closeCut({ copy, period: T1, date: MARCH, seen: [], givenName: ' Berta ' }));
    expect((await readIdentity()).name).toBe('Berta');
    const [change] = await readHistory(copy, [cutId(T1)]);
    expect(change?.by).toMatch(/^per:/);
  });

  test('of a plan that is not here says so', async () => {
    expect(await closeCut({ copy: 'gone', period: T1, date: MARCH, seen: [] })).toMatchObject({
      problem: { code: 'planNotFound' },
    });
  });
});

describe('what is said of a closed period', () => {
  test('needs a reason, and the problem says what was sealed', async () => {
    const copy = await loadExample();
    valueOf(await closeFirst(copy));
    const { place } = await rowFour(copy);
    const before = await readCommits(copy);
    const refused = await recordProgress(place, { k: 'value', v: 5 });
    expect(refused).toMatchObject({ problem: { code: 'closedPeriod', date: MARCH } });
    expect(await recordNote(place, 'remark', 'tarde')).toMatchObject({ problem: { code: 'closedPeriod' } });
    expect(await recordProgress(place, { k: 'value', v: 5 }, '  ')).toMatchObject({ ok: false });
    expect(await readCommits(copy)).toEqual(before);
  });

  test('with its reason stands beside the sealed figure, and the seal is intact', async () => {
    const copy = await loadExample();
    valueOf(await closeFirst(copy));
    const { place, entity } = await rowFour(copy);
    const [late] = valueOf(await recordProgress(place, { k: 'value', v: 5 }, 'Faltaban tres actas'));
    valueOf(await recordNote(place, 'remark', 'Cinco actas', 'Faltaban tres actas'));
    const plan = await planOn(copy);
    const cut = await cutOn(copy);
    expect(cut.frozen.overall.value).toBeCloseTo(40.9, 1);
    const rectified = rectificationOf(plan, cut);
    expect(rectified?.after).toBeCloseTo(42.1, 1);
    expect(rectified?.difference).toBeCloseTo(1.2, 1);
    expect(verifySeal(cut, await linesOn(copy))).toEqual({ kind: 'intact' });
    const commits = await readCommits(copy);
    const { members } = closureOf(cut, new Map(commits.map((one) => [one.id, one])));
    const outside = outsideOf(members, commits, (one) => isSaidIn(T1, one));
    expect(outside.map(({ why }) => why)).toEqual(['Faltaban tres actas', 'Faltaban tres actas']);
    expect(outside[0]?.id).toBe(late?.id);
    const history = await readHistory(copy, [entity]);
    expect(history.filter(({ field }) => field === 'report').map(({ value }) => value)).toEqual([
      { k: 'value', v: 5 },
      { k: 'value', v: 2 },
    ]);
  });

  test('in an open period asks for nothing', async () => {
    const copy = await loadExample();
    valueOf(await closeFirst(copy));
    const { place } = await rowFour(copy);
    valueOf(await recordProgress({ ...place, period: T2, seen: [] }, { k: 'value', v: 5 }));
    expect(rectificationOf(await planOn(copy), await cutOn(copy))).toBeNull();
  });

  test('by a change of the plan needs a reason as well; what was planned for it does not', async () => {
    const copy = await loadExample();
    valueOf(await closeFirst(copy));
    const { entity, place } = await rowFour(copy);
    const edit = { entity, field: 'report', value: { k: 'notReported' }, seen: place.seen } as const;
    expect(await changePlan(copy, [edit])).toMatchObject({ problem: { code: 'closedPeriod' } });
    valueOf(await changePlan(copy, [{ entity, field: 'planned', value: 3, seen: [] }]));
    valueOf(await changePlan(copy, [edit], 'No se había reportado'));
  });

  test('is not taken back without a reason', async () => {
    const copy = await loadExample();
    const { place, entity } = await rowFour(copy);
    const [sealed] = valueOf(await recordProgress(place, { k: 'value', v: 5 }));
    valueOf(await closeFirst(copy));
    const before = await readCommits(copy);
    const id = sealed?.id ?? '';
    expect(await undoCommit(copy, id)).toMatchObject({ problem: { code: 'closedPeriod', date: MARCH } });
    expect(await undoCommit(copy, id, ' ')).toMatchObject({ problem: { code: 'closedPeriod' } });
    expect(await readCommits(copy)).toEqual(before);
    valueOf(await undoCommit(copy, id, 'Se contó dos veces'));
    const [last] = await readHistory(copy, [entity]);
    expect(last).toMatchObject({ field: 'report', value: { k: 'value', v: 2 }, why: 'Se contó dos veces' });
  });

  test('is not settled without a reason where two wrote it', async () => {
    const copy = await loadExample();
    const { place, entity } = await rowFour(copy);
    valueOf(await closeFirst(copy));
    const settle = (reason?: string) =>
      settleConflict(copy, { entity, field: 'report' }, { k: 'value', v: 3 }, place.seen, {
        ...(reason === undefined ? {} : { reason }),
      });
    expect(await settle()).toMatchObject({ problem: { code: 'closedPeriod' } });
    valueOf(await settle('El acta dice tres'));
    expect((await readHistory(copy, [entity]))[0]).toMatchObject({ why: 'El acta dice tres' });
  });

  test('neither loses its report nor its evidence, nor gets any, without a reason', async () => {
    const copy = await loadExample();
    valueOf(await closeFirst(copy));
    const { entity, place } = await rowFour(copy);
    const known = (await readEntity(copy, entity)) ?? new Map();
    const deletion = deleteOperation(entity, known).fields[DELETED];
    const removal = { entity, field: DELETED, value: deletion?.value ?? null, seen: deletion?.over ?? [] };
    const served = `serves/${entity}`;
    const inJune = `serves/${measurementId(place.indicatorId, T2)}`;
    const serves = (field: string, value: boolean) => [{ entity: 'evi:acta', field, value, seen: [] }];
    for (const edits of [[removal], serves(served, false), serves(served, true)]) {
      expect(await changePlan(copy, edits)).toMatchObject({ problem: { code: 'closedPeriod' } });
      expect(await changePlan(copy, edits, ' ')).toMatchObject({ problem: { code: 'closedPeriod' } });
      valueOf(await changePlan(copy, edits, 'Llegó después'));
    }
    valueOf(await changePlan(copy, serves(inJune, true)));
  });

  test('with a refused file keeps no byte of it', async () => {
    const copy = await loadExample();
    valueOf(await closeFirst(copy));
    const { entity } = await rowFour(copy);
    const facts = {
      original: null,
      name: 'acta.pdf',
      sha256: 'f'.repeat(64),
      size: 3,
      mime: 'application/pdf',
    };
    const prepared = { facts, bytes: new Uint8Array([1, 2, 3]).buffer };
    expect(await keepEvidence(copy, entity, prepared)).toMatchObject({ problem: { code: 'closedPeriod' } });
    expect(await db().blobs.count()).toBe(0);
    valueOf(await keepEvidence(copy, entity, prepared, {}, 'El acta se firmó en abril'));
    expect(await db().blobs.count()).toBe(1);
  });

  test('that was being typed when the app closed stays a draft until somebody says why', async () => {
    const copy = await loadExample();
    const { entity, place } = await rowFour(copy);
    const value = { k: 'value', v: 5 } as const;
    valueOf(await keepDraft({ copy, entity, field: 'report', value, seen: place.seen, isReady: true }));
    valueOf(await closeFirst(copy));
    const asked = { copy, entity, field: 'remark', value: 'Tres actas', seen: [], isReady: false };
    valueOf(await keepDraft(asked));
    expect(valueOf(await commitDrafts(copy))).toEqual({
      recorded: 0,
      waiting: 2,
      waitingIn: T1,
      closedFor: null,
    });
    expect(await readDrafts(copy)).toMatchObject([{ value: 'Tres actas' }, { entity, value }]);
    expect(await rowsTypedIn(copy, T1)).toEqual([place.indicatorId]);
    expect(await rowsTypedIn(copy, T2)).toEqual([]);
  });
});

describe('opening a period again', () => {
  test('asks a reason, and stays in the history beside the cut', async () => {
    const copy = await loadExample();
    valueOf(await closeFirst(copy));
    const seen = await seenIn(copy, cutId(T1), CLOSED);
    expect(await reopenCut(copy, T1, ' ', seen)).toMatchObject({ problem: { code: 'reasonNeeded' } });
    valueOf(await reopenCut(copy, T1, 'Se selló antes de tiempo', seen));
    expect((await planOn(copy)).cuts).toEqual([]);
    const { place } = await rowFour(copy);
    valueOf(await recordProgress(place, { k: 'value', v: 5 }));
    valueOf(await closeFirst(copy));
    expect((await cutOn(copy)).frozen.overall.value).toBeCloseTo(42.1, 1);
    const history = await readHistory(copy, [cutId(T1)]);
    expect(history.map(({ why, value }) => [why, value === null])).toEqual([
      ['', false],
      ['Se selló antes de tiempo', true],
      ['', false],
    ]);
  });

  test('by taking the closing back lets it be closed again', async () => {
    const copy = await loadExample();
    const [commit] = valueOf(await closeFirst(copy));
    valueOf(await undoCommit(copy, commit?.id ?? ''));
    expect((await planOn(copy)).cuts).toEqual([]);
    valueOf(await closeFirst(copy));
    expect((await planOn(copy)).cuts).toHaveLength(1);
  });
});

test('the cuts of March and June are compared by what moved', async () => {
  const copy = await loadExample();
  valueOf(await closeFirst(copy));
  const { place } = await rowFour(copy);
  valueOf(await recordProgress({ ...place, period: T2, seen: [] }, { k: 'value', v: 5 }));
  valueOf(await closeCut({ copy, period: T2, date: '2023-06-30', seen: [] }));
  const compared = compareCuts((await cutOn(copy)).frozen, (await cutOn(copy, T2)).frozen);
  // Row ten had no class in March: it had not started.
  expect(compared.moves.map(({ before }) => before?.number)).toEqual(['4', '10']);
  expect(compared.difference).toBeCloseTo(100 * (5 / 21 / 12), 6);
});
