import type { Block, Document } from '../../domain/document';

/** A block, how many of its rows are drawn, and how many of them it will come to. */
export interface Share {
  readonly block: Block;
  readonly rows: number;
  readonly of: number;
}

/** What a paragraph takes to draw, in cells of a table. */
const WORDS = 4;

/** As many blocks and rows of each table as are looked at before somebody asks for all of them. */
export interface Sight {
  readonly blocks: number;
  readonly rows: number;
}

export const WHOLE: Sight = { blocks: Infinity, rows: Infinity };

/** How much there is to draw of what is in sight, in cells. */
export function sizeOf({ blocks }: Pick<Document, 'blocks'>, sight: Sight): number {
  return blocks.slice(0, sight.blocks).reduce((sum, block) => sum + rowsIn(block, sight) * widthOf(block), 0);
}

/** The first blocks of a document that come to so many cells; the last table may be without its last rows. */
export function shareOut(
  { blocks }: Pick<Document, 'blocks'>,
  sight: Sight,
  cells: number,
): readonly Share[] {
  const shares: Share[] = [];
  let left = cells;
  for (const block of blocks.slice(0, sight.blocks)) {
    if (left <= 0) break;
    const of = rowsIn(block, sight);
    const rows = Math.min(of, Math.ceil(left / widthOf(block)));
    shares.push({ block, rows, of });
    left -= of * widthOf(block);
  }
  return shares;
}

function rowsIn(block: Block, { rows }: Sight): number {
  return Math.min(rows, Math.max(1, lengthOf(block)));
}

/** How many rows or items there are; a block of words is one. */
export function lengthOf(block: Block): number {
  switch (block.k) {
    case 'table':
    case 'facts':
      return block.rows.length;
    case 'list':
      return block.items.length;
    case 'bars':
      return block.bars.length;
    case 'signatures':
      return block.people.length;
    case 'heading':
    case 'paragraph':
      return 1;
  }
}

function widthOf(block: Block): number {
  return block.k === 'table' ? Math.max(1, block.columns.length) : WORDS;
}
