import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTextAt } from '../../src/formats/textAt';
import { PATIENCE_MS, SAMPLED } from '../support/histories';

const encoder = new TextEncoder();
const texts = fc.string({ unit: fc.constantFrom('a', 'ñ', '—', '😀', '"', ' '), maxLength: 40 });

test('bytes are a text where all of them are, wherever they begin', { timeout: PATIENCE_MS }, () => {
  fc.assert(
    fc.property(texts, texts, fc.nat(9), fc.nat(), fc.nat(255), (text, other, before, where, byte) => {
      const own = encoder.encode(text);
      const bytes = Uint8Array.from([
        ...encoder.encode('x'.repeat(before)),
        ...own,
        ...encoder.encode('xyz'),
      ]);
      const end = before + own.length;
      expect(isTextAt(bytes, before, end, text)).toBe(true);
      expect(isTextAt(bytes, before, end + 1, text)).toBe(false);
      expect(isTextAt(bytes, before, end, other)).toBe(other === text);
      const at = before + (where % Math.max(1, own.length));
      if (own.length === 0) return;
      expect(isTextAt(bytes.with(at, byte), before, end, text)).toBe(bytes[at] === byte);
    }),
    SAMPLED,
  );
});

test('a long text, too, after a short one and before it', () => {
  const long = 'Mesa de trabajo '.repeat(10_000);
  for (const text of ['corto', long, 'corto']) {
    const bytes = encoder.encode(`.${text}.`);
    expect(isTextAt(bytes, 1, bytes.length - 1, text)).toBe(true);
    expect(isTextAt(bytes.with(bytes.length - 2, 0), 1, bytes.length - 1, text)).toBe(false);
  }
});
