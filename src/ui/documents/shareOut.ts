import type { Block, Document } from '../../domain/document';

/** A block and how many of its rows are drawn. */
interface Share {
  readonly block: Block;
  readonly rows: number;
}

/** How much there is to draw: a block counts for one, a table for its rows. */
export function sizeOf({ blocks }: Pick<Document, 'blocks'>): number {
  return blocks.reduce((sum, block) => sum + weight(block), 0);
}

/** The first blocks of a document that come to so much; the last table may be without its last rows. */
export function shareOut({ blocks }: Pick<Document, 'blocks'>, room: number): readonly Share[] {
  const shares: Share[] = [];
  let left = room;
  for (const block of blocks) {
    if (left <= 0) break;
    shares.push({ block, rows: Math.min(left, weight(block)) });
    left -= weight(block);
  }
  return shares;
}

function weight(block: Block): number {
  return block.k === 'table' ? Math.max(1, block.rows.length) : 1;
}
