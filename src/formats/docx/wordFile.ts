import {
  Document as WordDocument,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { ILevelsOptions, Table } from 'docx';
import type {
  Block,
  Document,
  DocumentParagraph,
  DocumentTable,
  PageFoot,
  Words,
} from '../../domain/document';
import { LINE, MARGIN, sheetOf, SOFT, textWidth } from './measures';
import { barsOf } from './bars';
import { STYLE, STYLES } from './styles';
import { factsOf, letterheadOf, signaturesOf, tableOf } from './tables';
import { QUIET, runsOf, writable } from './words';
import type { Pictures } from './words';

const NUMBERS: ILevelsOptions = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: '%1.',
  style: { paragraph: { indent: { left: 460, hanging: 360 } } },
};

/** The bytes of a Word file. Loaded with the library that writes it, only when somebody asks for one. */
export async function wordFile(document: Document, pictures: Pictures): Promise<Uint8Array<ArrayBuffer>> {
  const { title, paper, letterhead, foot, blocks } = document;
  const width = textWidth(paper);
  const { short, long } = sheetOf(paper);
  const file = new WordDocument({
    title: writable(title),
    creator: writable(letterhead.entityName),
    styles: STYLES,
    numbering: { config: blocks.flatMap(listConfig) },
    sections: [
      {
        properties: {
          page: {
            size: { width: short, height: long, orientation: paper.isLandscape ? 'landscape' : 'portrait' },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, header: 567, footer: 567 },
          },
        },
        headers: {
          default: new Header({ children: [letterheadOf(letterhead, width, pictures), spacer(240)] }),
        },
        footers: { default: footerOf(foot, width) },
        children: blocks.flatMap((block, at) => partsOf(block, { width, pictures, list: listName(at) })),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

interface Setting {
  readonly width: number;
  readonly pictures: Pictures;
  /** The name under which a numbered list counts from one. */
  readonly list: string;
}

const HEADINGS = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const;

function partsOf(block: Block, { width, pictures, list }: Setting): readonly (Paragraph | Table)[] {
  switch (block.k) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: runsOf(block.text) })];
    case 'paragraph':
      return [paragraphOf(block)];
    case 'list':
      return listOf(block, list);
    case 'facts':
      return block.rows.length === 0 ? [] : [factsOf(block.rows, width), spacer()];
    case 'table':
      return [...tableCaption(block), tableOf(block, width, pictures), spacer()];
    case 'bars':
      return [captionOf(block.caption), barsOf(block, width), spacer()];
    case 'signatures':
      return block.people.length === 0 ? [] : [signaturesOf(block.people, width, pictures), spacer()];
  }
}

function listOf({ isNumbered, items }: Extract<Block, { k: 'list' }>, list: string): readonly Paragraph[] {
  const mark = isNumbered ? { numbering: { reference: list, level: 0 } } : { bullet: { level: 0 } };
  return items.map(({ text }) => new Paragraph({ style: 'ListParagraph', ...mark, children: runsOf(text) }));
}

function tableCaption({ isCaptionHidden, caption }: DocumentTable): readonly Paragraph[] {
  return isCaptionHidden ? [] : [captionOf(caption)];
}

function captionOf(caption: Words): Paragraph {
  return new Paragraph({ style: STYLE.caption, children: runsOf(caption) });
}

function paragraphOf({ text, manner }: DocumentParagraph): Paragraph {
  const children = runsOf(text);
  if (manner === 'quiet') return new Paragraph({ style: STYLE.quiet, children });
  if (manner !== 'boxed') return new Paragraph({ children });
  const line = { ...LINE, space: 5 };
  const border = { top: line, bottom: line, right: line, left: { ...line, size: 24 } };
  return new Paragraph({ style: STYLE.boxed, children, border, shading: { type: 'clear', fill: SOFT } });
}

/** The form at the left and the number of the page at the right. */
function footerOf({ text, page, of }: PageFoot, width: number): Footer {
  const number = new TextRun({
    ...QUIET,
    children: [`\t${writable(page)} `, PageNumber.CURRENT, ` ${writable(of)} `, PageNumber.TOTAL_PAGES],
  });
  const tabStops = [{ type: TabStopType.RIGHT, position: width }];
  return new Footer({ children: [new Paragraph({ tabStops, children: [...runsOf(text, QUIET), number] })] });
}

/** Keeps two tables from becoming one, and what follows from touching them. */
function spacer(height = 120): Paragraph {
  return new Paragraph({ spacing: { after: 0, line: height, lineRule: 'exact' } });
}

/** Each numbered list counts for itself. */
function listConfig(block: Block, at: number) {
  const isCounted = block.k === 'list' && block.isNumbered;
  return isCounted ? [{ reference: listName(at), levels: [NUMBERS] }] : [];
}

function listName(at: number): string {
  return `list-${at}`;
}
