import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Commit } from '../../src/log/commit';
import { sha256Hex } from '../../src/log/hash';
import { closureOf, outsideOf, sealOf, verifySeal } from '../../src/log/seal';
import { aWriter } from '../support/commits';

const T1 = 'meas:x1:20230101-20230331';
const T2 = 'meas:x1:20230401-20230630';

function linesOf(commits: readonly Commit[]): string[] {
  return commits.map((commit) => JSON.stringify(commit));
}

function byId(commits: readonly Commit[]): Map<string, Commit> {
  return new Map(commits.map((commit) => [commit.id, commit]));
}

/** Two tablets: three commits of one, two of the other. */
function twoTablets() {
  const [ana, beto] = [aWriter('ana'), aWriter('beto')];
  const sealed = [
    ana.set(T1, { report: { k: 'value', v: 7 } }),
    ana.set(T1, { remark: 'Siete mesas, con «acta»' }),
    ana.set(T2, { report: { k: 'value', v: 5 } }),
    beto.set(T1, { delayCause: 'El proveedor\nno llegó' }),
    beto.set('act:1', { name: 'Mesas' }),
  ];
  return { ana, beto, sealed };
}

describe('a seal', () => {
  test('is over the last commits of every device and all that they follow', () => {
    const { sealed } = twoTablets();
    const ids = sealed.map(({ id }) => id).sort();
    expect(sealOf(sealed)).toEqual({
      heads: [sealed[2]?.id, sealed[4]?.id],
      without: [],
      n: 5,
      seal: sha256Hex(ids.join('\n')),
    });
    expect(verifySeal(sealOf(sealed), linesOf(sealed))).toEqual({ kind: 'intact' });
  });

  test('stays intact whatever is written afterwards', () => {
    const { ana, beto, sealed } = twoTablets();
    const later = [ana.set(T1, { report: { k: 'value', v: 8 } }), beto.set(T2, { remark: 'Después' })];
    expect(verifySeal(sealOf(sealed), linesOf([...later, ...sealed]))).toEqual({ kind: 'intact' });
  });

  test('says which members are not here', () => {
    const { sealed } = twoTablets();
    const lines = linesOf(sealed);
    expect(verifySeal(sealOf(sealed), [...lines.slice(0, 1), ...lines.slice(2)])).toEqual({
      kind: 'missing',
      ids: [sealed[1]?.id],
      damaged: 0,
    });
  });

  test('does not say of a member that is not here that it was altered because a later change is damaged', () => {
    const { ana, sealed } = twoTablets();
    const later = ana.set(T1, { report: { k: 'value', v: 8 } });
    const damaged = JSON.stringify(later).replace('"v":8', '"v":9');
    const lines = linesOf(sealed);
    const without = [...lines.slice(0, 1), ...lines.slice(2), damaged];
    expect(verifySeal(sealOf(sealed), without)).toEqual({
      kind: 'missing',
      ids: [sealed[1]?.id],
      damaged: 1,
    });
    expect(verifySeal(sealOf(sealed), [...lines, damaged])).toEqual({ kind: 'intact' });
  });

  test('says of a line that cannot be read any more that it was altered, by the id that it carries', () => {
    const { sealed } = twoTablets();
    const lines = linesOf(sealed).map((line) => line.replace('"v":7', '"v":'));
    expect(verifySeal(sealOf(sealed), lines)).toEqual({ kind: 'altered', ids: [sealed[0]?.id] });
  });

  test('says which member was altered', () => {
    const { sealed } = twoTablets();
    const lines = linesOf(sealed).map((line) => line.replace('"v":7', '"v":9'));
    expect(verifySeal(sealOf(sealed), lines)).toEqual({ kind: 'altered', ids: [sealed[0]?.id] });
  });

  test('that is not that of its members is altered', () => {
    const { sealed } = twoTablets();
    const seal = sealOf(sealed);
    expect(verifySeal({ ...seal, n: 4 }, linesOf(sealed))).toEqual({ kind: 'altered', ids: [] });
    expect(verifySeal({ ...seal, seal: sha256Hex('other') }, linesOf(sealed))).toEqual({
      kind: 'altered',
      ids: [],
    });
    expect(verifySeal({ ...seal, heads: seal.heads.slice(1) }, linesOf(sealed))).toMatchObject({
      kind: 'altered',
    });
  });

  test('over a gap stays intact when what was missing arrives, which is outside of it', () => {
    const { sealed } = twoTablets();
    const held = sealed.filter((_, place) => place !== 1);
    const seal = sealOf(held);
    expect(seal).toMatchObject({ n: 4, without: [sealed[1]?.id] });
    expect(verifySeal(seal, linesOf(held))).toEqual({ kind: 'intact' });
    expect(verifySeal(seal, linesOf(sealed))).toEqual({ kind: 'intact' });
    const { members } = closureOf(seal, byId(sealed));
    expect(outsideOf(members, sealed, (entity) => entity === T1)).toEqual([sealed[1]]);
  });

  test('keeps both branches of a tablet that was copied', () => {
    const [one, twin] = [aWriter('tab'), aWriter('tab')];
    const shared = one.set(T1, { remark: 'a' });
    twin.set(T1, { remark: 'a' });
    const all = [shared, one.set(T1, { remark: 'b' }), twin.set(T1, { remark: 'c' })];
    expect(sealOf(all).n).toBe(3);
    expect(verifySeal(sealOf(all), linesOf(all))).toEqual({ kind: 'intact' });
  });

  test('of nothing is a seal', () => {
    expect(sealOf([])).toMatchObject({ n: 0, heads: [] });
    expect(verifySeal(sealOf([]), [])).toEqual({ kind: 'intact' });
  });
});

test('what is outside touches what is asked about and was not sealed', () => {
  const { ana, beto, sealed } = twoTablets();
  const late = ana.set(T1, { report: { k: 'value', v: 8 } });
  const other = beto.set(T2, { report: { k: 'value', v: 6 } });
  const all = [...sealed, late, other];
  const { members } = closureOf(sealOf(sealed), byId(all));
  expect(outsideOf(members, all, (entity) => entity === T1)).toEqual([late]);
});

describe('for any history', () => {
  const step = fc.record({
    device: fc.constantFrom('a', 'b', 'c'),
    entity: fc.constantFrom(T1, T2, 'act:1'),
    text: fc.string({ unit: 'grapheme', maxLength: 12 }),
    number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  });
  const logs = fc.array(step, { minLength: 1, maxLength: 12 }).map((steps) => {
    const writers = new Map(['a', 'b', 'c'].map((device) => [device, aWriter(device)]));
    return steps.flatMap(({ device, entity, text, number }) => {
      const commit = writers.get(device)?.set(entity, { remark: text, report: { k: 'value', v: number } });
      return commit ? [commit] : [];
    });
  });

  test('the order in which commits are held says nothing', () => {
    fc.assert(
      fc.property(
        logs.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }))),
        ([log, shuffled]) => {
          expect(sealOf(shuffled)).toEqual(sealOf(log));
          expect(verifySeal(sealOf(log), linesOf(shuffled))).toEqual({ kind: 'intact' });
        },
      ),
    );
  });

  test('one character of one sealed line that is another is found', () => {
    fc.assert(
      fc.property(logs, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 0xff }), (log, line, place, change) => {
        const lines = linesOf(log);
        const at = line % lines.length;
        const text = lines[at] ?? '';
        const where = place % text.length;
        const other = String.fromCharCode(text.charCodeAt(where) ^ change);
        lines[at] = text.slice(0, where) + other + text.slice(where + 1);
        const verdict = verifySeal(sealOf(log), lines);
        // Where its id is what was altered, it cannot be told whose the line was.
        const damaged = verdict.kind === 'missing' ? verdict.damaged : 0;
        expect([verdict.kind, damaged]).toEqual(verdict.kind === 'missing' ? ['missing', 1] : ['altered', 0]);
      }),
      { numRuns: 600 },
    );
  });

  test('one sealed line that is gone is missed', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, gone) => {
        const lines = linesOf(log);
        lines.splice(gone % lines.length, 1);
        const id = log[gone % log.length]?.id;
        expect(verifySeal(sealOf(log), lines)).toEqual({ kind: 'missing', ids: [id], damaged: 0 });
      }),
    );
  });
});
