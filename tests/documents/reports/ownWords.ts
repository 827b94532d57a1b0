import { isMark, wideCell } from '../../../src/domain/document';
import type { Block, Document, Figure, Inline, Words } from '../../../src/domain/document';

/** Every string of a report that is our own: no figure, and nothing that a person or a file wrote. */
export function ownWordsOf({ blocks }: Document): readonly string[] {
  return blocks
    .flatMap(wordsIn)
    .flatMap(inlinesIn)
    .filter((one) => typeof one === 'string');
}

/** All figures of a report. */
export function figuresOf({ blocks }: Document): readonly Figure[] {
  return blocks
    .flatMap(wordsIn)
    .flatMap(inlinesIn)
    .filter((one) => typeof one !== 'string')
    .filter((one) => one.k === 'figure');
}

function inlinesIn(words: Words): readonly Inline[] {
  return typeof words === 'string' ? [words] : words;
}

function wordsIn(block: Block): readonly Words[] {
  switch (block.k) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'facts':
      return block.rows.flat();
    case 'table': {
      const cells = block.rows.flat().filter((cell) => !isMark(cell));
      const labels = block.columns.map(({ label }) => label);
      return [block.caption, ...labels, ...cells.map((cell) => wideCell(cell).text)];
    }
    case 'bars': {
      const { caption, labels, bars } = block;
      return [caption, labels.name, labels.value, ...bars.flatMap(({ name, text }) => [name, text])];
    }
    case 'signatures':
      return [];
  }
}
