import { afterEach, expect, test, vi } from 'vitest';
import { printDocument } from '../../../src/ui/documents/printDocument';

afterEach(() => vi.unstubAllGlobals());

test('the window is named after the document while it is printed, and only then', () => {
  const page = new EventTarget();
  const document = { title: 'Acta · Bitácora' };
  const names: string[] = [];
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('print', () => names.push(document.title));
  printDocument('Acta 8 - Hacienda - 2023-04-10');
  expect(names).toEqual(['Acta 8 - Hacienda - 2023-04-10']);
  page.dispatchEvent(new Event('afterprint'));
  expect(document.title).toBe('Acta · Bitácora');
});
