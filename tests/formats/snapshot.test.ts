import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSnapshot, encodeSnapshot } from '../../src/formats/snapshot';
import type { Snapshot } from '../../src/formats/snapshot';
import { parseBounded } from '../../src/formats/boundedJson';
import { parseLines } from '../../src/formats/snapshotLines';
import { canonicalState } from '../../src/log/bucketText';
import { deleteOperation } from '../../src/log/deletes';
import { foldAll } from '../../src/log/fold';
import { MAX_DEPTH } from '../../src/log/json';
import { entityOf } from '../../src/log/state';
import { EMPTY_LOG, mergeCommits, verifyAllBut } from '../../src/log/union';
import type { Log } from '../../src/log/union';
import { aWriter } from '../support/commits';
import { histories, PATIENCE_MS, PLAN, SAMPLED } from '../support/histories';
import { mergeAll } from '../support/oracle';

const FILE = 'plan.json';
const EXPORT = {
  exportedAt: '2026-06-14T12:00:00.000Z',
  exportedBy: { device: 'k3f9a2mt', person: 'per:ana' },
};

function exported(log: Log, plan = PLAN): string {
  const commits = [...log.commits.values()];
  return encodeSnapshot({ plan, ...EXPORT, commits, quarantine: log.quarantine, state: foldAll(commits) });
}

function read(source: string | Uint8Array): Snapshot {
  const result = decodeSnapshot(source, FILE);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function imported(source: string | Uint8Array, into: Log = EMPTY_LOG): Log {
  const { log, quarantine, sound } = read(source);
  return mergeCommits(into, [...log, ...quarantine], verifyAllBut(sound)).log;
}

function outcome(source: string | Uint8Array): string {
  const result = decodeSnapshot(source, FILE);
  return result.ok ? 'ok' : result.problem.code;
}

const ana = aWriter('ana');
const made = ana.set('act:1', { name: 'Mesas técnicas', 'resp/pty:a': true });
const renamed = ana.set('act:1', { name: 'Mesas' }, [made]);
const apart = aWriter('luis').set('act:1', { 'resp/pty:a': false }, [], 9);
const other = ana.set('act:2', { name: 'Otra' });
const removed = ana.write([deleteOperation('act:2', entityOf(foldAll([other]), 'act:2') ?? new Map())]);
const LOG = mergeCommits(EMPTY_LOG, [removed, apart, other, renamed, made, { odd: 'ñ' }]).log;
const TEXT = exported(LOG);
/** The file with some keys changed, as another program might write it. */
function altered(part: object): string {
  return JSON.stringify({ ...(JSON.parse(TEXT) as object), ...part });
}

describe('the file of a plan (merge.md 1)', () => {
  test('says what it is, and holds a commit per line in file order', () => {
    const lines = TEXT.split('\n');
    expect(lines.slice(0, 4)).toEqual(['{', '"format":"plan-log",', '"version":1,', '"minReader":1,']);
    const ids = lines
      .filter((line) => line.startsWith('{"id":'))
      .map((line) => /"id":"([^"]+)"/.exec(line)?.[1]);
    expect(ids).toEqual([made, renamed, other, removed, apart].map(({ id }) => id));
    const parsed = JSON.parse(TEXT) as Record<string, unknown>;
    expect(Object.keys(parsed)).toEqual([
      'format',
      'version',
      'minReader',
      'plan',
      'exportedAt',
      'exportedBy',
      'heads',
      'state',
      'quarantine',
      'log',
    ]);
    expect(parsed['heads']).toEqual({ ana: [{ seq: 4, id: removed.id }], luis: [{ seq: 1, id: apart.id }] });
    expect(parsed['quarantine']).toEqual([{ odd: 'ñ' }]);
  });

  test('shows the current values to people: without history, without what is deleted', () => {
    expect((JSON.parse(TEXT) as { state: unknown }).state).toEqual({
      'act:1': { name: 'Mesas', 'resp/pty:a': true },
    });
  });

  test('never reads those values back', () => {
    const lying = TEXT.replace('"name":"Mesas"', '"name":"Otra cosa"');
    expect(lying).not.toBe(TEXT);
    const dropped = altered({ state: 'nothing' });
    const want = canonicalState(foldAll(LOG.commits.values()));
    expect(canonicalState(foldAll(imported(dropped).commits.values()))).toBe(want);
  });

  test('gives back plan, author, heads, and everything in it', () => {
    const snapshot = read(new TextEncoder().encode(TEXT));
    expect(snapshot).toMatchObject({ plan: PLAN, ...EXPORT, quarantine: [{ odd: 'ñ' }] });
    expect(snapshot.heads.get('luis')).toEqual([{ seq: 1, id: apart.id }]);
    expect(snapshot.log).toEqual([made, renamed, other, removed, apart]);
  });

  test('may be that of an empty plan', () => {
    expect(read(exported(EMPTY_LOG))).toMatchObject({ log: [], quarantine: [], heads: new Map() });
  });

  test('takes any line ends and a byte order mark, and keys that it does not know', () => {
    const windows = `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`;
    for (const text of [windows, altered({ later: { a: 1 }, version: 2 })]) {
      expect(exported(imported(text))).toBe(TEXT);
      expect(exported(imported(new TextEncoder().encode(text)))).toBe(TEXT);
    }
  });

  test('takes whatever a commit may hold, as deep as a commit may be', () => {
    let deep: unknown = 1;
    for (let i = 0; i < MAX_DEPTH - 4; i += 1) deep = [deep];
    const log = mergeCommits(EMPTY_LOG, [aWriter('ana').set('act:1', { deep: deep as number })]).log;
    expect(imported(exported(log)).commits.size).toBe(1);
  });
});

describe('random histories', { timeout: PATIENCE_MS }, () => {
  test('invariant 12: exported, imported and exported again is the same, byte by byte', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const log = mergeAll(world);
        const text = exported(log);
        const again = imported(text);
        expect(exported(again)).toBe(text);
        expect(canonicalState(foldAll(again.commits.values()))).toBe(
          canonicalState(foldAll(log.commits.values())),
        );
        const backwards = mergeCommits(EMPTY_LOG, [...world.bad, ...world.written].reverse()).log;
        expect(exported(backwards)).toBe(text);
      }),
      SAMPLED,
    );
  });

  test('read by the line, beside what is held, it is what reading it whole gives', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(200), (world, where, byte) => {
        const log = mergeAll(world);
        const text = exported(log);
        const at = where % text.length;
        const altered = `${text.slice(0, at)}${String.fromCharCode(byte)}${text.slice(at + 1)}`;
        for (const file of [text, altered]) {
          const bytes = new TextEncoder().encode(file);
          const whole = parseBounded(file);
          const byLine = parseLines(bytes, new Map())?.value ?? whole;
          const besideHeld = parseLines(bytes, log.commits)?.value ?? whole;
          // The values for people are not looked at, so they may be broken.
          if (whole === undefined) continue;
          expect({ ...(byLine as object), state: null }).toEqual({ ...(whole as object), state: null });
          expect(besideHeld).toEqual(byLine);
        }
      }),
      SAMPLED,
    );
  });

  test('invariants 2 and 12: files in any order make the same file', () => {
    fc.assert(
      fc.property(histories, ({ tablets }) => {
        const files = tablets.map(({ log }) => exported(log));
        const merge = (order: readonly string[]) =>
          order.reduce((log, file) => imported(file, log), EMPTY_LOG);
        expect(exported(merge([...files].reverse()))).toBe(exported(merge(files)));
      }),
      SAMPLED,
    );
  });

  test('invariant 19: an altered file is refused or brings true commits alone, and never a crash', () => {
    const damage = fc.record({
      at: fc.nat(),
      cut: fc.nat(4),
      put: fc.oneof(fc.string({ maxLength: 4 }), bytesOfJson),
    });
    fc.assert(
      fc.property(histories, fc.array(damage, { minLength: 1, maxLength: 3 }), (world, damages) => {
        const log = mergeAll(world);
        const text = damages.reduce((whole, { at, cut, put }) => {
          const start = at % (whole.length + 1);
          return whole.slice(0, start) + put + whole.slice(start + cut);
        }, exported(log));
        expectOnlyTrue(text, world);
      }),
      SAMPLED,
    );
  });

  test('invariant 19: so is a file cut short, anywhere, and one with broken bytes', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(255), (world, at, byte) => {
        const bytes = new TextEncoder().encode(exported(mergeAll(world)));
        const cut = at % (bytes.length - 2);
        expect(outcome(bytes.subarray(0, cut))).toBe(cut === 0 ? 'fileEmpty' : 'snapshotBroken');
        const broken = Uint8Array.from(bytes);
        broken[cut] = byte;
        expectOnlyTrue(broken, world);
      }),
      SAMPLED,
    );
  });
});

const bytesOfJson = fc.constantFrom(
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\u0000',
  'null',
  '1e999',
  '-',
  '__proto__',
);

function expectOnlyTrue(
  source: string | Uint8Array,
  { written }: { written: readonly { id: string }[] },
): void {
  const result = decodeSnapshot(source, FILE);
  if (!result.ok) {
    expect(['fileEmpty', 'snapshotBroken', 'snapshotForeign', 'snapshotNewer']).toContain(
      result.problem.code,
    );
    return;
  }
  const { commits } = mergeCommits(EMPTY_LOG, [...result.value.log, ...result.value.quarantine]).log;
  for (const [id, commit] of commits) {
    expect(JSON.stringify(sorted(commit))).toBe(JSON.stringify(sorted(written.find((one) => one.id === id))));
  }
  // A changed plan id would make a second plan out of the first.
  if ([...commits.values()].some(({ after }) => after === PLAN)) expect(result.value.plan).toBe(PLAN);
}

function sorted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

describe('what is no snapshot is refused, and told apart', () => {
  test.each(['', ' \r\n\t', '\uFEFF'])('an empty file (%j)', (text) => {
    expect(decodeSnapshot(text, FILE)).toEqual({ ok: false, problem: { code: 'fileEmpty', file: FILE } });
    expect(outcome(new TextEncoder().encode(text))).toBe('fileEmpty');
  });

  test.each([
    ['a table', 'Actividad;Meta\r\nMesas;21\r\n'],
    ['a page', '<!doctype html><html></html>'],
    ['another JSON', '{"type":"FeatureCollection","features":[]}'],
    ['a list', '[1,2]'],
    ['a word', '"plan-log"'],
    ['nothing', 'null'],
    ['JSON of another format', altered({ format: 'other' })],
  ])('something else: %s', (_, text) => {
    expect(decodeSnapshot(text, FILE)).toEqual({
      ok: false,
      problem: { code: 'snapshotForeign', file: FILE },
    });
  });

  test('a spreadsheet', () => {
    expect(outcome(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0xff, 0xfe, 0]))).toBe(
      'snapshotForeign',
    );
  });

  test('a newer file, whatever else it holds', () => {
    const result = decodeSnapshot(altered({ minReader: 2, version: 3, log: { by: 'device' } }), FILE);
    expect(result).toEqual({ ok: false, problem: { code: 'snapshotNewer', file: FILE, version: 2 } });
  });

  test.each<[string, object]>([
    ['no version', { minReader: 'one' }],
    ['no plan', { plan: 5 }],
    ['a plan id of another make', { plan: '../x' }],
    ['the id of another plan', { plan: 'pl_other' }],
    ['no date', { exportedAt: 'yesterday' }],
    ['no author', { exportedBy: null }],
    ['no heads', { heads: 7 }],
    ['heads of another make', { heads: { ana: [{ seq: 'one' }] } }],
    ['no log', { log: undefined }],
    ['a log that is no list', { log: {} }],
    ['a quarantine that is no list', { quarantine: 'none' }],
  ])('a damaged one: %s', (_, part) => {
    expect(outcome(altered({}))).toBe('ok');
    expect(outcome(altered(part))).toBe('snapshotBroken');
  });

  test('one nested beyond reason, or with a number beyond all numbers', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const poison of [deep, '{"a":1e999}']) {
      for (const key of ['log', 'quarantine']) {
        expect(outcome(altered({ [key]: ['@'] }).replace('"@"', poison))).toBe('snapshotBroken');
      }
      expect(outcome(poison)).toBe('snapshotForeign');
    }
  });

  test('a commit that was altered does not spoil the file: it is kept aside', () => {
    const log = imported(TEXT.replace('Mesas técnicas', 'Mesas tecnicas'));
    expect(log.commits.has(made.id)).toBe(false);
    expect(log.commits.size).toBe(LOG.commits.size - 1);
    expect(log.quarantine.map(({ reason }) => reason).sort()).toEqual(['altered', 'malformed']);
  });

  test('names that mean something to JavaScript do nothing', () => {
    const trap = altered({}).replace('"heads":{', '"heads":{"__proto__":[{"seq":1,"id":"x"}],');
    expect(read(trap).heads.get('__proto__')).toEqual([{ seq: 1, id: 'x' }]);
    expect(({} as Record<string, unknown>)['seq']).toBeUndefined();
  });
});
