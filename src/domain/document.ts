import type { Accumulation } from './model';

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
  | { readonly k: 'heading'; readonly level: 1 | 2 | 3; readonly text: Words }
  | DocumentParagraph
  | { readonly k: 'list'; readonly isNumbered: boolean; readonly items: readonly Passage[] }
  /** Pairs of a name and what it is. */
  | { readonly k: 'facts'; readonly rows: readonly (readonly [string, Words])[] }
  | DocumentTable
  | DocumentBars
  | { readonly k: 'signatures'; readonly people: readonly Signatory[] };

/** Words as they are read: our own, what the plan says, and the numbers that were computed from it. */
export type Words = string | readonly Inline[];

/**
 * A string is our own. A figure is a number with its name, so that whoever doubts it can have it computed again; a
 * quote is what a person or a file wrote, with whatever numbers are in it.
 */
export type Inline = string | Figure | Quote;

export interface Figure {
  readonly k: 'figure';
  /** What it is of: "plan/attainment", "row/ind:7/attainment", "count/class/critical". */
  readonly of: string;
  /** Not rounded; null where there is none, as in "no aplica". */
  readonly value: number | null;
  /** As it is printed. */
  readonly text: string;
  /** What it counts, where that is no plain quantity. */
  readonly unit?: FigureUnit;
}

/**
 * A percent goes from 0 to 100; one that a rule or a source gives has the decimals that it was given. A fraction is one
 * of 1, printed as a percent (domain.md A6.12).
 */
export type FigureUnit = 'percent' | 'givenPercent' | 'fraction' | 'points' | 'pesos' | 'day';

export interface Quote {
  readonly k: 'quote';
  readonly text: string;
}

/** A text that a person may write anew, where it has a key. */
export interface Passage {
  readonly text: Words;
  /** What it is known by in the plan; without one it is no one's to change. */
  readonly key?: string;
  /** What stood here before a person wrote it anew. */
  readonly original?: Words;
}

export interface DocumentParagraph extends Passage {
  readonly k: 'paragraph';
  /** Quiet is what one looks up and does not read; boxed is what nobody may overlook. */
  readonly manner?: 'quiet' | 'boxed';
}

export interface DocumentTable {
  readonly k: 'table';
  readonly caption: Words;
  /** Where the heading above says the same. */
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly DocumentColumn[];
  /** The first cell of a row names it. A cell that reaches down leaves its place out of the rows that it reaches. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface DocumentColumn {
  readonly label: Words;
  /** Of the width, beside the shares of the other columns. */
  readonly share: number;
  readonly isNumber?: boolean;
  /** What stands over this label and those of the neighbours that have the same. */
  readonly over?: Words;
}

/** Words, words with a manner of their own, or the mark of a signature. */
export type Cell = Words | WideCell | SignatureMark;

export interface WideCell {
  readonly k: 'cell';
  readonly text: Words;
  /** How many rows it reaches down and columns to the right; 1 each unless said. */
  readonly rows?: number;
  readonly columns?: number;
  /** The last word of a table: a total. */
  readonly isTotal?: boolean;
  /** How a spreadsheet computes it from the cells beside it. */
  readonly calculation?: Calculation;
  /** True for the simple mean of the results above it, each at most 100 % (domain.md A6.2, A6.5). */
  readonly isMeanAbove?: boolean;
}

/**
 * The attainment of a row from its own cells, by places of columns: what was accumulated over the periods, beside the
 * target (domain.md A6.1). The baseline, in the target's unit, is of `capacity` and `reduction`.
 */
export interface Calculation {
  readonly accumulation: Accumulation;
  readonly periods: readonly number[];
  readonly target: number;
  readonly baseline: number | null;
}

/** Lengths side by side, each with its name and its number: a picture that is a table too. */
export interface DocumentBars {
  readonly k: 'bars';
  readonly caption: Words;
  /** The length of a full bar, in the unit of the bars. */
  readonly full: number;
  readonly bars: readonly DocumentBar[];
  readonly labels: { readonly name: string; readonly value: string };
}

export interface DocumentBar {
  readonly name: Words;
  /** Null where there is nothing to draw: "no aplica". */
  readonly length: number | null;
  readonly text: Words;
}

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
  return block.rows.flat().filter(isMark);
}

/** True for what stands where one signs. */
export function isMark(cell: Cell): cell is SignatureMark {
  return typeof cell === 'object' && 'k' in cell && cell.k !== 'cell';
}

/** A cell with all that can be said of one; the mark of a signature has no words of its own. */
export function wideCell(cell: Cell): WideCell & Required<Pick<WideCell, 'rows' | 'columns'>> {
  if (isMark(cell)) return { k: 'cell', text: '', rows: 1, columns: 1 };
  const given: WideCell = isWide(cell) ? cell : { k: 'cell', text: cell };
  return { ...given, rows: given.rows ?? 1, columns: given.columns ?? 1 };
}

function isWide(cell: Words | WideCell): cell is WideCell {
  return typeof cell === 'object' && 'k' in cell;
}

/** The passages of a block, which a person may write anew. */
export function passagesOf(block: Block): readonly Passage[] {
  if (block.k === 'paragraph') return [block];
  return block.k === 'list' ? block.items : [];
}

/** The words as they are read, one after the other. */
export function plainText(words: Words): string {
  return typeof words === 'string' ? words : words.map(inlineText).join('');
}

function inlineText(one: Inline): string {
  return typeof one === 'string' ? one : one.text;
}

export interface PlacedCell {
  readonly cell: Cell;
  /** Its place among the columns. */
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The cells of each row with their places, which cells above that reach down move to the right. */
export function placedCells({ rows }: Pick<DocumentTable, 'rows'>): readonly (readonly PlacedCell[])[] {
  const takenUntil: number[] = [];
  return rows.map((row, at) => {
    let column = 0;
    return row.map((cell) => {
      while ((takenUntil[column] ?? 0) > at) column += 1;
      const { rows: down, columns: across } = wideCell(cell);
      const placed = { cell, column, rows: down, columns: across };
      for (let next = column; next < column + across; next += 1) takenUntil[next] = at + down;
      column += across;
      return placed;
    });
  });
}

/** The labels over labels: each with how many columns it stands over; empty ones over those that have none. */
export function labelsOver(
  columns: readonly DocumentColumn[],
): readonly { readonly text: string; readonly columns: number }[] {
  const spans: { text: string; columns: number }[] = [];
  for (const { over = '' } of columns) {
    const text = plainText(over);
    const last = spans.at(-1);
    if (last && text !== '' && last.text === text) last.columns += 1;
    else spans.push({ text, columns: 1 });
  }
  return spans.some(({ text }) => text !== '') ? spans : [];
}

/** A text that somebody wrote as paragraphs: one for each of its lines that is not empty. */
export function paragraphsOf(text: string): readonly DocumentParagraph[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ k: 'paragraph', text: line }));
}
