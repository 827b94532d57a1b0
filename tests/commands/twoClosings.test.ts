import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { changePlan } from '../../src/commands/changePlan';
import { correctMinutes } from '../../src/commands/closeSession';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { recordProgress } from '../../src/commands/recordProgress';
import { signMinutes } from '../../src/commands/signMinutes';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { minutesDocument } from '../../src/documents/minutes';
import { minutesFactsOf } from '../../src/documents/minutesFacts';
import { measurementId } from '../../src/domain/entities';
import { pointId } from '../../src/domain/meetings/ids';
import { laterThan } from '../../src/domain/meetings/laterThanMinutes';
import { standingMinutes } from '../../src/domain/meetings/model';
import { conflictsOf } from '../../src/storage/planView';
import { readCopyState } from '../../src/storage/stateStore';
import { linesOf } from '../support/documentText';
import {} from '../support/minutes';
import { A_SERIES, attend, close, lookAt, open, sessionOn, startSeries, write } from '../support/sessions';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';

const T2 = '20230401-20230630';
const DAY = '2023-04-20';
const ROWS = Array.from({ length: 12 }, (_, row) => row);

async function twoTablets(isOpened: boolean) {
  const [a, b] = [await aTablet(), await aTablet()];
  a.use();
  const copyA = await loadExample();
  const { sessions } = await startSeries(copyA);
  const id = sessions[0]!;
  if (isOpened) await open(copyA, id, DAY);
  const { bytes } = valueOf(await prepareSnapshot(copyA)).file;
  b.use();
  const { copy: copyB } = valueOf(await mergeSnapshotBytes(bytes, 'plan.json'));
  /** Brings what one wrote to the other. */
  const bring = async (from: 'a' | 'b') => {
    const [there, here, copy] = from === 'a' ? [a, b, copyA] : [b, a, copyB];
    there.use();
    const file = valueOf(await prepareSnapshot(copy)).file.bytes;
    here.use();
    valueOf(await mergeSnapshotBytes(file, 'plan.json'));
  };
  return { a, b, copyA, copyB, id, bring };
}

async function conflictsIn(copy: string): Promise<readonly string[]> {
  return conflictsOf((await readCopyState(copy))!.log).map(({ entityId, field }) => `${entityId} ${field}`);
}

test('opened and closed on both: nothing to decide, and both actas stand until one corrects them', async () => {
  const { a, b, copyA, copyB, id, bring } = await twoTablets(false);
  a.use();
  await open(copyA, id, DAY);
  await write(copyA, id, pointId(id, 'other'), 'discussion', 'lo de A');
  valueOf(await close(copyA, id, DAY, '11:00'));
  b.use();
  await open(copyB, id, DAY);
  valueOf(await close(copyB, id, DAY, '11:05'));
  await bring('a');
  b.use();
  expect(await conflictsIn(copyB)).toEqual([]);
  const both = await sessionOn(copyB, id);
  expect(both.state).toBe('closed');
  expect(both.minutes.map(({ version, isInForce }) => [version, isInForce])).toEqual([
    [1, true],
    [1, true],
  ]);
  valueOf(await correctMinutes(copyB, both, 'Dos cierres', await lookAt(copyB)));
  expect((await sessionOn(copyB, id)).state).toBe('open');
  valueOf(await close(copyB, id, DAY, '11:05', 'Dos cierres'));
  const one = await sessionOn(copyB, id);
  expect(one.minutes.map(({ version, isInForce }) => [version, isInForce])).toEqual([
    [1, false],
    [1, false],
    [2, true],
  ]);
  expect(standingMinutes(one)?.facts.points.at(-1)?.discussion).toBe('lo de A');
});

test('what the other tablet wrote while this one closed is told, and goes into a correction', async () => {
  const { a, b, copyA, copyB, id, bring } = await twoTablets(true);
  a.use();
  valueOf(await close(copyA, id, DAY));
  b.use();
  await write(copyB, id, pointId(id, 'other'), 'discussion', 'lo de B');
  await write(copyB, id, 'com:1', 'session', id);
  await write(copyB, id, 'com:1', 'what', 'Publicar');
  await attend(copyB, id, 'Beatriz');
  await bring('b');
  a.use();
  const session = await sessionOn(copyA, id);
  expect(session.state).toBe('closed');
  const now = minutesFactsOf(session, {
    plan: await planOn(copyA),
    today: DAY,
    inOrder: ROWS,
    writtenBy: '',
  });
  expect(laterThan(standingMinutes(session)!.facts, now)).toMatchObject([
    { k: 'discussion', text: 'lo de B' },
    { k: 'commitment', text: 'Publicar' },
    { k: 'person', text: 'Beatriz' },
  ]);
});

test('a closed acta says the same whatever is written later, and its correction too', async () => {
  (await aTablet()).use();
  const copy = await loadExample();
  const team = { name: 'Equipo Gobierno Digital', isMet: true };
  const { sessions } = await startSeries(copy, { ...A_SERIES, departments: [team] });
  const id = sessions[0]!;
  await open(copy, id, DAY);
  const indicator = (await planOn(copy)).indicators[7]!.id;
  const record = async (value: number, meeting?: string) => {
    const entity = measurementId(indicator, T2);
    const place = {
      copy,
      indicatorId: indicator,
      period: T2,
      seen: await seenIn(copy, entity, 'report'),
    } as const;
    valueOf(await recordProgress({ ...place, meeting }, { k: 'value', v: value }));
  };
  await record(3, id);
  await attend(copy, id, 'Ana Pérez');
  valueOf(await close(copy, id, DAY));
  const minutes = standingMinutes(await sessionOn(copy, id))!;
  const { id: person, name, position, department } = minutes.facts.people[0]!;
  const signer = { id: person, name, role: position, department };
  valueOf(await signMinutes(copy, id, minutes, signer, { k: 'paper' }, await lookAt(copy)));
  const linesNow = async () =>
    linesOf(minutesDocument((await sessionOn(copy, id)).minutes.find(({ version }) => version === 1)!));
  const before = await linesNow();
  expect(before.join('\n')).toContain('se reportó 3');

  await record(9);
  await write(copy, id, person, 'role', 'Otro cargo');
  const rename = { entity: 'plan', field: 'entityName', value: 'Otra entidad', seen: [] };
  valueOf(await changePlan(copy, [rename]));
  expect(await linesNow()).toEqual(before);

  const session = await sessionOn(copy, id);
  valueOf(await correctMinutes(copy, session, 'Faltó un acuerdo', await lookAt(copy)));
  await write(copy, id, pointId(id, 'other'), 'discussion', 'El acuerdo');
  valueOf(await close(copy, id, '2023-08-01', '11:00', 'Faltó un acuerdo'));
  const second = standingMinutes(await sessionOn(copy, id))!;
  const said = linesOf(minutesDocument(second)).join('\n');
  expect(said).toContain('El acuerdo');
  expect(said).toContain('se reportó 3');
  expect(second.facts.entityName).toBe(minutes.facts.entityName);
});

test('a session that reported nothing does not claim what another did', async () => {
  (await aTablet()).use();
  const copy = await loadExample();
  const team = { name: 'Equipo Gobierno Digital', isMet: true };
  const { sessions } = await startSeries(copy, { ...A_SERIES, departments: [team] });
  await open(copy, sessions[0]!, '2023-02-20');
  valueOf(await close(copy, sessions[0]!, '2023-02-20'));
  const minutes = standingMinutes(await sessionOn(copy, sessions[0]!))!;
  const said = linesOf(minutesDocument(minutes)).join('\n');
  expect(said).toContain('ya estaba reportado');
  expect(said).not.toContain('se reportó 7');
});
