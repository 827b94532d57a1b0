import { isMark, placedCells, plainText, wideCell } from '../../src/domain/document';
import type { Block, Cell, Document } from '../../src/domain/document';

/** Every word of a document in reading order, a line to each heading, paragraph, item, row and signatory. */
export function linesOf({ blocks }: Document): readonly string[] {
  return blocks.flatMap(linesOfBlock);
}

/** What a document says as a file writes it: a piece to each paragraph of it, without those that are empty. */
export function piecesOf({ blocks }: Document): readonly string[] {
  return blocks.flatMap(piecesOfBlock).filter(Boolean);
}

/** The words of a cell; of a signature those that stand in its place. */
function cellText(cell: Cell): string {
  if (!isMark(cell)) return plainText(wideCell(cell).text);
  return cell.k === 'picture' ? cell.missing : cell.words;
}

function linesOfBlock(block: Block): readonly string[] {
  switch (block.k) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${plainText(block.text)}`];
    case 'facts':
      return block.rows.map(([name, text]) => `${name}: ${plainText(text)}`);
    case 'table':
      return [block.columns.map(({ label }) => label), ...block.rows].map((row) =>
        row.map((cell) => (isMark(cell) ? cell.words : cellText(cell))).join(' | '),
      );
    case 'bars':
      return block.bars.map(({ name, text }) => `${plainText(name)} | ${plainText(text)}`);
    case 'signatures':
      return block.people.map(({ name, lines, mark }) => [name, ...lines, mark.words].join(' / '));
    case 'paragraph':
    case 'list':
      return piecesOfBlock(block);
  }
}

function piecesOfBlock(block: Block): readonly string[] {
  switch (block.k) {
    case 'heading':
    case 'paragraph':
      return [plainText(block.text)];
    case 'list':
      return block.items.map(({ text }) => plainText(text));
    case 'facts':
      return block.rows.flatMap(([name, text]) => [name, plainText(text)]);
    case 'table':
      return [
        ...(block.isCaptionHidden ? [] : [plainText(block.caption)]),
        ...block.columns.map(({ label }) => plainText(label)),
        ...placedCells(block).flatMap((row) => row.map(({ cell }) => cellText(cell))),
      ];
    case 'bars':
      return [
        plainText(block.caption),
        ...block.bars.flatMap(({ name, text }) => [plainText(name), plainText(text)]),
      ];
    case 'signatures':
      return [];
  }
}
