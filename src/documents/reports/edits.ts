import type { Block, Document, Passage } from '../../domain/document';
import { quote } from './figures';

/** The document with the passages that a person wrote anew; each keeps what ours said. */
export function withTexts(document: Document, texts: ReadonlyMap<string, string>): Document {
  if (texts.size === 0) return document;
  return { ...document, blocks: document.blocks.map((block) => withText(block, texts)) };
}

function withText(block: Block, texts: ReadonlyMap<string, string>): Block {
  if (block.k === 'paragraph') return edited(block, texts);
  if (block.k === 'list') return { ...block, items: block.items.map((item) => edited(item, texts)) };
  return block;
}

function edited<P extends Passage>(passage: P, texts: ReadonlyMap<string, string>): P {
  const written = passage.key === undefined ? undefined : texts.get(passage.key);
  if (written === undefined) return passage;
  return { ...passage, text: [quote(written)], original: passage.original ?? passage.text };
}
