import { MAX_COLUMNS, MAX_ROWS } from './grid';
import { namedParts } from './namedParts';
import type { SheetFacts } from './sheetFacts';

const TABLE_STYLE =
  /<style:style [^>]*style:name="(?<name>[^"]*)"[^>]*style:family="table"[^>]*(?<!\/)>(?<inside>[^]*?)<\/style:style>/g;
const HIDDEN_TABLE = 'table:display="false"';
const TAG =
  /<(?<end>\/?)(?<tag>table:table|table:table-row|table:table-column|table:(?:covered-)?table-cell|office:annotation)(?<facts>\s[^>]*?)?(?<alone>\/?)>/g;
const PARAGRAPH = /<text:p(?:\s[^>]*)?>([^]*?)<\/text:p>/g;
const TABLE = 'table:table';
const ROW = 'table:table-row';
const NOTE_END = '</office:annotation>';
const LONGEST_NUMBER = 100;
const ANY_TAG = /<[^>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** What the sheets of an ODS say and the library leaves out: percents, notes, what is hidden. From its `content.xml`. */
export function openDocumentFacts(content: string): readonly SheetFacts[] {
  const hidden = hiddenStyles(content);
  const sheets: SheetInHand[] = [];
  for (const match of content.matchAll(TAG)) {
    const tag = tagOf(match, content);
    if (tag.name === TABLE && !tag.isEnd) {
      sheets.push(new SheetInHand(hidden.has(attribute(tag.facts, 'table:style-name'))));
    } else if (tag.isEnd) sheets.at(-1)?.close(tag.name);
    else sheets.at(-1)?.open(tag);
  }
  return sheets;
}

/** A tag, and where in the content it ends. */
interface Tag {
  readonly name: string;
  readonly facts: string;
  readonly isEnd: boolean;
  readonly isAlone: boolean;
  readonly content: string;
  readonly after: number;
}

function tagOf(match: RegExpExecArray, content: string): Tag {
  const part = (name: string) => match.groups?.[name] ?? '';
  return {
    name: part('tag'),
    facts: part('facts'),
    isEnd: part('end') !== '',
    isAlone: part('alone') !== '',
    content,
    after: match.index + match[0].length,
  };
}

/** What a number looks like stands where its cell begins, after a note where there is one. */
function shownIn(content: string, cellStart: number): string {
  const hasNote = content.startsWith('<office:annotation', cellStart);
  const start = hasNote ? content.indexOf(NOTE_END, cellStart) + NOTE_END.length : cellStart;
  return content.slice(start, start + LONGEST_NUMBER);
}

/** One sheet as its tags go by. */
class SheetInHand implements SheetFacts {
  readonly numberFormats = new Map<string, string>();
  readonly comments = new Map<string, string>();
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  readonly columnWidths: (number | null)[] = [];
  readonly rowHeights = new Map<number, number>();
  #row = 0;
  #rows = 1;
  #column = 0;
  #cell = '';
  #columns = 0;

  constructor(readonly isHidden: boolean) {}

  open({ name, facts, isAlone, content, after }: Tag): void {
    switch (name) {
      case 'table:table-column':
        return this.#addColumns(facts);
      case ROW:
        return this.#addRows(facts, isAlone);
      case 'office:annotation':
        return this.#note(content.slice(after, content.indexOf(NOTE_END, after)));
      default:
        return this.#addCells(facts, content, after);
    }
  }

  close(name: string): void {
    if (name === ROW) this.#row += this.#rows;
  }

  #addColumns(facts: string): void {
    const count = repeats(facts, 'table:number-columns-repeated');
    const last = Math.min(this.#columns + count, MAX_COLUMNS);
    if (isCollapsed(facts)) for (let at = this.#columns; at < last; at++) this.hiddenColumns.push(at);
    this.#columns += count;
  }

  #addRows(facts: string, isAlone: boolean): void {
    this.#rows = repeats(facts, 'table:number-rows-repeated');
    this.#column = 0;
    const last = Math.min(this.#row + this.#rows, MAX_ROWS);
    if (isCollapsed(facts)) for (let at = this.#row; at < last; at++) this.hiddenRows.push(at);
    if (isAlone) this.close(ROW);
  }

  #addCells(facts: string, content: string, after: number): void {
    const count = repeats(facts, 'table:number-columns-repeated');
    this.#cell = `${this.#row},${this.#column}`;
    if (facts.includes('office:value-type="percentage"')) {
      this.#percents(count, formatShown(shownIn(content, after)));
    }
    this.#column += count;
  }

  /** Of the cell that is open. */
  #note(inside: string): void {
    this.comments.set(this.#cell, plainText(inside));
  }

  #percents(columns: number, format: string): void {
    const lastRow = Math.min(this.#row + this.#rows, MAX_ROWS);
    const lastColumn = Math.min(this.#column + columns, MAX_COLUMNS);
    for (let row = this.#row; row < lastRow; row++) {
      for (let column = this.#column; column < lastColumn; column++) {
        this.numberFormats.set(`${row},${column}`, format);
      }
    }
  }
}

function hiddenStyles(content: string): ReadonlySet<string> {
  const names = [...content.matchAll(TABLE_STYLE)].flatMap(({ groups }) =>
    groups?.['inside']?.includes(HIDDEN_TABLE) ? [groups['name'] ?? ''] : [],
  );
  return new Set(names);
}

/** With as many decimals as the number is shown with: the file names its format in another part. */
function formatShown(shown: string): string {
  const decimals = namedParts(/<text:p[^>]*>-?\d+(?:[.,](?<decimals>\d+))?/, shown)?.('decimals').length ?? 0;
  return decimals > 0 ? `0.${'0'.repeat(decimals)}%` : '0%';
}

function isCollapsed(facts: string): boolean {
  return /table:visibility="(?:collapse|filter)"/.test(facts);
}

function repeats(facts: string, name: string): number {
  return Math.max(1, Math.trunc(Number(attribute(facts, name) || 1)));
}

function attribute(facts: string, name: string): string {
  const start = facts.indexOf(`${name}="`);
  if (start < 0) return '';
  const from = start + name.length + 2;
  return facts.slice(from, facts.indexOf('"', from));
}

function plainText(inside: string): string {
  const lines = [...inside.matchAll(PARAGRAPH)].map(([, text = '']) => text.replaceAll(ANY_TAG, ''));
  return lines.join('\n').replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
