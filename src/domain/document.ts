/**
 * A document as it will be printed: blocks with their words and values in reading order. `documents/` builds it,
 * `ui/` draws it on the screen and on paper, `formats/` writes it to a file; none of them computes.
 */
export interface Document {
  /** The name of the file and of the window. */
  readonly title: string;
  readonly letterhead: Letterhead;
  readonly blocks: readonly Block[];
}

/** What stands at the top of every page (journey J8). */
export interface Letterhead {
  readonly entityName: string;
  readonly documentName: string;
  /** SHA-256 of the picture of the entity's logo; null where it has given none. */
  readonly logo: string | null;
  /** The form's own facts, in order: "Código: FT-01", "Versión: 2". */
  readonly facts: readonly string[];
}

export type Block =
  | { readonly k: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly k: 'paragraph'; readonly text: string; readonly isQuiet?: boolean }
  | { readonly k: 'list'; readonly isNumbered: boolean; readonly items: readonly string[] }
  /** Pairs of a name and what it is. */
  | { readonly k: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | DocumentTable
  | { readonly k: 'signatures'; readonly people: readonly Signatory[] };

export interface DocumentTable {
  readonly k: 'table';
  readonly caption: string;
  readonly columns: readonly {
    readonly label: string;
    readonly share: number;
    readonly isNumber?: boolean;
  }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Words, or the picture of a signature by its hash. */
export type Cell = string | SignatureMark;

export interface Signatory {
  readonly name: string;
  /** Position and department, in lines. */
  readonly lines: readonly string[];
  readonly mark: SignatureMark;
}

/** The strokes by their hash, and what is said where they cannot be shown. */
export interface SignatureMark {
  readonly sha256: string | null;
  readonly words: string;
}
