import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCommitOfProvenLine, verifyCommit } from '../../src/log/commit';
import { commitLine } from '../../src/log/commitLine';
import { shortHash } from '../../src/log/hash';
import { canonicalJson, MAX_DEPTH } from '../../src/log/json';
import type { Json } from '../../src/log/json';
import { isProvenLine } from '../../src/log/provenLine';
import { aWriter } from '../support/commits';
import { histories, PATIENCE_MS, PLAN, SAMPLED } from '../support/histories';

interface Judged {
  readonly byLine: boolean;
  readonly byValue: boolean;
}

/** What the bytes of a line show beside what its value shows, taken apart and written anew. Null for what is no JSON. */
function judged(line: string | Uint8Array): Judged | null {
  const bytes = typeof line === 'string' ? encoder.encode(line) : line;
  const isProven = isProvenLine(...among(bytes));
  const value = parsed(decoder.decode(bytes));
  if (value === undefined) return null;
  const verdict = verifyCommit(value);
  return {
    byLine: isProven && isCommitOfProvenLine(value),
    byValue: verdict.ok && isEqual(encoder.encode(commitLine(verdict.commit)), bytes),
  };
}

/** A line stands among others, whose bytes are not its own. */
function among(line: Uint8Array): [bytes: Uint8Array, start: number, end: number] {
  const before = encoder.encode('{"id":"');
  const after = encoder.encode('\u00bf":1,"z"}]},\n{"id":"');
  return [Uint8Array.from([...before, ...line, ...after]), before.length, before.length + line.length];
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** A line whose id is the hash of the very bytes that follow it, whatever they are. */
function signedBytes(content: Uint8Array): Uint8Array {
  return Uint8Array.from([...encoder.encode(`{"id":"ana.1.${shortHash(content)}",`), ...content.subarray(1)]);
}

/** A line whose id is the hash of the very text that follows it, whether that is canonical or not. */
function signedLine(content: string): string {
  return `{"id":"ana.1.${shortHash(content)}",${content.slice(1)}`;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const CONTENT = {
  after: PLAN,
  at: '2026-06-14T09:21:07.123Z',
  by: 'p:ana',
  device: 'ana',
  ops: [{ e: 'act:1', set: { a: 1.5, b: ['x', true, null, { c: 0 }], z: 'días' } }],
  sv: 1,
};

describe('a line that proves itself', { timeout: PATIENCE_MS }, () => {
  test('is every one that the app writes, but for escaped characters', () => {
    const all = fc.property(histories, ({ written }) => {
      for (const commit of written) {
        const line = commitLine(commit);
        expect(judged(line)).toEqual({ byLine: !line.includes('\\'), byValue: true });
      }
    });
    fc.assert(all, SAMPLED);
    const odd: Json = ['"', '\n', '\\', '\ud83d\ude00', '\ud800'];
    expect(judged(commitLine(aWriter('ana').set('act:1', { odd })))).toEqual({
      byLine: false,
      byValue: true,
    });
  });

  test('is one of whatever a commit may hold, and takes numbers only as they are written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (some) => {
        const value = JSON.parse(JSON.stringify(some)) as Json;
        const line = commitLine(aWriter('ana').set('act:1', { field: value }));
        expect(judged(line)).toEqual({
          byLine: !/[\\\ud800-\udfff]/.test(line),
          byValue: true,
        });
      }),
      SAMPLED,
    );
  });

  test('is none that was altered anywhere, though it may still be JSON', () => {
    const damage = fc.record({
      at: fc.nat(),
      cut: fc.nat(3),
      put: fc.oneof(
        fc.constantFrom('', ' ', '"', ',', ':', '0', '1', 'e1', '.0', '-', '\\', '{', '}', '[', ']'),
        fc.string({ maxLength: 2 }),
      ),
    });
    fc.assert(
      fc.property(histories, fc.nat(), damage, ({ written }, which, { at, cut, put }) => {
        if (written.length === 0) return;
        const line = commitLine(written[which % written.length]!);
        const start = at % (line.length + 1);
        const altered = line.slice(0, start) + put + line.slice(start + cut);
        if (altered !== line) expect(judged(altered)?.byLine ?? false).toBe(false);
      }),
      SAMPLED,
    );
  });

  test('is none in which a bit was flipped', () => {
    const line = commitLine(aWriter('ana').set('act:1', { name: 'Mesas técnicas', n: 12.5 }));
    const bytes = new TextEncoder().encode(line);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Uint8Array.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(judged(flipped)?.byLine ?? false, `bit ${bit}`).toBe(false);
    }
  });

  test.each([
    ['with a blank', (text: string) => text.replace(':', ': ')],
    ['with a blank at its end', (text: string) => `${text} `],
    ['with an escape that says the same', (text: string) => text.replace('act', '\\u0061ct')],
    [
      'with keys in another order',
      (text: string) => text.replace('"a":1.5,', '').replace('"z":', '"z":1,"a":'),
    ],
    ['with a key twice', (text: string) => text.replace('"a":1.5', '"a":1.5,"a":1.5')],
    ['with an outer key twice', (text: string) => text.replace('"sv":1', '"sv":1,"sv":1')],
    ['with another id', (text: string) => text.replace('"ops"', '"id":"ana.1.AAAAAAAAAAAAAAAA","ops"')],
    ['with keys that engines put first', (text: string) => text.replace('"b":', '"b":1,"1":')],
    ['with a number that is not plain', (text: string) => text.replace('1.5', '1.50')],
    ['with one in powers', (text: string) => text.replace('1.5', '15e-1')],
    ['with one of too many digits', (text: string) => text.replace('1.5', '12345678901234567890')],
    ['with a zero below zero', (text: string) => text.replace('1.5', '-0')],
    ['with a number beyond all numbers', (text: string) => text.replace('1.5', '1e999')],
    ['with a forbidden name', (text: string) => text.replace('"z":', '"prototype":1,"z":')],
    ['nested too deep', (text: string) => text.replace('1.5', '['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH))],
  ])('is none %s, though its id is the hash of that very text', (_, alter) => {
    const text = canonicalJson(CONTENT);
    expect(judged(signedLine(text))).toEqual({ byLine: true, byValue: true });
    expect(alter(text)).not.toBe(text);
    expect(judged(signedLine(alter(text)))).toEqual({ byLine: false, byValue: false });
  });

  test('is none where its author hashed any other text of the same commit', () => {
    const spot = fc.record({
      at: fc.nat(),
      cut: fc.nat(2),
      put: fc.constantFrom('', ' ', '0', '1', 'e0', '.0', ',"a":1', '"a":1,', '\\u0061', '[', ']', 'é'),
    });
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 2 }), (spots) => {
        const text = spots.reduce((whole, { at, cut, put }) => {
          const start = 1 + (at % whole.length);
          return whole.slice(0, start) + put + whole.slice(start + cut);
        }, canonicalJson(CONTENT));
        const found = judged(signedLine(text));
        if (found) expect(found.byLine && !found.byValue).toBe(false);
      }),
      { ...SAMPLED, numRuns: SAMPLED.numRuns * 20 },
    );
  });

  test('is none of bytes that are no UTF-8, though its author hashed those very bytes', () => {
    const bytes = encoder.encode(canonicalJson(CONTENT));
    const inText = decoder.decode(bytes).indexOf('p:ana');
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 4 }), (put) => {
        const content = Uint8Array.from([...bytes.subarray(0, inText), ...put, ...bytes.subarray(inText)]);
        const found = judged(signedBytes(content));
        if (found) expect(found.byLine && !found.byValue).toBe(false);
      }),
      { ...SAMPLED, numRuns: SAMPLED.numRuns * 20 },
    );
  });

  test.each([
    ['two bytes', [0xc3, 0xb1], true],
    ['three', [0xe2, 0x80, 0x9c], true],
    ['the last of three', [0xef, 0xbf, 0xbf], true],
    ['four, which sort otherwise in UTF-16', [0xf0, 0x9f, 0x98, 0x80], false],
    ['two that say one of ASCII', [0xc1, 0xa1], false],
    ['three that say one of two', [0xe0, 0x81, 0xa1], false],
    ['half of a pair', [0xed, 0xa0, 0x80], false],
    ['an inner byte alone', [0x80], false],
    ['a beginning alone', [0xc3], false],
    ['two of three', [0xe2, 0x80], false],
    ['a byte that there is not', [0xff], false],
  ])('takes letters only as UTF-8 writes them: %s', (_, letter, isTaken) => {
    const content = canonicalJson(CONTENT);
    const at = content.indexOf('p:ana');
    const [before, after] = [content.slice(0, at), content.slice(at)].map((text) => encoder.encode(text));
    const line = signedBytes(Uint8Array.from([...before!, ...letter, ...after!]));
    expect(judged(line)?.byLine).toBe(isTaken);
  });

  test.each(['1'.repeat(100_000), '-', '.5', '5.', '1.2.3', '00', '1e5', 'tru'])(
    'bears whatever stands where a number would: %#',
    (word) => {
      const line = encoder.encode(signedLine(canonicalJson(CONTENT).replace('1.5', word)));
      const isProven = isProvenLine(line, 0, line.length);
      expect(isProven && parsed(decoder.decode(line)) !== undefined).toBe(false);
    },
  );

  test.each(['', '{}', '{"id":"x"}', '{"id":"x"', '[]', '7', '{"id":7}', '"{\\"id\\":\\"x\\""'])(
    'is none that is no commit: %s',
    (line) => {
      expect(judged(line)?.byLine ?? false).toBe(false);
    },
  );

  test('closes all that it opens, and ends there: a list of such lines reads as each of them does', () => {
    const whole = canonicalJson(CONTENT);
    expect(isProvenLine(...among(encoder.encode(signedLine(whole))))).toBe(true);
    for (const content of [
      whole.slice(0, -1),
      `${whole.slice(0, -1)},"z":[1`,
      `${whole}}`,
      `${whole},{"a":1}`,
    ]) {
      expect(isProvenLine(...among(encoder.encode(signedLine(content))))).toBe(false);
    }
  });
});
