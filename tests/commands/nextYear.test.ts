import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openForAudit } from '../../src/commands/auditWork';
import { changePlan } from '../../src/commands/changePlan';
import { closeCut } from '../../src/commands/closeCut';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { commitDrafts, keepDraft } from '../../src/commands/keepDraft';
import { openNextYear, reopenYear, takeBackNextYear } from '../../src/commands/nextYear';
import type { NextYearMade } from '../../src/commands/nextYear';
import { recordProgress } from '../../src/commands/recordProgress';
import { removeCopy } from '../../src/commands/removeCopy';
import { save } from '../../src/commands/save';
import { settleConflict } from '../../src/commands/settleConflict';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { setIdentity } from '../../src/commands/thisDevice';
import { undoCommits } from '../../src/commands/undo';
import { measurementId } from '../../src/domain/entities';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import { allCommitments, reviewedIn } from '../../src/domain/meetings/commitments';
import { closingDays, proposeNextYear, yearResult } from '../../src/domain/nextYear/proposal';
import { planTableOf } from '../../src/domain/planTable';
import { openPlan } from '../../src/state/openPlan.svelte';
import { listCopies, markShared, readCopy } from '../../src/storage/copies';
import { readCommits } from '../../src/storage/commitStore';
import { readDrafts } from '../../src/storage/drafts';
import { setViewedOnly } from '../../src/storage/viewOnly';
import { A_SERIES, open, startSeries, write } from '../support/sessions';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';
import type { Tablet } from '../support/tablets';

const T1 = '20230101-20230331';
const YEAR_END = { day: '2023-12-31', period: null } as const;
const SOURCE = 'Resultado de la vigencia 2023';

let tablet: Tablet;
let copy: string;

beforeEach(async () => {
  tablet = await aTablet();
  tablet.use();
  await setIdentity({ name: 'Facilitadora', role: '', department: 'OAI' });
  copy = await loadExample();
});

/** The next year as it is proposed. */
async function next(from: string, closing: Parameters<typeof openNextYear>[1] = YEAR_END) {
  const plan = await planOn(from);
  const proposal = proposeNextYear(plan, yearResult(plan, closing), '2023-12-31');
  return openNextYear(from, closing, {
    title: proposal.title,
    activities: new Set(
      proposal.activities.filter(({ isFinished }) => !isFinished).map(({ activity }) => activity.id),
    ),
    commitments: new Set(proposal.commitments.map(({ id }) => id)),
    series: new Set(proposal.series.map(({ id }) => id)),
    baselineSource: SOURCE,
  });
}

async function codeOf(saving: Promise<{ readonly ok: boolean }>): Promise<string> {
  const saved = (await saving) as { ok: boolean; problem?: { code: string } };
  return saved.ok ? 'saved' : (saved.problem?.code ?? '');
}

describe('the plan of the next year', () => {
  test('has the same rows and rules a year later, numbered anew, nothing reported and nothing begun', async () => {
    const before = await planOn(copy);
    const made = valueOf(await next(copy));
    const plan = await planOn(made.copy);
    expect([plan.title, plan.planYear]).toEqual(['Plan de acción 2024', 2024]);
    expect([plan.calendar.start, plan.calendar.end]).toEqual(['2024-01-01', '2024-12-31']);
    expect(plan.scheme).toEqual(before.scheme);
    expect(plan.rollupMethod).toBe(before.rollupMethod);
    expect(plan.isExample).toBe(false);
    // Four of the twelve reached their target.
    const names = before.indicators
      .filter((_, row) => (yearResult(before, YEAR_END).attained.get(before.indicators[row]!.id) ?? 0) < 100)
      .map(({ activity }) => activity.name);
    const unnumbered = (name: string) => name.replace(/^\d+\. /, '');
    expect(plan.indicators.map(({ activity }) => unnumbered(activity.name))).toEqual(names.map(unnumbered));
    expect(plan.activities.map(({ number, name }) => name.startsWith(`${number}. `))).not.toContain(false);
    expect(plan.activities.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(plan.indicators.length).toBe(8);
    expect(plan.indicators.every(({ reports }) => reports.size === 0)).toBe(true);
    const evaluation = evaluate(planTableOf(plan), (await readCopy(made.copy))!.cut!);
    const figures = plan.indicators.map((_, row) => figureOf(evaluation, row));
    expect(new Set(figures.map(({ scheduleState }) => scheduleState))).toEqual(new Set(['notStarted']));
    expect(plan.items.map(({ number }) => number)).toEqual(
      plan.items.map((_, at) => (plan.items[at]!.number === '' ? '' : String(at + 1))),
    );
    expect((await readCopy(made.copy))?.title).toBe('Plan de acción 2024');
    for (const { id, start, end } of plan.activities) {
      const old = before.activities.find((one) => one.id === plan.lineage.get(id)?.entity);
      expect([start, end]).toEqual([old?.start, old?.end].map((day) => day?.replace('2023', '2024')));
    }
  });

  test('says of each row what it goes on from, and starts from what that came to', async () => {
    const before = await planOn(copy);
    const made = valueOf(await next(copy));
    const plan = await planOn(made.copy);
    const result = yearResult(before, YEAR_END);
    const old = new Map(before.indicators.map((one) => [one.id, one]));
    for (const indicator of plan.indicators) {
      const lineage = plan.lineage.get(indicator.id)!;
      const from = old.get(lineage.entity)!;
      expect(lineage).toMatchObject({ plan: before.id, year: 2023 });
      expect(from.deliverable).toBe(indicator.deliverable);
      expect(plan.lineage.get(indicator.activity.id)?.entity).toBe(from.activity.id);
      expect([indicator.baseline, indicator.baselineSource]).toEqual([
        result.accumulated.get(from.id),
        SOURCE,
      ]);
    }
    expect(plan.baseline).toEqual({ percent: result.overall, source: SOURCE });
  });

  test('takes the results of a closed cut as they were sealed', async () => {
    valueOf(await closeCut({ copy, period: T1, date: '2023-03-31', seen: [] }));
    const sealed = await planOn(copy);
    const row = sealed.indicators[3]!;
    const place = measurementId(row.id, T1);
    const late = [
      {
        entity: place,
        field: 'report',
        value: { k: 'value', v: 9 },
        seen: await seenIn(copy, place, 'report'),
      },
    ];
    valueOf(await changePlan(copy, late, 'Llegó tarde'));
    const plan = await planOn(copy);
    const [first] = closingDays(plan);
    expect(first).toEqual({ day: '2023-03-31', period: T1 });
    const frozen = yearResult(plan, first!);
    expect(frozen.accumulated.get(row.id)).toBe(2);
    expect(frozen.overall).toBe(plan.cuts[0]!.frozen.overall.value);
    expect(yearResult(plan, YEAR_END).accumulated.get(row.id)).toBe(9);
  });

  test('goes on with series and open commitments, which keep their day; sessions stay', async () => {
    const { sessions } = await startSeries(copy);
    const [session = ''] = sessions;
    await open(copy, session, '2023-02-10');
    for (const [id, what] of [
      ['com:open', 'Enviar el listado'],
      ['com:done', 'Ya cumplido'],
    ] as const) {
      await write(copy, session, id, 'session', session);
      await write(copy, session, id, 'what', what);
      await write(copy, session, id, 'due', '2023-06-30');
    }
    await write(copy, session, 'com:done', 'outcome', { k: 'justified', reason: 'No aplica' });
    const made = valueOf(await next(copy));
    const { meetings, lineage } = await planOn(made.copy);
    const [series] = meetings.series;
    expect(series?.name).toBe('Mesas de transformación digital 2024');
    expect([series?.start, series?.end]).toEqual(['2024-02-01', '2024-07-31']);
    expect(series?.topics.map(({ name }) => name)).toEqual(A_SERIES.topics.map(({ name }) => name));
    expect(series?.departments.map(({ name }) => name)).toHaveLength(3);
    expect(series?.sessions).toEqual([]);
    const commitments = allCommitments(meetings, '2024-01-15');
    expect(commitments.map(({ what, due }) => [what, due])).toEqual([['Enviar el listado', '2023-06-30']]);
    expect(lineage.get(commitments[0]!.id)).toMatchObject({ entity: 'com:open', year: 2023 });

    // It is looked at by the first session of its series, and goes on by itself into another year.
    const first = await startSeries(made.copy, {
      ...A_SERIES,
      name: 'Otra',
      start: '2024-02-01',
      end: '2024-06-30',
    });
    await write(made.copy, first.sessions[0]!, first.sessions[0]!, 'series', series!.id);
    const plan = await planOn(made.copy);
    const own = plan.meetings.series.find(({ id }) => id === series!.id)!.sessions[0]!;
    expect(reviewedIn(plan.meetings, own, '2024-02-05').map(({ what }) => what)).toEqual([
      'Enviar el listado',
    ]);
    const again = valueOf(await next(made.copy, { day: '2024-12-31', period: null }));
    const third = await planOn(again.copy);
    expect(third.meetings.carried.map(({ what, due }) => [what, due])).toEqual([
      ['Enviar el listado', '2023-06-30'],
    ]);
    expect(third.planYear).toBe(2025);
  });
});

test('a copy that is only looked at has no next year', async () => {
  const { bytes } = valueOf(await prepareSnapshot(copy)).file;
  const audited = valueOf(await openForAudit(new File([bytes], 'plan.json'))).copy;
  const before = await listCopies();
  expect(await codeOf(next(audited))).toBe('auditedCopy');
  setViewedOnly(copy);
  const looking = await codeOf(next(copy));
  setViewedOnly(null);
  expect(looking).toBe('readOnlyView');
  expect(await listCopies()).toEqual(before);
});

describe('the plan that the next year goes on from', () => {
  let made: NextYearMade;
  beforeEach(async () => {
    made = valueOf(await next(copy));
  });

  test('refuses every kind of edit, and says where to write', async () => {
    const plan = await planOn(copy);
    const [indicator] = plan.indicators;
    const place = { copy, indicatorId: indicator!.id, period: T1, seen: [] } as const;
    const [first] = await readCommits(copy);
    const edit = { entity: 'plan', field: 'title', value: 'Otro', seen: [] };
    expect(plan.closedFor).toMatchObject({ plan: made.plan, year: 2024 });
    for (const saving of [
      recordProgress(place, { k: 'value', v: 1 }),
      save(copy, [edit]),
      changePlan(copy, [edit], 'Con razón'),
      settleConflict(copy, { entity: 'plan', field: 'title' }, 'Otro', []),
      undoCommits(copy, [first!.id], 'Con razón'),
      closeCut({ copy, period: T1, date: '2023-03-31', seen: [] }),
      next(copy),
    ]) {
      expect(await codeOf(saving)).toBe('planYearClosed');
    }
    expect(await planOn(copy)).toEqual(plan);
  });

  test('opens again with a reason, and only with one', async () => {
    expect(await codeOf(reopenYear(copy, '  '))).toBe('reasonNeeded');
    const [reopening] = valueOf(await reopenYear(copy, 'Faltó un anexo'));
    expect(reopening?.why).toBe('Faltó un anexo');
    expect((await planOn(copy)).closedFor).toBeNull();
    const edit = { entity: 'plan', field: 'title', value: 'Otro', seen: await seenIn(copy, 'plan', 'title') };
    valueOf(await save(copy, [edit]));
  });

  test('still takes what other tablets wrote before they knew', async () => {
    const other = await aTablet();
    tablet.use();
    valueOf(await reopenYear(copy, 'Para repartir'));
    const { bytes } = valueOf(await prepareSnapshot(copy)).file;
    other.use();
    const held = valueOf(await mergeSnapshotBytes(bytes, 'plan.json')).copy;
    const edit = { entity: 'plan', field: 'objective', value: 'Otro objetivo', seen: [] };
    valueOf(await save(held, [edit]));
    const late = valueOf(await prepareSnapshot(held)).file.bytes;
    tablet.use();
    valueOf(await next(copy));
    valueOf(await mergeSnapshotBytes(late, 'plan.json'));
    const plan = await planOn(copy);
    expect(plan.objective).toBe('Otro objetivo');
    expect(plan.closedFor).not.toBeNull();
  });

  test('takes no typing, and lets what was being typed wait until it is open again', async () => {
    const indicatorId = (await planOn(copy)).indicators[3]?.id ?? '';
    const entity = measurementId(indicatorId, T1);
    const value = { k: 'value', v: 5 } as const;
    const seen = await seenIn(copy, entity, 'report');
    valueOf(await keepDraft({ copy, entity, field: 'report', value, seen, isReady: true }));
    await openPlan.open(copy);
    expect(openPlan.readOnly).toEqual({ code: 'planYearClosed', year: 2024 });
    const waiting = { recorded: 0, waiting: 1, waitingIn: null, closedFor: 2024 };
    expect(valueOf(await commitDrafts(copy))).toEqual(waiting);
    expect(valueOf(await commitDrafts(copy))).toEqual(waiting);

    valueOf(await reopenYear(copy, 'Faltó un anexo'));
    await openPlan.caughtUp();
    expect(openPlan.readOnly).toBeNull();
    expect(valueOf(await commitDrafts(copy)).recorded).toBe(1);
    expect(await readDrafts(copy)).toEqual([]);
    openPlan.close();
  });

  test('can be taken off once a copy left, whatever was being typed', async () => {
    const draft = { copy, entity: 'plan', field: 'title', value: 'Otro', seen: [], isReady: true };
    valueOf(await keepDraft(draft));
    expect(await codeOf(removeCopy(copy))).toBe('copyNeeded');
    const row = await readCopy(copy);
    if (row) await markShared(copy, row, '2024-01-02T00:00:00.000Z');
    expect(await codeOf(removeCopy(copy))).toBe('saved');
  });

  test('is open again when the new one is taken back, which goes only while nobody wrote in it', async () => {
    const edit = { entity: 'plan', field: 'objective', value: 'Nuevo', seen: [] };
    valueOf(await save(made.copy, [edit]));
    expect(await codeOf(takeBackNextYear(copy, made))).toBe('copyNeeded');
    expect((await planOn(copy)).closedFor).not.toBeNull();
    valueOf(await reopenYear(copy, 'Otra vez'));
    const second = valueOf(await next(copy));
    valueOf(await takeBackNextYear(copy, second));
    expect((await planOn(copy)).closedFor).toBeNull();
    expect((await listCopies()).map((row) => row.copy).sort()).toEqual([copy, made.copy].sort());
  });

  test('keeps the new one where it cannot be opened again', async () => {
    setViewedOnly(copy);
    const taken = await codeOf(takeBackNextYear(copy, made));
    setViewedOnly(null);
    expect([taken, (await readCopy(made.copy))?.plan]).toEqual(['readOnlyView', made.plan]);
  });
});
