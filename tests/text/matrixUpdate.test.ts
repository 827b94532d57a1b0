import { expect, test } from 'vitest';
import type { LoadedMatrix } from '../../src/commands/findLoadedMatrix';
import type { UpdatePreview } from '../../src/commands/matrixUpdate/previewOf';
import { fieldWords } from '../../src/text/fieldNames';
import { holdWords, loadedBecause, toWrite, update } from '../../src/text/matrixUpdate';

type Row = UpdatePreview['rows'][number];
type Words<Key extends string> = Readonly<Record<Key, string>>;

test('everything that an update can say of a row, a field and a plan has its words', () => {
  const fates: Readonly<Record<Row['fate'], (n: number) => string>> = update.fates;
  const holds: Words<NonNullable<Row['changes'][number]['hold']>> = holdWords;
  const reasons: Words<LoadedMatrix['because']> = loadedBecause;
  for (const words of [
    Object.values(fates).map((tell) => tell(2)),
    Object.values(holds),
    Object.values(reasons),
  ]) {
    const texts: readonly string[] = words;
    expect(new Set(texts).size).toBe(texts.length);
  }
});

test('sets and columns of the file go by the name that a person knows', () => {
  expect(['responsible', 'tags', 'evidence'].map((field) => fieldWords(field, 'act:1'))).toEqual([
    'Responsables',
    'Etiquetas',
    'Evidencias',
  ]);
  expect(fieldWords('extra/FUENTE DE RECURSOS', 'ind:1')).toBe('FUENTE DE RECURSOS');
});

test('what is written is said before it is', () => {
  const nothing = { changes: 0, newRows: 0, restoredRows: 0, edits: 0 };
  expect(toWrite(nothing)).toBe('La matriz y el plan dicen lo mismo: no hay nada que escribir.');
  expect(toWrite({ ...nothing, changes: 1, edits: 2 })).toBe('Se escribirá: 1\u00a0cambio.');
  expect(toWrite({ ...nothing, changes: 12, newRows: 1, edits: 30 })).toBe(
    'Se escribirá: 12\u00a0cambios y 1\u00a0fila nueva.',
  );
  expect(toWrite({ ...nothing, restoredRows: 2, edits: 4 })).toBe('Se escribirá: 2\u00a0filas que vuelven.');
  expect(toWrite({ ...nothing, edits: 1 })).toContain('Ningún dato cambia');
});
