import 'fake-indexeddb/auto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { minutesFile } from '../../src/commands/exportMinutes';
import { fileNameFrom } from '../../src/commands/fileName';
import { putBlob } from '../../src/storage/blobs';
import { openDatabase } from '../../src/storage/database';
import { someMinutes, STROKES } from '../support/minutes';
import { aPng } from '../support/pictures';

test('an acta leaves as a Word file with the signatures that this device holds', async () => {
  await openDatabase('export-minutes');
  const mediaOf = (bytes: Uint8Array) =>
    Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('word/media/'));
  expect(mediaOf((await minutesFile(someMinutes(), new Set())).bytes)).toHaveLength(0);
  const { bytes, mime } = aPng(600, 200);
  await putBlob({ sha256: STROKES, mime, bytes: bytes.buffer as ArrayBuffer });
  const file = await minutesFile(someMinutes(), new Set());
  expect(mediaOf(file.bytes)).toHaveLength(1);
  expect(file.name).toBe('Acta 8 - Secretaría de Hacienda - 2023-04-10.docx');
  expect(file.mime).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  expect(file.isShareable).toBe(true);
});

test('a title is a file name on every system', () => {
  expect(fileNameFrom('Acta 8/9: «Hacienda» <2>?\u0000|"*\\', 'docx')).toBe('Acta 8 9 «Hacienda» 2.docx');
  expect(fileNameFrom(' ..Acta\n8.. ', 'docx')).toBe('Acta 8.docx');
  expect(fileNameFrom('Oficina'.normalize('NFD') + ' Jurídica'.normalize('NFD'), 'pdf')).toBe(
    'Oficina Jurídica.pdf',
  );
  expect(fileNameFrom('///', 'docx')).toBe('documento.docx');
  const long = fileNameFrom('ñ'.repeat(300), 'docx');
  expect(new TextEncoder().encode(long).length).toBeLessThan(255);
});
