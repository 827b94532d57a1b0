import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { save } from '../../src/commands/save';
import { settleConflict, settleMany } from '../../src/commands/settleConflict';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { startPlan } from '../../src/commands/startPlan';
import { verifyEvidence } from '../../src/commands/attachEvidence';
import { setIdentity } from '../../src/commands/thisDevice';
import { undoCommits } from '../../src/commands/undo';
import { closeCut } from '../../src/commands/closeCut';
import { measurementId } from '../../src/domain/entities';
import { quartersOf } from '../../src/domain/calendar';
import type { Json } from '../../src/log/json';
import { readDecisions, readSessionsOf } from '../../src/state/decisions';
import { keepInQuarantine } from '../../src/storage/quarantine';
import { conflictsOf } from '../../src/storage/planView';
import { readCommits } from '../../src/storage/commitStore';
import { readCopyState } from '../../src/storage/stateStore';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';
import type { Tablet } from '../support/tablets';

interface Side {
  readonly tablet: Tablet;
  readonly copy: string;
}

async function handOver(from: Side, to: Tablet): Promise<Side> {
  from.tablet.use();
  const { bytes } = valueOf(await prepareSnapshot(from.copy)).file;
  to.use();
  return { tablet: to, copy: valueOf(await mergeSnapshotBytes(bytes, 'plan.json')).copy };
}

async function twoSides(): Promise<readonly [Side, Side]> {
  const [a, b] = [await aTablet(), await aTablet()];
  a.use();
  await setIdentity({ name: 'Facilitadora', role: '', department: 'OAI' });
  const calendar = quartersOf(2023);
  const copy = valueOf(await startPlan({ title: 'Plan', entityName: 'Entidad', planYear: 2023, calendar }));
  const first = { tablet: a, copy };
  b.use();
  await setIdentity({ name: 'Enlace', role: '', department: 'Hacienda' });
  return [first, await handOver(first, b)];
}

async function conflictsOn({ tablet, copy }: Side) {
  tablet.use();
  const stored = await readCopyState(copy);
  return stored ? conflictsOf(stored.log) : [];
}

async function write({ tablet, copy }: Side, names: readonly string[], value: string, inSession = '') {
  tablet.use();
  const edits = names.map((entity) => ({ entity, field: 'name', value, seen: [] }));
  return valueOf(await save(copy, edits, inSession ? { in: inSession } : {}));
}

const ACTIVITIES = Array.from({ length: 620 }, (_, at) => `act:${at}`);

describe('many differences settled at once', () => {
  let sides: readonly [Side, Side];
  beforeEach(async () => {
    sides = await twoSides();
  });

  test('are one act of commits of at most 500 fields, and none is left on any tablet', async () => {
    const [a, b] = sides;
    await write(a, ACTIVITIES, 'uno');
    await write(b, ACTIVITIES, 'dos', 'mtg:1');
    await handOver(b, a.tablet);
    const conflicts = await conflictsOn(a);
    expect(conflicts).toHaveLength(620);

    const edits = conflicts.map(({ entityId, field, heads }) => ({
      entity: entityId,
      field,
      value: 'uno',
      seen: heads,
    }));
    const commits = valueOf(await settleMany(a.copy, edits));
    const sizes = commits.map(({ ops }) => ops.reduce((sum, { set }) => sum + Object.keys(set).length, 0));
    expect(sizes).toEqual([500, 120]);
    expect(commits.map(({ why, src }) => [why, src])).toEqual([
      ['resolve', 'resolve'],
      ['resolve', 'resolve'],
    ]);
    expect(await conflictsOn(a)).toEqual([]);
    expect(await conflictsOn(await handOver(a, b.tablet))).toEqual([]);
    const said = (await readCommits(b.copy)).flatMap(({ ops }) => ops.map(({ set }) => set['name']));
    expect(said.filter((name) => name === 'dos')).toHaveLength(620);
  });

  test('taken back, show what was shown before they were settled, wherever it stands in the log', async () => {
    const [a, b] = sides;
    await write(a, ['act:1', 'act:2'], 'uno');
    await write(b, ['act:1', 'act:2'], 'dos');
    // A holds its own value first, B its own: what is shown is the same on both.
    await handOver(b, a.tablet);
    await handOver(a, b.tablet);
    for (const side of sides) {
      const conflicts = await conflictsOn(side);
      const shown = conflicts.map(({ heads }) => heads[0]?.value);
      const edits = conflicts.map(({ entityId, field, heads }) => {
        return { entity: entityId, field, value: 'tres', seen: heads };
      });
      const settled = valueOf(await settleMany(side.copy, edits));
      valueOf(
        await undoCommits(
          side.copy,
          settled.map(({ id }) => id),
        ),
      );
      const log = (await readCopyState(side.copy))!.log;
      const now = conflicts.map(({ entityId }) =>
        log.flatMap((bucket) => bucket.get(entityId)?.get('name')?.heads[0]?.value ?? []),
      );
      expect(now.flat()).toEqual(shown);
    }
  });

  test('are told afterwards: who decided, and each value that was not kept with its session', async () => {
    const [a, b] = sides;
    await write(a, ['act:1'], 'uno');
    await write(b, ['act:1'], 'dos', 'mtg:1');
    await handOver(b, a.tablet);
    const [conflict] = await conflictsOn(a);
    if (!conflict) throw new Error('no conflict');
    const place = { entity: 'act:1', field: 'name' };
    expect([
      ...(
        await readSessionsOf(
          a.copy,
          conflict.heads.map(({ id }) => id),
        )
      ).values(),
    ]).toEqual(['mtg:1']);
    expect(await readDecisions(a.copy)).toEqual([]);
    valueOf(await settleConflict(a.copy, place, 'uno', conflict.heads));
    // A value written over another one is no decision.
    valueOf(await save(a.copy, [{ ...place, value: 'cuatro', seen: await seenIn(a.copy, 'act:1', 'name') }]));

    const decisions = await readDecisions(a.copy);
    expect(decisions.map(({ entity, field, value }) => [entity, field, value])).toEqual([
      ['act:1', 'name', 'uno'],
    ]);
    expect(decisions[0]?.lost.map(({ value, session }) => [value, session])).toEqual([['dos', 'mtg:1']]);
    // The other tablet tells the same, once both have all.
    const other = await handOver(a, b.tablet);
    expect(await readDecisions(other.copy)).toEqual(decisions);
  });

  test('are not told of a change that was left aside', async () => {
    const [a, b] = sides;
    await write(a, ['act:1'], 'uno');
    await write(b, ['act:1'], 'dos');
    await handOver(b, a.tablet);
    const [conflict] = await conflictsOn(a);
    const place = { entity: 'act:1', field: 'name' };
    const settled = valueOf(await settleConflict(a.copy, place, 'uno', conflict?.heads ?? []));
    expect(await readDecisions(a.copy)).toHaveLength(1);
    const raw = JSON.parse(JSON.stringify(settled.at(-1))) as Json;
    await keepInQuarantine(a.copy, [{ key: 'k', reason: 'collision', raw }]);
    expect(await readDecisions(a.copy)).toEqual([]);
  });

  test('two who write the same apart decided nothing', async () => {
    const [a, b] = sides;
    await write(a, ['act:1'], 'uno');
    await write(b, ['act:1'], 'uno');
    await handOver(b, a.tablet);
    expect(await conflictsOn(a)).toEqual([]);
    valueOf(
      await save(a.copy, [
        { entity: 'act:1', field: 'name', value: 'dos', seen: await seenIn(a.copy, 'act:1', 'name') },
      ]),
    );
    expect(await readDecisions(a.copy)).toEqual([]);
  });

  test('two who verify the same file agree, and one touch takes both back', async () => {
    const [a, b] = sides;
    a.tablet.use();
    const file = { sha256: 'f'.repeat(64), size: 1, mime: 'image/png', name: 'foto.png' };
    valueOf(await save(a.copy, [{ entity: 'evi:1', field: 'file', value: file, seen: [] }]));
    await handOver(a, b.tablet);
    const seenFile = { id: 'evi:1', file: { ...file, original: null }, seen: [] };
    for (const side of sides) {
      side.tablet.use();
      valueOf(await verifyEvidence(side.copy, seenFile, true));
    }
    await handOver(b, a.tablet);
    expect(await conflictsOn(a)).toEqual([]);
    const seen = await seenIn(a.copy, 'evi:1', 'verification');
    expect(seen).toHaveLength(2);
    valueOf(await verifyEvidence(a.copy, { ...seenFile, seen }, false));
    expect(await conflictsOn(a)).toEqual([]);
    // Of another file it is another thing that is said.
    b.tablet.use();
    const other = { ...seenFile, file: { ...seenFile.file, sha256: 'a'.repeat(64) } };
    valueOf(
      await verifyEvidence(b.copy, { ...other, seen: await seenIn(b.copy, 'evi:1', 'verification') }, true),
    );
    await handOver(b, a.tablet);
    expect((await conflictsOn(a)).map(({ field }) => field)).toEqual(['verification']);
  });
});

test('of a closed cut none is settled without a reason, and nothing else with them', async () => {
  const [a, b] = [await aTablet(), await aTablet()];
  a.use();
  await setIdentity({ name: 'Facilitadora', role: '', department: 'OAI' });
  const copy = await loadExample();
  const plan = await planOn(copy);
  const side = { tablet: a, copy };
  const other = await handOver(side, b);
  const [first, second] = plan.indicators.map(({ id }) => measurementId(id, '20230401-20230630'));
  const report = (v: number) => ({ k: 'value', v });
  for (const [{ tablet, copy: held }, v] of [
    [side, 5],
    [other, 6],
  ] as const) {
    tablet.use();
    const edits = [first, second].map((entity = '') => {
      return { entity, field: 'report', value: report(v), seen: [] };
    });
    valueOf(await save(held, edits));
  }
  await handOver(other, a);
  valueOf(await closeCut({ copy, period: '20230401-20230630', date: '2023-06-30', seen: [] }));
  const conflicts = await conflictsOn(side);
  expect(conflicts).toHaveLength(2);
  const edits = conflicts.map(({ entityId, field, heads }) => {
    return { entity: entityId, field, value: report(6), seen: heads };
  });
  const refused = await settleMany(copy, edits);
  expect(refused.ok ? '' : refused.problem.code).toBe('closedPeriod');
  expect(await conflictsOn(side)).toHaveLength(2);
  const settled = valueOf(await settleMany(copy, edits, 'Así consta en el acta'));
  expect(settled.map(({ why }) => why)).toEqual(['Así consta en el acta']);
  expect(await conflictsOn(side)).toEqual([]);
  expect((await readDecisions(copy)).map(({ why }) => why)).toContain('Así consta en el acta');
});

test('whoever wins, after settling all at once no tablet has a conflict and every change is still in the log', async () => {
  const edit = fc.record({
    side: fc.constantFrom(0, 1),
    entity: fc.constantFrom('act:1', 'act:2', 'itm:1', 'ind:1'),
    value: fc.constantFrom('uno', 'dos', 'tres'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 12 }), fc.nat(), async (edits, chosen) => {
      const sides = await twoSides();
      const [a, b] = sides;
      const written: string[] = [];
      for (const { side, entity, value } of edits) {
        const { tablet, copy } = side === 0 ? a : b;
        tablet.use();
        const seen = await seenIn(copy, entity, 'name');
        const saved = valueOf(await save(copy, [{ entity, field: 'name', value, seen }]));
        written.push(...saved.map(({ id }) => id));
      }
      await handOver(b, a.tablet);
      const conflicts = await conflictsOn(a);
      valueOf(
        await settleMany(
          a.copy,
          conflicts.map(({ entityId, field, heads }) => {
            const value = heads[chosen % heads.length]?.value ?? null;
            return { entity: entityId, field, value, seen: heads };
          }),
        ),
      );
      await handOver(a, b.tablet);
      for (const side of sides) {
        expect(await conflictsOn(side)).toEqual([]);
        const ids = new Set((await readCommits(side.copy)).map(({ id }) => id));
        expect(written.filter((id) => !ids.has(id))).toEqual([]);
      }
      a.tablet.use();
      const decided = (await readDecisions(a.copy)).map(({ entity }) => entity).sort();
      expect(decided).toEqual(conflicts.map(({ entityId }) => entityId).sort());
    }),
    { numRuns: 12 },
  );
}, 60_000);
