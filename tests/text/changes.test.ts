import { expect, test } from 'vitest';
import { changes } from '../../src/text/changes';
import { structure } from '../../src/text/structure';

test.each([
  ['El plan quedó actualizado con la matriz.', 'el plan quedó actualizado con la matriz.'],
  ['Se quitó «Abrir»', 'se quitó «Abrir»'],
  ['NIT', 'NIT'],
  ['', ''],
])('what was told, «%s», goes on in small letters after what was done with it', (told, inside) => {
  expect(changes.undone(told)).toBe(`Deshecho: ${inside}`);
  expect(structure.undoLast(told)).toBe(`Deshacer: ${inside}`);
  expect(structure.changed(told)).toBe(`Cambió ${inside}`);
});
