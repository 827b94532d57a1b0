import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { looksLikeMatrix } from '../../src/commands/looksLikeMatrix';

const book = await readFile('public/examples/cartagena-2023-plan-accion.xlsx');
const zip = zipSync({ 'foto.jpg': Uint8Array.of(1, 2, 3) });

describe('whatever it is called,', () => {
  test.each([
    ['a book', book, true],
    ['a table of text', 'Ítem;Actividad;Meta\n1;Mesas;4\n', true],
    ['a web page with a table', '<html><table><tr><td>1</td></tr></table></html>', true],
    ['a zip of photos', zip, false],
    ['a message', 'Buenos días, le envío lo acordado.\nGracias.', false],
    ['other JSON', '{"a":1,\n"b":2,\n"c":3}', false],
    ['nothing', '', false],
  ])('%s', async (_what, content, is) => {
    const part = typeof content === 'string' ? content : new Uint8Array(content);
    expect(await looksLikeMatrix(new File([part], 'x.bin'))).toBe(is);
  });
});
