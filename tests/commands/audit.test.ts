import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { writeAuditFinding } from '../../src/commands/auditFinding';
import { checkAudited, openForAudit } from '../../src/commands/auditWork';
import { changePlan } from '../../src/commands/changePlan';
import { prepareFindings } from '../../src/commands/exportFindings';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { recordProgress } from '../../src/commands/recordProgress';
import { removeCopy } from '../../src/commands/removeCopy';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { setIdentity } from '../../src/commands/thisDevice';
import { AUDIT_KINDS } from '../../src/domain/auditFindings';
import { auditSample } from '../../src/domain/auditTrail';
import { DELETED, measurementId } from '../../src/domain/entities';
import { deleteOperation } from '../../src/log/deletes';
import { entitiesOf, entityOf } from '../../src/log/state';
import { auditFindingsIn } from '../../src/state/auditFindings';
import { readEverSaid } from '../../src/state/auditTrail';
import { readCommits } from '../../src/storage/commitStore';
import { findCopyOfPlan, listCopies, readCopy } from '../../src/storage/copies';
import { listExchanges } from '../../src/storage/exchanges';
import { readCopyState } from '../../src/storage/stateStore';
import { T1, T2 } from '../support/builders';
import { damageLine } from '../support/damage';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';
import type { Tablet } from '../support/tablets';

const AUDITOR = { name: 'Luz Marina Gil', role: 'Control interno', department: 'OCI' };

let home: Tablet;
let plan = '';

beforeEach(async () => {
  home = await aTablet();
  home.use();
  plan = await loadExample();
});

async function snapshotText(): Promise<string> {
  return new TextDecoder().decode(valueOf(await prepareSnapshot(plan)).file.bytes);
}

/** What home hands over, opened for audit on a tablet of its own, which is then in use. */
async function audited(text?: string): Promise<string> {
  const bytes = text ?? (await snapshotText());
  (await aTablet()).use();
  await setIdentity(AUDITOR);
  return valueOf(await openForAudit(new File([bytes], 'plan.json.txt'))).copy;
}

async function stateOf(copy: string) {
  const stored = await readCopyState(copy);
  if (!stored) throw new Error(`no copy ${copy}`);
  return stored.log;
}

async function rowH(copy: string): Promise<string> {
  return measurementId((await planOn(copy)).indicators[7]?.id ?? '', T1);
}

/** Takes back the finding that says this. */
async function withdraw(copy: string, text: string): Promise<void> {
  const log = await stateOf(copy);
  const entity = auditFindingsIn(log).find((one) => one.text === text)?.id ?? '';
  const { value = {}, over = [] } =
    deleteOperation(entity, entityOf(log, entity) ?? new Map()).fields[DELETED] ?? {};
  valueOf(await changePlan(copy, [{ entity, field: DELETED, value, seen: over }]));
}

/** The findings of an audited copy, as a file that any tablet opens. */
async function findingsFile(copy: string): Promise<Uint8Array> {
  return valueOf(await prepareFindings(copy)).file.bytes;
}

describe('a copy that is audited', () => {
  test('stands beside the plan that is kept, says the same, and is merged into by nobody', async () => {
    const text = await snapshotText();
    const copy = valueOf(await openForAudit(new File([text], 'plan.json'))).copy;
    const again = valueOf(await openForAudit(new File([text], 'plan.json'))).copy;
    expect((await listCopies()).map(({ kind }) => kind).sort()).toEqual(['audited', 'audited', 'kept']);
    expect(await planOn(copy)).toEqual(await planOn(plan));
    expect((await findCopyOfPlan((await readCopy(plan))?.plan ?? ''))?.copy).toBe(plan);
    const devices = await Promise.all([plan, copy, again].map(async (one) => (await readCopy(one))?.device));
    expect(new Set(devices).size).toBe(3);

    const indicatorId = (await planOn(plan)).indicators[3]?.id ?? '';
    valueOf(await recordProgress({ copy: plan, indicatorId, period: T2, seen: [] }, { k: 'value', v: 5 }));
    valueOf(await mergeSnapshotBytes(new TextEncoder().encode(await snapshotText()), 'plan.json'));
    expect((await readCommits(copy)).length).toBe((await readCommits(again)).length);
    expect((await planOn(copy)).indicators[3]?.reports.get(T2)?.report).not.toEqual({ k: 'value', v: 5 });
  });

  test('refuses every write but a finding, with a way out', async () => {
    const copy = await audited();
    const seen = await seenIn(copy, 'plan', 'title');
    const edit = { entity: 'plan', field: 'title', value: 'Otro', seen };
    const before = await readCommits(copy);
    expect(await changePlan(copy, [edit])).toEqual({ ok: false, problem: { code: 'auditedCopy' } });
    const about = await rowH(copy);
    const both = [edit, { entity: 'aud:1', field: 'text', value: 'algo', seen: [] }];
    expect(await changePlan(copy, both)).toEqual({ ok: false, problem: { code: 'auditedCopy' } });
    expect(await readCommits(copy)).toEqual(before);
    valueOf(await writeAuditFinding(copy, { about, kind: 'finding', text: 'Fracción', sample: null }));
    const own = (await readCommits(copy)).slice(before.length);
    expect(own.map(({ id }) => id.split('.')[0])).toEqual([(await readCopy(copy))?.ownDevice]);
    expect(await removeCopy(copy)).toMatchObject({ problem: { code: 'copyNeeded', changes: 1 } });
  });

  test('of a plan whose year is closed takes findings all the same', async () => {
    const lock = { plan: 'pl_next', year: 2024, day: '2024-01-02' };
    valueOf(await changePlan(plan, [{ entity: 'plan', field: 'closedFor', value: lock, seen: [] }]));
    const copy = await audited();
    expect((await planOn(copy)).closedFor).toMatchObject({ year: 2024 });
    const about = await rowH(copy);
    valueOf(await writeAuditFinding(copy, { about, kind: 'finding', text: 'Fracción', sample: null }));
  });

  test('that holds nothing of the auditor can be taken off at once', async () => {
    const copy = await audited();
    expect(await removeCopy(copy)).toEqual({ ok: true, value: null });
  });

  test('says how many changes are whole, altered and missing', async () => {
    const title = {
      entity: 'plan',
      field: 'title',
      value: 'Otro',
      seen: await seenIn(plan, 'plan', 'title'),
    };
    valueOf(await changePlan(plan, [title]));
    const text = await snapshotText();
    const whole = await audited(text);
    const commits = (await readCommits(whole)).length;
    expect(valueOf(await checkAudited(whole))).toMatchObject({ commits, altered: 0, gaps: [] });
    valueOf(await writeAuditFinding(whole, { about: 'plan', kind: 'finding', text: 'Algo', sample: null }));
    expect(valueOf(await checkAudited(whole))).toMatchObject({ commits, file: 'plan.json.txt' });

    const parsed = JSON.parse(text) as { log: { id: string; at: string }[] };
    const lastAt = parsed.log.length - 1;
    const altered = parsed.log.map((one, at) => (at === lastAt ? { ...one, by: 'per:otro' } : one));
    const copy = await audited(JSON.stringify({ ...parsed, log: altered }));
    const check = valueOf(await checkAudited(copy));
    expect(check).toMatchObject({ commits: commits - 1, altered: 1, aside: 1 });
    const seq = Number(parsed.log[lastAt]?.id.split('.')[1]);
    expect(check.gaps).toMatchObject([{ from: seq, to: seq }]);
  });

  test('counts a line that the disk broke as altered, also where it is no commit any more', async () => {
    const copy = await audited();
    const { length } = await readCommits(copy);
    await damageLine(copy, 0, 0);
    expect(valueOf(await checkAudited(copy))).toMatchObject({ commits: length - 1, altered: 1, aside: 0 });
  });

  test('was received when it was opened, whenever the file was made', async () => {
    const text = await snapshotText();
    const { exportedAt } = JSON.parse(text) as { exportedAt: string };
    const old = text.replace(exportedAt, '2020-01-01T00:00:00.000Z');
    const opened = new Date().toISOString();
    const [receipt, ...others] = await listExchanges(await audited(old));
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({ way: 'received', how: 'picked', file: 'plan.json.txt' });
    expect((receipt?.at ?? '') >= opened).toBe(true);
  });

  test('refuses a file of which nothing verifies, and keeps nothing of it', async () => {
    const parsed = JSON.parse(await snapshotText()) as { log: object[] };
    const log = parsed.log.map((one) => ({ ...one, by: 'per:otro' }));
    (await aTablet()).use();
    const opened = await openForAudit(new File([JSON.stringify({ ...parsed, log })], 'plan.json'));
    expect(opened).toEqual({ ok: false, problem: { code: 'snapshotAltered', file: 'plan.json' } });
    expect(await listCopies()).toEqual([]);
  });

  test('draws the same sample by the same seed as the plan at home', async () => {
    const draw = async (copy: string) => {
      const everSaid = await readEverSaid(copy);
      return auditSample(await planOn(copy), '2023-12-31', { seed: 'k3x9', size: 5, everSaid });
    };
    const there = await draw(plan);
    const drawn = await draw(await audited());
    expect(drawn).toHaveLength(5);
    expect(drawn).toEqual(there);
  });
});

describe('an audit finding', () => {
  test('needs words and a name, and says who wrote it of what', async () => {
    const copy = await audited();
    const about = await rowH(copy);
    const given = { about, kind: 'finding', text: ' ', sample: null } as const;
    expect(await writeAuditFinding(copy, given)).toMatchObject({ problem: { code: 'findingEmpty' } });
    await setIdentity({ name: '', role: '', department: '' });
    const unsigned = await writeAuditFinding(copy, { ...given, text: 'Algo' });
    expect(unsigned).toMatchObject({ problem: { code: 'nameNeeded', for: 'audit' } });
    const sample = { seed: 'k3x9', size: 5 };
    valueOf(await writeAuditFinding(copy, { ...given, text: ' Fracción ', sample }, 'Luz Marina'));
    const [finding] = auditFindingsIn(await stateOf(copy));
    expect(finding).toMatchObject({ about, kind: 'finding', text: 'Fracción', sample, answer: '' });
    expect(finding?.name).toBe('Luz Marina');
  });

  test('travels on its own, is answered at home, and one that was taken back is not told', async () => {
    const copy = await audited();
    const about = await rowH(copy);
    for (const text of ['Fracción en unidad de conteo', 'Retirado'])
      valueOf(await writeAuditFinding(copy, { about, kind: 'finding', text, sample: null }));
    await withdraw(copy, 'Retirado');
    const file = await findingsFile(copy);

    home.use();
    const merged = valueOf(await mergeSnapshotBytes(file, 'hallazgos.json'));
    expect(merged).toMatchObject({ copy: plan, added: 3, conflicts: 0, quarantined: 0, gaps: [] });
    const [finding, ...rest] = auditFindingsIn(await stateOf(plan));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ text: 'Fracción en unidad de conteo', answered: null });
    const id = finding?.id ?? '';
    const answer = { entity: id, field: 'answer', value: 'Se corrigió a 2', seen: [] };
    valueOf(await changePlan(plan, [answer]));
    const [answered] = auditFindingsIn(await stateOf(plan));
    const by = { device: (await readCopy(plan))?.device };
    expect(answered).toMatchObject({ id, answer: 'Se corrigió a 2', answered: by });
  });

  test(
    'changes nothing of the plan that it is merged into, whatever was written',
    { timeout: 60_000 },
    async () => {
      const indicators = (await planOn(plan)).indicators.map(({ id }) => id);
      const given = fc.record({
        about: fc.constantFrom('plan', ...indicators, measurementId(indicators[7] ?? '', T1)),
        kind: fc.constantFrom(...AUDIT_KINDS),
        text: fc.string({ minLength: 1 }).map((text) => `${text}.`),
        sample: fc.option(
          fc.record({ seed: fc.string({ minLength: 1 }), size: fc.integer({ min: 1, max: 200 }) }),
        ),
      });
      const text = await snapshotText();
      await fc.assert(
        fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 4 }), async (findings) => {
          const copy = await audited(text);
          for (const finding of findings) valueOf(await writeAuditFinding(copy, finding));
          const there = auditFindingsIn(await stateOf(copy)).map(({ id }) => id);
          const file = await findingsFile(copy);
          home.use();
          const [before, figures] = [await stateOf(plan), await planOn(plan)];
          const known = new Set([...entitiesOf(before, 'aud:')].map(([id]) => id));
          valueOf(await mergeSnapshotBytes(file, 'hallazgos.json'));
          const after = await stateOf(plan);
          const changed = [...entitiesOf(after)].filter(([id, one]) => entityOf(before, id) !== one);
          const differing = changed.filter(
            ([id, one]) => JSON.stringify([...one]) !== JSON.stringify([...(entityOf(before, id) ?? [])]),
          );
          expect(differing.every(([id]) => id.startsWith('aud:'))).toBe(true);
          expect(await planOn(plan)).toEqual(figures);
          const arrived = auditFindingsIn(after).map(({ id }) => id);
          expect(arrived.filter((id) => !known.has(id)).toSorted()).toEqual(there.toSorted());
        }),
        { numRuns: 10 },
      );
    },
  );
});
