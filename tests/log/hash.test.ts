import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isShortHashAt, sha256Hex, shortHash } from '../../src/log/hash';
import { PATIENCE_MS, SAMPLED } from '../support/histories';

const text = fc.array(fc.nat(0xd7ff)).map((units) => String.fromCharCode(...units));

test('is the published SHA-256 of "abc"', () => {
  const published = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(sha256Hex('abc')).toBe(published);
  expect(sha256Hex(new Uint8Array([97, 98, 99]))).toBe(published);
});

test('agrees with another implementation, over any text and any length', { timeout: PATIENCE_MS }, () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 42 }), (some, chars) => {
      const hash = () => createHash('sha256').update(some);
      expect(sha256Hex(some)).toBe(hash().digest('hex'));
      expect(shortHash(some, chars)).toBe(hash().digest('base64url').slice(0, chars));
    }),
    SAMPLED,
  );
  expect(shortHash('abc')).toHaveLength(16);
});

test('is found where it stands, and nowhere else', { timeout: PATIENCE_MS }, () => {
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(text, fc.nat(15), fc.nat(255), (some, at, byte) => {
      const content = encoder.encode(some);
      const bytes = encoder.encode(`..${shortHash(some)}..`);
      expect([1, 2, 3].map((start) => isShortHashAt(bytes, start, content))).toEqual([false, true, false]);
      const altered = bytes.with(2 + at, byte);
      expect(isShortHashAt(altered, 2, content)).toBe(bytes[2 + at] === byte);
    }),
    SAMPLED,
  );
});

test('refuses to make more of a hash than there is', () => {
  expect(() => shortHash('abc', 43)).toThrow(RangeError);
});
