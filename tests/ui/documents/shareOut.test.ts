import { expect, test } from 'vitest';
import type { Block } from '../../../src/domain/document';
import { shareOut, sizeOf, WHOLE } from '../../../src/ui/documents/shareOut';

const paragraph: Block = { k: 'paragraph', text: 'a' };
const table = (rows: number): Block => ({
  k: 'table',
  caption: 'c',
  columns: [
    { label: 'a', share: 1 },
    { label: 'b', share: 1 },
  ],
  rows: Array.from({ length: rows }, () => ['a', 'b']),
});
const document = { blocks: [paragraph, table(100), paragraph, table(3)] };

test('a document is drawn from its beginning, cell by cell, and nothing of it twice', () => {
  expect(shareOut(document, WHOLE, 4).map(({ rows }) => rows)).toEqual([1]);
  expect(shareOut(document, WHOLE, 14).map(({ rows }) => rows)).toEqual([1, 5]);
  expect(shareOut(document, WHOLE, 204).map(({ rows }) => rows)).toEqual([1, 100]);
  expect(shareOut(document, WHOLE, sizeOf(document, WHOLE)).map(({ rows }) => rows)).toEqual([1, 100, 1, 3]);
});

test('a long list is drawn item by item too', () => {
  const items = Array.from({ length: 1000 }, () => ({ text: 'a' }));
  const list: Block = { k: 'list', isNumbered: false, items };
  expect(shareOut({ blocks: [list] }, WHOLE, 40)).toEqual([{ block: list, rows: 10, of: 1000 }]);
  expect(sizeOf({ blocks: [list] }, { blocks: 9, rows: 50 })).toBe(200);
});

test('at first sight a long table stops, and what comes after it does not wait', () => {
  const sight = { blocks: 3, rows: 10 };
  expect(shareOut(document, sight, sizeOf(document, sight))).toEqual([
    { block: paragraph, rows: 1, of: 1 },
    { block: document.blocks[1], rows: 10, of: 10 },
    { block: paragraph, rows: 1, of: 1 },
  ]);
});
