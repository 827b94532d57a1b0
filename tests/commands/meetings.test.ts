import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { changePlan, partyId } from '../../src/commands/changePlan';
import { correctMinutes } from '../../src/commands/closeSession';
import type { PeriodId } from '../../src/domain/calendar';
import { outcomeOf } from '../../src/domain/meetings/commitments';
import { pointId } from '../../src/domain/meetings/ids';
import { isWorkingDay } from '../../src/domain/meetings/holidays';
import { reportIn } from '../../src/domain/model';
import { DELETED, deleteOperation } from '../../src/log/deletes';
import { sha256Hex } from '../../src/log/hash';
import { canonicalJson } from '../../src/log/json';
import { entityOf } from '../../src/log/state';
import { readCommits } from '../../src/storage/commitStore';
import { conflictsOf } from '../../src/storage/planView';
import { readCopyState } from '../../src/storage/stateStore';
import {
  A_SERIES,
  attend,
  close,
  open,
  sessionOn,
  signOnPaper,
  startSeries,
  write,
} from '../support/sessions';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';

const T1: PeriodId = '20230101-20230331';
const T2: PeriodId = '20230401-20230630';
/** Row d of the seed: "Actas de reunión con evidencias de compromisos". */
const ACTAS = 3;

beforeEach(async () => (await aTablet()).use());

async function conflictsIn(copy: string): Promise<readonly string[]> {
  return conflictsOf((await readCopyState(copy))!.log).map(({ entityId, field }) => `${entityId} ${field}`);
}

describe('a series', () => {
  test('is made in one step: departments, topics and a prepared session on a working day for each', async () => {
    const copy = await loadExample();
    const before = (await readCommits(copy)).length;
    const { id } = await startSeries(copy, {
      ...A_SERIES,
      departments: [...A_SERIES.departments, { name: 'IDER', isMet: false }],
    });
    expect((await readCommits(copy)).length).toBe(before + 1);
    const series = (await planOn(copy)).meetings.series.find((one) => one.id === id)!;
    expect(series.departments.map(({ name }) => name)).toEqual([
      'Corvivienda',
      'DATT',
      'IDER',
      'Secretaría de Hacienda',
    ]);
    expect(series.topics.map(({ name }) => name)).toEqual(['Gobernanza', 'Cultura y apropiación']);
    expect(series.sessions.map(({ number, department }) => [number, department?.name])).toEqual([
      ['1', 'Secretaría de Hacienda'],
      ['2', 'DATT'],
      ['3', 'Corvivienda'],
    ]);
    expect(series.sessions.every(({ day }) => day !== null && isWorkingDay(day))).toBe(true);
  });

  test('names a department only where the plan has none of that name, so that nobody disputes with himself', async () => {
    const copy = await loadExample();
    await startSeries(copy);
    await startSeries(copy, { ...A_SERIES, departments: [{ name: 'SECRETARIA DE HACIENDA', isMet: true }] });
    expect(await conflictsIn(copy)).toEqual([]);
    const [first, second] = (await planOn(copy)).meetings.series.map(({ departments }) => departments);
    expect([...first!, ...second!].filter(({ name }) => name === 'Secretaría de Hacienda')).toHaveLength(2);
  });

  test('brings back a department that was removed from the plan', async () => {
    const copy = await loadExample();
    await startSeries(copy);
    const { log, row } = (await readCopyState(copy))!;
    const party = partyId(row.plan, 'DATT');
    const { value, over = [] } = deleteOperation(party, entityOf(log, party)!).fields[DELETED]!;
    valueOf(await changePlan(copy, [{ entity: party, field: DELETED, value, seen: over }]));
    await startSeries(copy, { ...A_SERIES, departments: [{ name: 'DATT', isMet: true }] });
    const { series } = (await planOn(copy)).meetings;
    expect(series.map(({ departments }) => departments.some(({ name }) => name === 'DATT'))).toEqual([
      true,
      true,
    ]);
    expect(await conflictsIn(copy)).toEqual([]);
  });
});

describe('a session', () => {
  async function aClosedSession(copy: string) {
    const { id: series, sessions } = await startSeries(copy);
    const actas = (await planOn(copy)).indicators[ACTAS]!.id;
    const counts = { what: 'minutes', series };
    valueOf(await changePlan(copy, [{ entity: actas, field: 'counts', value: counts, seen: [] }]));
    const id = sessions[0]!;
    await open(copy, id, '2023-02-10');
    await write(copy, id, pointId(id, 'other'), 'discussion', 'Se acordó publicar los datos');
    await write(copy, id, 'com:1', 'session', id);
    await write(copy, id, 'com:1', 'what', 'Publicar 20 conjuntos de datos');
    await write(copy, id, 'com:1', 'due', '2023-06-30');
    await signOnPaper(copy, id, await attend(copy, id, 'Ana Pérez'));
    await attend(copy, id, 'Luis Gómez');
    valueOf(await close(copy, id, '2023-02-10'));
    return { id, sessions, actas };
  }

  test('freezes its acta on closing, with its hash, and what changes later does not change it', async () => {
    const copy = await loadExample();
    const { id } = await aClosedSession(copy);
    const session = await sessionOn(copy, id);
    expect(session).toMatchObject({ state: 'closed', end: '11:00' });
    const [minutes] = session.minutes;
    const { facts, version, reason } = minutes!;
    expect(minutes?.sha256).toBe(sha256Hex(canonicalJson({ session: id, version, reason, facts })));
    expect(minutes?.facts).toMatchObject({
      number: '1',
      department: 'Secretaría de Hacienda',
      day: '2023-02-10',
      end: '11:00',
      people: [
        { name: 'Ana Pérez', signature: { k: 'paper' } },
        { name: 'Luis Gómez', signature: null },
      ],
      commitments: [{ what: 'Publicar 20 conjuntos de datos', due: '2023-06-30' }],
    });
    expect(minutes?.facts.points.map(({ title }) => title)).toEqual([
      'Gobernanza',
      'Cultura y apropiación',
      'Proposiciones y varios',
    ]);
    await write(copy, id, 'com:1', 'what', 'Otra cosa');
    expect((await sessionOn(copy, id)).minutes[0]).toEqual(minutes);
  });

  test('counts itself: the indicator takes the actas of the period when a person accepts them', async () => {
    const copy = await loadExample();
    const { sessions, actas } = await aClosedSession(copy);
    const saysIn = async (period: PeriodId) =>
      reportIn(
        (await planOn(copy)).indicators.find(({ id }) => id === actas)!,
        period,
      );
    expect(await saysIn(T1)).toEqual({ k: 'value', v: 1 });
    for (const [at, id] of sessions.slice(1).entries()) {
      await open(copy, id, '2023-04-20');
      valueOf(await close(copy, id, '2023-04-20'));
      expect(await saysIn(T2)).toEqual({ k: 'value', v: at + 1 });
    }
  });

  test('is corrected by another version with its reason, and both remain', async () => {
    const copy = await loadExample();
    const { id } = await aClosedSession(copy);
    const first = (await sessionOn(copy, id)).minutes[0]!;
    const seen = await seenIn(copy, id, 'state');
    const reopened = await correctMinutes(
      copy,
      await sessionOn(copy, id),
      'Faltó un asistente',
      (_, field) => (field === 'state' ? seen : []),
    );
    valueOf(reopened);
    await attend(copy, id, 'Marta Ruiz');
    expect(await close(copy, id, '2023-02-10')).toMatchObject({
      ok: false,
      problem: { code: 'reasonNeeded' },
    });
    valueOf(await close(copy, id, '2023-02-10', '11:00', 'Faltó un asistente'));
    const { minutes } = await sessionOn(copy, id);
    expect(minutes.map(({ version, reason }) => [version, reason])).toEqual([
      [1, ''],
      [2, 'Faltó un asistente'],
    ]);
    expect(minutes[0]).toEqual({ ...first, isInForce: false });
    expect(minutes[1]?.facts.people.map(({ name }) => name)).toContain('Marta Ruiz');
  });

  test('does not end before it started, and nothing is half written', async () => {
    const copy = await loadExample();
    const { sessions } = await startSeries(copy);
    await open(copy, sessions[0]!, '2023-02-10');
    await write(copy, sessions[0]!, sessions[0]!, 'start', '10:00');
    const before = (await readCommits(copy)).length;
    expect(await close(copy, sessions[0]!, '2023-02-10', '09:59')).toEqual({
      ok: false,
      problem: { code: 'endBeforeStart', start: '10:00', end: '09:59' },
    });
    expect((await readCommits(copy)).length).toBe(before);
  });

  test('says in each commit in which session it was written', async () => {
    const copy = await loadExample();
    const { id } = await aClosedSession(copy);
    const within = (await readCommits(copy)).filter((commit) => commit.in === id);
    expect(within.length).toBeGreaterThanOrEqual(8);
  });

  test('is not said of what was closed outside of any', async () => {
    const copy = await loadExample();
    await aClosedSession(copy);
    const [commit] = await write(
      copy,
      '',
      'com:1',
      'outcome',
      outcomeOf({ k: 'fulfilled' }, '', '2023-03-01'),
    );
    expect(commit).not.toHaveProperty('in');
  });
});
