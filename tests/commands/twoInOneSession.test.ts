import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { personId } from '../../src/commands/author';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import type { IsoDay } from '../../src/domain/isoDay';
import { agendaOf } from '../../src/domain/meetings/agenda';
import { outcomeOf } from '../../src/domain/meetings/commitments';
import { attendanceId, pointId } from '../../src/domain/meetings/ids';
import type { AttendanceRole } from '../../src/domain/meetings/words';
import { canonicalState } from '../../src/log/bucketText';
import type { Json } from '../../src/log/json';
import { sameJson } from '../../src/log/json';
import { conflictsOf } from '../../src/storage/planView';
import { readCopyState } from '../../src/storage/stateStore';
import { attend, open, sessionOn, signOnPaper, startSeries, write } from '../support/sessions';
import { aTablet, loadExample, planOn, valueOf } from '../support/tablets';

/** What somebody does in the room. */
type Act =
  | { readonly k: 'attend'; readonly name: string; readonly role: string; readonly as: AttendanceRole }
  | { readonly k: 'sign'; readonly name: string }
  | { readonly k: 'talk'; readonly key: string; readonly text: string }
  | { readonly k: 'takeOut'; readonly key: string; readonly isRemoved: boolean }
  | { readonly k: 'done'; readonly key: string; readonly isDone: boolean }
  | { readonly k: 'arrange'; readonly key: string; readonly pos: string }
  | { readonly k: 'promise'; readonly id: string; readonly text: string }
  | { readonly k: 'settle'; readonly id: string; readonly reason: string };

/** A field that an act writes, and the value that it comes to. */
type Written = readonly [entity: string, field: string, value: Json];

const word = fc.constantFrom('a', 'b', 'c');
const name = fc.constantFrom('Ana', 'Luis', 'Marta');
const key = fc.constantFrom('other', 'free:1');
const id = fc.constantFrom('1', '2');
const kind = <K extends string>(k: K) => fc.constant(k);
const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    k: kind('attend'),
    name,
    role: fc.constantFrom('', 'Enlace', 'Jefe'),
    as: fc.constantFrom<AttendanceRole>('attendee', 'guest'),
  }),
  fc.record({ k: kind('sign'), name }),
  fc.record({ k: kind('talk'), key, text: word }),
  fc.record({ k: kind('takeOut'), key, isRemoved: fc.boolean() }),
  fc.record({ k: kind('done'), key, isDone: fc.boolean() }),
  fc.record({ k: kind('arrange'), key, pos: fc.constantFrom('d', 'm', 't') }),
  fc.record({ k: kind('promise'), id, text: word }),
  fc.record({ k: kind('settle'), id, reason: word }),
);

const DAY: IsoDay = '2023-02-10';
const personOf = (act: { readonly name: string }) => personId({ ...act, role: '', department: 'Hacienda' })!;

/** What an act writes in a session, field by field. */
function writtenBy(session: string, act: Act): readonly Written[] {
  switch (act.k) {
    case 'attend':
      return [[attendanceId(session, personOf(act)), 'role', act.as]];
    case 'sign':
      return [[attendanceId(session, personOf(act)), 'signature', { k: 'paper' }]];
    case 'talk':
      return [[pointId(session, act.key), 'discussion', act.text]];
    case 'takeOut':
      return [[pointId(session, act.key), 'isRemoved', act.isRemoved]];
    case 'done':
      return [[pointId(session, act.key), 'isDone', act.isDone]];
    case 'arrange':
      return [[pointId(session, act.key), 'pos', act.pos]];
    case 'promise':
      return [
        [`com:${act.id}`, 'session', session],
        [`com:${act.id}`, 'what', act.text],
      ];
    case 'settle':
      return [[`com:${act.id}`, 'outcome', outcomeOf({ k: 'justified', reason: act.reason }, session, DAY)]];
  }
}

async function perform(copy: string, session: string, act: Act): Promise<void> {
  if (act.k === 'attend') return void (await attend(copy, session, act.name, act));
  const edits = writtenBy(session, act);
  if (act.k === 'sign') return signOnPaper(copy, session, edits[0]![0]);
  for (const [entity, field, value] of edits) await write(copy, session, entity, field, value);
}

async function performAll(copy: string, session: string, acts: readonly Act[]): Promise<void> {
  for (const act of acts) await perform(copy, session, act);
}

async function handOver(from: string): Promise<Uint8Array> {
  return valueOf(await prepareSnapshot(from)).file.bytes;
}

async function stateOf(copy: string): Promise<string> {
  return canonicalState((await readCopyState(copy))!.log);
}

async function conflictsIn(copy: string): Promise<readonly string[]> {
  const { log } = (await readCopyState(copy))!;
  return conflictsOf(log)
    .map(({ entityId, field }) => `${entityId} ${field}`)
    .sort();
}

/** The last value that was written in each field that a person is asked about. */
function lastWritten(session: string, acts: readonly Act[]): ReadonlyMap<string, Json> {
  return new Map(
    acts
      .flatMap((act) => writtenBy(session, act))
      .filter(([, field]) => field !== 'pos')
      .map(([entity, field, value]) => [`${entity} ${field}`, value]),
  );
}

/**
 * The positions that were written of each person. Nobody sees them on the list that they fill in, so that one never
 * takes the place of another, on one tablet as on two.
 */
function positionClashes(acts: readonly Act[]): readonly string[] {
  const said = new Map<string, Set<string>>();
  for (const act of acts) {
    if (act.k !== 'attend' || act.role === '') continue;
    said.set(personOf(act), (said.get(personOf(act)) ?? new Set()).add(act.role));
  }
  return [...said].flatMap(([person, roles]) => (roles.size > 1 ? [`${person} role`] : []));
}

/** The clashes that a person is to be asked about, and no others. */
function clashes(session: string, actsOfA: readonly Act[], actsOfB: readonly Act[]): readonly string[] {
  const [saidByA, saidByB] = [lastWritten(session, actsOfA), lastWritten(session, actsOfB)];
  const ofFields = [...saidByA].filter(([field, value]) => !sameJson(saidByB.get(field) ?? value, value));
  return [...ofFields.map(([field]) => field), ...positionClashes([...actsOfA, ...actsOfB])].sort();
}

async function expectNothingLost(copy: string, session: string, acts: readonly Act[]): Promise<void> {
  const found = await sessionOn(copy, session);
  const listed = acts.flatMap((act) => (act.k === 'attend' ? [act.name] : []));
  expect(new Set(found.attendance.map(({ person }) => person.name))).toEqual(new Set(listed));
  const signed = acts.flatMap((act) => (act.k === 'sign' && listed.includes(act.name) ? [act.name] : []));
  const signedThere = found.attendance.flatMap(({ person, signature }) => (signature ? [person.name] : []));
  expect(new Set(signedThere)).toEqual(new Set(signed));
  const promised = acts.flatMap((act) => (act.k === 'promise' ? [`com:${act.id}`] : []));
  expect(new Set(found.commitments.map((one) => one.id))).toEqual(new Set(promised));
  const settled = acts.flatMap((act) => (act.k === 'settle' ? [`com:${act.id}`] : []));
  expect(found.commitments.filter(({ outcome }) => outcome !== null).map((one) => one.id)).toEqual(
    found.commitments.map((one) => one.id).filter((one) => settled.includes(one)),
  );
  const agenda = agendaOf(await planOn(copy), found, DAY, []).map((point) => point.key);
  const talked = acts.flatMap((act) => (act.k === 'talk' ? [act.key] : []));
  expect(agenda).toEqual(expect.arrayContaining(talked));
}

test('two tablets in one session: merged both ways they are one, nothing is lost, and only true clashes are asked', async () => {
  const acts = fc.array(anAct, { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(acts, acts, async (actsOfA, actsOfB) => {
      const [a, b] = [await aTablet(), await aTablet()];
      a.use();
      const copyA = await loadExample();
      const { sessions } = await startSeries(copyA);
      const session = sessions[0]!;
      await open(copyA, session, DAY);
      const shared = await handOver(copyA);
      b.use();
      const { copy: copyB } = valueOf(await mergeSnapshotBytes(shared, 'plan.json'));
      a.use();
      await performAll(copyA, session, actsOfA);
      b.use();
      await performAll(copyB, session, actsOfB);
      const fromB = await handOver(copyB);
      a.use();
      const fromA = await handOver(copyA);
      valueOf(await mergeSnapshotBytes(fromB, 'plan.json'));
      const [stateA, conflictsA] = [await stateOf(copyA), await conflictsIn(copyA)];
      await expectNothingLost(copyA, session, [...actsOfA, ...actsOfB]);
      b.use();
      valueOf(await mergeSnapshotBytes(fromA, 'plan.json'));
      expect(await stateOf(copyB)).toBe(stateA);
      expect(await conflictsIn(copyB)).toEqual(conflictsA);
      expect(conflictsA).toEqual(clashes(session, actsOfA, actsOfB));
    }),
    { numRuns: 12 },
  );
});
