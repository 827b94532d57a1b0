import { isMark, passagesOf, plainText, wideCell } from '../../domain/document';
import type { Block, Document, Words } from '../../domain/document';

/** What a reader shows where a character could not be kept. */
export const REPLACEMENT = '\ufffd';

/** Finds what XML cannot hold: controls, halves of characters, and the two that are none. */
export function unwritable(): RegExp {
  return /(?![\n\t])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
}

/** The texts of a document that a Word file cannot keep as they are, each once, as they are printed instead. */
export function replacedTexts({ title, letterhead, blocks }: Document): readonly string[] {
  const heading = [title, letterhead.entityName, ...letterhead.entityFacts];
  const texts = [...heading, ...blocks.flatMap(wordsOf)].map(plainText);
  const replaced = texts.map((text) => text.replace(unwritable(), REPLACEMENT));
  return [...new Set(replaced.filter((text, at) => text !== texts[at]))];
}

function wordsOf(block: Block): readonly Words[] {
  switch (block.k) {
    case 'facts':
      return block.rows.flat();
    case 'table':
      return [
        block.caption,
        ...block.columns.map(({ label }) => label),
        ...block.rows.flat().flatMap((cell) => (isMark(cell) ? [] : [wideCell(cell).text])),
      ];
    case 'bars':
      return [block.caption, ...block.bars.flatMap(({ name, text }) => [name, text])];
    case 'signatures':
      return block.people.flatMap(({ name, lines }) => [name, ...lines]);
    case 'heading':
      return [block.text];
    case 'paragraph':
    case 'list':
      return passagesOf(block).map(({ text }) => text);
  }
}
