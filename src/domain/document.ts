/**
 * A document as it will be printed: blocks with their words and values in reading order. `documents/` builds it,
 * `ui/` draws it on the screen and on paper, `formats/` writes it to a file; none of them computes.
 */
export interface Document {
  /** The name of the file and of the window. */
  readonly title: string;
  readonly paper: Paper;
  readonly letterhead: Letterhead;
  readonly foot: PageFoot;
  readonly blocks: readonly Block[];
}

/** Oficio is 216 x 330 mm. Wide tables are read with the sheet lying down. */
export interface Paper {
  readonly size: 'letter' | 'oficio';
  readonly isLandscape: boolean;
}

/** What a document begins with, and every page of it in a file (journey J8). */
export interface Letterhead {
  readonly entityName: string;
  /** What tells the entity from any other, under its name: "NIT 890.399.011-3". */
  readonly entityFacts: readonly string[];
  readonly documentName: string;
  /** SHA-256 of the picture of the entity's logo; null where it has given none. */
  readonly logo: string | null;
  /** The form's own facts, in order: "Código: FT-01", "Versión: 2". */
  readonly facts: readonly string[];
}

/** At the foot of every page: a text, and the words around its number and that of all pages, "Página 2 de 3". */
export interface PageFoot {
  readonly text: string;
  readonly page: string;
  readonly of: string;
}

export type Block =
  | { readonly k: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | DocumentParagraph
  | { readonly k: 'list'; readonly isNumbered: boolean; readonly items: readonly string[] }
  /** Pairs of a name and what it is. */
  | { readonly k: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | DocumentTable
  | { readonly k: 'signatures'; readonly people: readonly Signatory[] };

export interface DocumentParagraph {
  readonly k: 'paragraph';
  readonly text: string;
  /** Quiet is what one looks up and does not read; boxed is what nobody may overlook. */
  readonly manner?: 'quiet' | 'boxed';
}

export interface DocumentTable {
  readonly k: 'table';
  readonly caption: string;
  /** Where the heading above says the same. */
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly DocumentColumn[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface DocumentColumn {
  readonly label: string;
  /** Of the width, beside the shares of the other columns. */
  readonly share: number;
  readonly isNumber?: boolean;
}

/** Words, or the mark of a signature. */
export type Cell = string | SignatureMark;

export interface Signatory {
  readonly name: string;
  /** Position and department, in lines. */
  readonly lines: readonly string[];
  readonly mark: SignatureMark;
}

/** What stands where one signs: the strokes by their hash, room for a pen, or why there is neither. */
export type SignatureMark =
  | {
      readonly k: 'picture';
      readonly sha256: string;
      /** What the picture shows, and what is said where it is not at hand. */
      readonly words: string;
      readonly missing: string;
    }
  | { readonly k: 'room'; readonly words: string }
  | { readonly k: 'words'; readonly words: string };

/** The hashes of every picture that a document shows, each once. */
export function picturesIn({ letterhead, blocks }: Document): readonly string[] {
  const marks = blocks.flatMap(marksIn);
  const signed = marks.flatMap((mark) => (mark.k === 'picture' ? [mark.sha256] : []));
  return [...new Set([...(letterhead.logo === null ? [] : [letterhead.logo]), ...signed])];
}

function marksIn(block: Block): readonly SignatureMark[] {
  if (block.k === 'signatures') return block.people.map(({ mark }) => mark);
  if (block.k !== 'table') return [];
  return block.rows.flat().filter((cell) => typeof cell !== 'string');
}

/** A text that somebody wrote as paragraphs: one for each of its lines that is not empty. */
export function paragraphsOf(text: string): readonly DocumentParagraph[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ k: 'paragraph', text: line }));
}
