import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isTaggedPdf, textOfPdf } from './readPdf';

// Printed by Chromium from the same page, with tags and without.
const tagged = new Uint8Array(readFileSync('tests/fixtures/pdf/tagged.pdf'));
const untagged = new Uint8Array(readFileSync('tests/fixtures/pdf/untagged.pdf'));

test('the text of a printed page is read back, its accents and its number too', async () => {
  for (const bytes of [tagged, untagged]) {
    const [first, second, ...rest] = await textOfPdf(bytes);
    expect(rest).toEqual([]);
    expect(first).toMatch(/Acta de reunión\s+Qué se dijo, en dos palabras\./);
    expect(first).toContain('Página 1 de 2');
    expect(second).toMatch(/Compromiso\s+Quién\s+Enviar el acta\s+Óscar Núñez/);
    expect(second).toContain('Página 2 de 2');
  }
});

test('a PDF with tags is told from one without', async () => {
  expect(await isTaggedPdf(tagged)).toBe(true);
  expect(await isTaggedPdf(untagged)).toBe(false);
});
