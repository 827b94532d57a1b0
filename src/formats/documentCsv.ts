import { plainText } from '../domain/document';
import type { Block, Cell, Document } from '../domain/document';
import { writeCsv } from './csv';

/** What a document says, line by line, as a table of text: its facts, and its tables under their headings. */
export function documentCsv({ blocks }: Document): Uint8Array<ArrayBuffer> {
  return new Uint8Array(writeCsv(blocks.flatMap(rowsOf)));
}

function rowsOf(block: Block): readonly (readonly string[])[] {
  switch (block.k) {
    case 'heading':
    case 'paragraph':
      return [[plainText(block.text)]];
    case 'list':
      return block.items.map(({ text }) => [plainText(text)]);
    case 'facts':
      return block.rows.map(([name, words]) => [name, plainText(words)]);
    case 'table':
      return [
        block.columns.map(({ label }) => plainText(label)),
        ...block.rows.map((row) => row.map(cellText)),
      ];
    // What is drawn or signed says nothing that a table could hold.
    case 'bars':
    case 'signatures':
      return [];
  }
}

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (!('k' in cell)) return plainText(cell);
  return cell.k === 'cell' ? plainText(cell.text) : '';
}
