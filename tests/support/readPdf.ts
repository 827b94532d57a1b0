// Reads back what a browser printed. The legacy build is the one that Node runs.
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page. What stands in its margins may come before the rest. */
export function textOfPdf(bytes: Uint8Array): Promise<readonly string[]> {
  return readingPdf(bytes, async (pdf) => {
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const parts = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
      pages.push(parts.join(''));
    }
    return pages;
  });
}

/** True where a screen reader finds headings, tables and lists: it says so of itself, and every page has a tree. */
export function isTaggedPdf(bytes: Uint8Array): Promise<boolean> {
  return readingPdf(bytes, async (pdf) => {
    const mark = (await pdf.getMarkInfo()) as { readonly Marked?: boolean } | null;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const tree = await (await pdf.getPage(number)).getStructTree();
      if (!tree || tree.children.length === 0) return false;
    }
    return mark?.Marked === true;
  });
}

/** The language that it says it is in; empty where it says none. */
export function languageOfPdf(bytes: Uint8Array): Promise<string> {
  return readingPdf(bytes, async (pdf) => {
    const { info } = await pdf.getMetadata();
    const { Language } = info as { readonly Language?: unknown };
    return typeof Language === 'string' ? Language : '';
  });
}

async function readingPdf<T>(bytes: Uint8Array, read: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const { getDocument } = await loadReader();
  // The reader takes the bytes for itself: the caller keeps its own.
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 });
  try {
    return await read(await loading.promise);
  } finally {
    await loading.destroy();
  }
}

/** Nothing is drawn here: where the machine has no canvas for Node, an empty matrix is enough for reading. */
async function loadReader() {
  Object.assign(globalThis, { DOMMatrix: globalThis.DOMMatrix ?? class {} });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
