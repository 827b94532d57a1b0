import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { pointId } from '../../src/domain/meetings/ids';
import { canonicalState } from '../../src/log/bucketText';
import { conflictsOf } from '../../src/storage/planView';
import { readCopyState } from '../../src/storage/stateStore';
import { attend, open, sessionOn, startSeries, write } from '../support/sessions';
import { aTablet, loadExample, valueOf } from '../support/tablets';

/** What somebody does in the room: puts a person on the list, writes of a point, or promises something. */
type Act =
  | { readonly k: 'attend'; readonly name: string }
  | { readonly k: 'talk'; readonly key: string; readonly text: string }
  | { readonly k: 'promise'; readonly id: string; readonly text: string };

const word = fc.constantFrom('a', 'b', 'c');
const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ k: fc.constant('attend' as const), name: fc.constantFrom('Ana', 'Luis', 'Marta') }),
  fc.record({ k: fc.constant('talk' as const), key: fc.constantFrom('other', 'free:1'), text: word }),
  fc.record({ k: fc.constant('promise' as const), id: fc.constantFrom('1', '2', '3'), text: word }),
);

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

/** The last text that was written in each field. */
function lastWords(session: string, acts: readonly Act[]): ReadonlyMap<string, string> {
  return new Map(
    acts.flatMap((act): readonly (readonly [string, string])[] => {
      if (act.k === 'talk') return [[`${pointId(session, act.key)} discussion`, act.text]];
      return act.k === 'promise' ? [[`com:${act.id} what`, act.text]] : [];
    }),
  );
}

test('two tablets in one session: merged both ways they are one, nothing is lost, and only true clashes are asked', async () => {
  const acts = fc.array(anAct, { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(acts, acts, async (actsOfA, actsOfB) => {
      const [a, b] = [await aTablet(), await aTablet()];
      a.use();
      const copyA = await loadExample();
      const { sessions } = await startSeries(copyA);
      const session = sessions[0]!;
      await open(copyA, session, '2023-02-10');
      const shared = await handOver(copyA);
      b.use();
      const { copy: copyB } = valueOf(await mergeSnapshotBytes(shared, 'plan.json'));
      a.use();
      for (const act of actsOfA) await perform(copyA, session, act);
      b.use();
      for (const act of actsOfB) await perform(copyB, session, act);
      const fromB = await handOver(copyB);
      a.use();
      const fromA = await handOver(copyA);
      valueOf(await mergeSnapshotBytes(fromB, 'plan.json'));
      const [stateA, conflictsA, sessionA] = [
        await stateOf(copyA),
        await conflictsIn(copyA),
        await sessionOn(copyA, session),
      ];
      b.use();
      valueOf(await mergeSnapshotBytes(fromA, 'plan.json'));
      expect(await stateOf(copyB)).toBe(stateA);
      expect(await conflictsIn(copyB)).toEqual(conflictsA);

      const all = [...actsOfA, ...actsOfB];
      const names = new Set(all.flatMap((act) => (act.k === 'attend' ? [act.name] : [])));
      expect(new Set(sessionA.attendance.map(({ person }) => person.name))).toEqual(names);
      const promised = new Set(all.flatMap((act) => (act.k === 'promise' ? [`com:${act.id}`] : [])));
      expect(new Set(sessionA.commitments.map(({ id }) => id))).toEqual(promised);
      const [saidByA, saidByB] = [lastWords(session, actsOfA), lastWords(session, actsOfB)];
      const clashes = [...saidByA].filter(([field, text]) => (saidByB.get(field) ?? text) !== text);
      expect(conflictsA).toEqual(clashes.map(([field]) => field).sort());
    }),
    { numRuns: 12 },
  );
});

async function perform(copy: string, session: string, act: Act): Promise<void> {
  if (act.k === 'attend') return void (await attend(copy, session, act.name));
  if (act.k === 'talk')
    return void (await write(copy, session, pointId(session, act.key), 'discussion', act.text));
  await write(copy, session, `com:${act.id}`, 'session', session);
  await write(copy, session, `com:${act.id}`, 'what', act.text);
}
