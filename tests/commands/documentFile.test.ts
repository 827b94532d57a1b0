import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { documentFile } from '../../src/commands/documentFile';
import type { Document } from '../../src/domain/document';
import { documentWords } from '../../src/text/documents';
import { openDatabase } from '../../src/storage/database';

const SOUND: Document = {
  title: 'Informe',
  paper: { size: 'letter', isLandscape: false },
  letterhead: { entityName: 'Alcaldía', entityFacts: [], documentName: 'Informe', facts: [], logo: null },
  foot: { text: '', page: 'Página', of: 'de' },
  blocks: [{ k: 'heading', level: 2, text: 'Resultados' }],
};

test('a Word file says which texts lost a character that Word cannot hold, as they are printed', async () => {
  await openDatabase('document-file');
  expect((await documentFile(SOUND)).replaced).toEqual([]);
  const odd: Document = { ...SOUND, blocks: [{ k: 'heading', level: 2, text: 'Avance\u0007 del plan' }] };
  const { replaced } = await documentFile(odd);
  expect(replaced).toEqual(['Avance\ufffd del plan']);
  expect(documentWords.replacedInWord(replaced)).toBe(
    'Word no admite algunos signos y los muestra como \ufffd: «Avance\ufffd del plan».',
  );
});
