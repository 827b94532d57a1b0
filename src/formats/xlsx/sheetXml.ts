import { dayNumber } from '../../domain/isoDay';
import type { IsoDay } from '../../domain/isoDay';
import { columnLetter } from '../grid';
import { afterInsertion, readReference, shiftedRange, shiftedRow, translateFormula } from './formulaText';
import type { Insertion } from './formulaText';
import { readRows } from './sheetRows';
import type { XmlCell, XmlRow } from './sheetRows';
import { CellSet } from './cellSet';
import { attribute, cellText, changeAttribute, escapeXml, unescapeXml, withAttribute } from './xml';

/** What a cell is to hold. A `result` leaves the formula that stands there and sets what it comes to. */
export type CellContent =
  | { readonly k: 'blank' }
  | { readonly k: 'text'; readonly text: string }
  | { readonly k: 'number'; readonly value: number }
  | { readonly k: 'day'; readonly day: IsoDay }
  | { readonly k: 'result'; readonly value: number | string }
  | { readonly k: 'formula'; readonly formula: string; readonly value: number | string };

/** In days from 1970; a spreadsheet's 1900 has a day too many. */
const DAY_0_OF_1900 = -25_569;
const DAY_0_OF_1904 = -24_107;
const SHEET_DATA = /<(?:\w+:)?sheetData\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?sheetData>)/;
const FORMULA = /<(?:\w+:)?f(?=[\s/>])([^>]*?)(?:\/>|>([^<]*)<\/(?:\w+:)?f>)/;
const VALUE = /<(?:\w+:)?v(?=[\s>])[^>]*>([^<]*)<\/(?:\w+:)?v>/;
const COLUMNS = /<(?:\w+:)?cols(?=[\s>])[^>]*>([\s\S]*?)<\/(?:\w+:)?cols>/;
const MERGE_CELLS = /<(?:\w+:)?mergeCells\b[\s\S]*?(?:<\/(?:\w+:)?mergeCells>)/;

/** A formula whose result is kept beside it. */
export interface Computed {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** The part of a spreadsheet that holds one sheet, cell by cell; everything that nobody changes stays as it was. */
export class SheetXml {
  #head: string;
  #after: string;
  readonly #prefix: string;
  #rows: Map<number, XmlRow>;
  /** The cells that do not hold what they held. */
  readonly changed = new CellSet();

  readonly #firstDay: number;

  /** Some programs count the days from 1904. */
  constructor(xml: string, from1904 = false) {
    this.#firstDay = from1904 ? DAY_0_OF_1904 : DAY_0_OF_1900;
    const [data = ''] = SHEET_DATA.exec(xml) ?? [];
    const at = data === '' ? xml.length : xml.indexOf(data);
    this.#prefix = /<(\w+:)?worksheet\b/.exec(xml)?.[1] ?? '';
    this.#head = xml.slice(0, at);
    this.#after = xml.slice(at + data.length);
    this.#rows = readRows(data);
    this.#unshare();
  }

  /** The style of a cell, by its number in the book of styles; that of its row or its column where it has none. */
  styleOf(row: number, column: number): number {
    const line = this.#rows.get(row);
    const own = attribute(line?.cells.get(column)?.attributes ?? '', 's');
    return Number(own ?? attribute(line?.attributes ?? '', 's') ?? this.#columnStyle(column));
  }

  /** Rows count from 1, columns from 0. A style is kept where none is given. */
  set(row: number, column: number, content: CellContent, style: number | null = null): void {
    const line = this.#rows.get(row) ?? { attributes: '', cells: new Map<number, XmlCell>(), rest: '' };
    this.#rows.set(row, line);
    const before = line.cells.get(column) ?? { attributes: '', inner: '' };
    const kept = style ?? this.styleOf(row, column);
    const { type, inner } = this.#inside(content, before.inner);
    if (heldIn(attribute(before.attributes, 't'), before.inner) !== heldIn(type, inner)) {
      this.changed.add(row, column);
    }
    let attributes = withAttribute(before.attributes, 't', type);
    // A cell of another kind belongs to no dynamic array and no data type any more.
    attributes = withAttribute(withAttribute(attributes, 'cm', null), 'vm', null);
    line.cells.set(column, {
      column,
      attributes: withAttribute(attributes, 's', kept === 0 ? null : kept),
      inner,
    });
  }

  /** The formulas of the cells that have what these came to. */
  results(): readonly Computed[] {
    return [...this.#rows].flatMap(([row, { cells }]) =>
      [...cells.values()].flatMap(({ column, inner }) => {
        const text = FORMULA.exec(inner)?.[2];
        return text === undefined || !VALUE.test(inner) ? [] : [{ row, column, formula: unescapeXml(text) }];
      }),
    );
  }

  /** A formula is left without what it came to: whoever opens the file computes it. */
  forgetResult(row: number, column: number): void {
    const cells = this.#rows.get(row)?.cells;
    const cell = cells?.get(column);
    if (!cell) return;
    const attributes = withAttribute(cell.attributes, 't', null);
    cells?.set(column, { column, attributes, inner: cell.inner.replace(VALUE, '') });
    this.changed.add(row, column);
  }

  /** A row with the height and the style of another one, and blank cells that look like its. */
  copyLook(from: number, to: number): void {
    const model = this.#rows.get(from);
    if (!model) return;
    const cells = [...model.cells.values()].map(({ column, attributes }): [number, XmlCell] => {
      const style = attribute(attributes, 's');
      return [column, { column, attributes: style === null ? '' : ` s="${style}"`, inner: '' }];
    });
    this.#rows.set(to, { attributes: model.attributes, cells: new Map(cells), rest: '' });
  }

  /** Makes room for rows: what stands below moves down, with all that this part says of it. */
  insert(insertion: Insertion, own: string): void {
    for (let row = insertion.after + 1; row <= insertion.after + insertion.count; row++)
      this.changed.addRow(row);
    const moved = [...this.#rows].map(([number, row]) => [shiftedRow(number, insertion), row] as const);
    this.#rows = new Map(moved);
    this.changeFormulas((formula) => afterInsertion(formula, own, own, insertion));
    this.#moveFormulaRanges(insertion);
    const ranges = (text: string) =>
      text
        .split(' ')
        .map((range) => shiftedRange(range, insertion))
        .join(' ');
    let after = changeAttribute(
      this.#after,
      'dataValidation|conditionalFormatting|ignoredError|protectedRange',
      'sqref',
      ranges,
    );
    after = after.replace(
      /(<xm:sqref>)([^<]*)(<\/xm:sqref>)/g,
      (_, open: string, text: string, close: string) => `${open}${ranges(text)}${close}`,
    );
    after = changeAttribute(after, 'autoFilter|hyperlink|sortState|sortCondition', 'ref', ranges);
    after = after.replace(MERGE_CELLS, (merges) =>
      changeAttribute(merges, 'mergeCell', 'ref', (ref) => shiftedMerge(ref, insertion)),
    );
    this.#after = after.replace(/<(?:\w+:)?rowBreaks[\s\S]*?<\/(?:\w+:)?rowBreaks>/, (breaks) =>
      changeAttribute(breaks, 'brk', 'id', (row) => String(shiftedRow(Number(row), insertion))),
    );
  }

  /** Every formula of the sheet: of its cells, its rules and its lists. */
  changeFormulas(change: (formula: string) => string): void {
    for (const row of this.#rows.values()) {
      for (const cell of row.cells.values()) {
        const inner = cell.inner.replace(FORMULA, (whole, attributes: string, text?: string) =>
          text === undefined ? whole : this.#formula(attributes, change(unescapeXml(text))),
        );
        row.cells.set(cell.column, { ...cell, inner });
      }
    }
    this.#after = this.#after.replace(
      /(<(?:\w+:)?(?:formula[12]?|f)>)([^<]*)(<\/)/g,
      (_, open: string, text: string, close: string) =>
        `${open}${escapeXml(change(unescapeXml(text)))}${close}`,
    );
  }

  /** A formula of several cells says which: a program refuses one that is not among them. */
  #moveFormulaRanges(insertion: Insertion): void {
    for (const { cells } of this.#rows.values()) {
      for (const cell of cells.values()) {
        if (!cell.inner.includes(' ref=')) continue;
        const inner = changeAttribute(cell.inner, 'f', 'ref', (ref) => shiftedMerge(ref, insertion));
        cells.set(cell.column, { ...cell, inner });
      }
    }
  }

  /** A column that nobody sees, of some width in characters. */
  hideColumn(column: number, width: number): void {
    const number = column + 1;
    const p = this.#prefix;
    const hidden = `<${p}col min="${number}" max="${number}" width="${width}" hidden="1" customWidth="1"/>`;
    const found = COLUMNS.exec(this.#head);
    if (!found) {
      this.#head += `<${p}cols>${hidden}</${p}cols>`;
      return;
    }
    const others = [...(found[1] ?? '').matchAll(/<(?:\w+:)?col(?=[\s/>])([^>]*?)\/>/g)];
    const parts = others
      .flatMap(([, attributes = '']) => around(attributes, number))
      .map((a) => `<${p}col${a}/>`);
    const at = parts.findIndex((part) => Number(attribute(part, 'min')) > number);
    parts.splice(at < 0 ? parts.length : at, 0, hidden);
    const columns = `<${p}cols>${parts.join('')}</${p}cols>`;
    this.#head = this.#head.slice(0, found.index) + columns + this.#head.slice(found.index + found[0].length);
  }

  /** The whole part again. */
  toString(): string {
    const p = this.#prefix;
    const numbers = [...this.#rows.keys()].sort((a, b) => a - b);
    const rows = numbers.map((number) => this.#rowText(number)).join('');
    // A sheet may have more rows than a call takes arguments.
    let widest = 0;
    for (const { cells } of this.#rows.values())
      for (const column of cells.keys()) widest = Math.max(widest, column);
    const dimension = `A1:${columnLetter(widest)}${numbers.at(-1) ?? 1}`;
    const head = changeAttribute(this.#head, 'dimension', 'ref', () => dimension);
    return `${head}<${p}sheetData>${rows}</${p}sheetData>${this.#after}`;
  }

  #columnStyle(column: number): number {
    const columns = [...this.#head.matchAll(/<(?:\w+:)?col(?=[\s/>])([^>]*?)\/?>/g)];
    const found = columns.find(
      ([, one = '']) => Number(attribute(one, 'min')) <= column + 1 && column < Number(attribute(one, 'max')),
    );
    return Number(attribute(found?.[1] ?? '', 'style') ?? 0);
  }

  #rowText(number: number): string {
    const { attributes, cells, rest } = this.#rows.get(number) ?? {
      attributes: '',
      cells: new Map(),
      rest: '',
    };
    const p = this.#prefix;
    const ordered = [...(cells as Map<number, XmlCell>).values()].sort((a, b) => a.column - b.column);
    const inside = ordered
      .map((cell) => {
        const others = withAttribute(cell.attributes, 'r', null);
        const named = ` r="${columnLetter(cell.column)}${number}"${others}`;
        return cell.inner === '' ? `<${p}c${named}/>` : `<${p}c${named}>${cell.inner}</${p}c>`;
      })
      .join('');
    // The columns that a row says to span are but a hint, and may be wrong now.
    const own = ` r="${number}"${withAttribute(withAttribute(attributes, 'spans', null), 'r', null)}`;
    return `<${p}row${own}>${inside}${rest}</${p}row>`;
  }

  #inside(content: CellContent, before: string): { readonly type: string | null; readonly inner: string } {
    const p = this.#prefix;
    const value = (of: number | string) =>
      typeof of === 'number' ? `<${p}v>${of}</${p}v>` : `<${p}v>${cellText(of)}</${p}v>`;
    const typeOf = (of: number | string) => (typeof of === 'number' ? null : 'str');
    switch (content.k) {
      case 'blank':
        return { type: null, inner: '' };
      case 'text':
        return {
          type: 'inlineStr',
          inner: `<${p}is><${p}t xml:space="preserve">${cellText(content.text)}</${p}t></${p}is>`,
        };
      case 'number':
        return { type: null, inner: value(content.value) };
      case 'day':
        return { type: null, inner: value(dayNumber(content.day) - this.#firstDay) };
      case 'result':
        return {
          type: typeOf(content.value),
          inner: `${FORMULA.exec(before)?.[0] ?? ''}${value(content.value)}`,
        };
      case 'formula':
        return {
          type: typeOf(content.value),
          inner: `${this.#formula('', content.formula)}${value(content.value)}`,
        };
    }
  }

  #formula(attributes: string, text: string): string {
    return `<${this.#prefix}f${attributes}>${escapeXml(text)}</${this.#prefix}f>`;
  }

  /** Formulas that several cells share are written out in each: one of them may be about to change. */
  #unshare(): void {
    const masters = new Map<
      string,
      { readonly row: number; readonly column: number; readonly text: string }
    >();
    for (const [number, row] of [...this.#rows].sort(([a], [b]) => a - b)) {
      for (const cell of [...row.cells.values()].sort((a, b) => a.column - b.column)) {
        const [whole, attributes = '', text] = FORMULA.exec(cell.inner) ?? [];
        if (!whole || attribute(attributes, 't') !== 'shared') continue;
        const id = attribute(attributes, 'si') ?? '';
        if (text) masters.set(id, { row: number, column: cell.column, text: unescapeXml(text) });
        const master = masters.get(id);
        if (!master) continue;
        const own = translateFormula(master.text, number - master.row, cell.column - master.column);
        row.cells.set(cell.column, {
          ...cell,
          inner: cell.inner.replace(whole, () => this.#formula('', own)),
        });
      }
    }
  }
}

/** A number however it is written, or the kind and the text of any other cell; '' for one that holds nothing. */
function heldIn(type: string | null, inner: string): string {
  const text = VALUE.exec(inner)?.[1];
  if (text === undefined) return inner.replace(FORMULA, '');
  const isNumber = (type === null || type === 'n') && !Number.isNaN(Number(text));
  return isNumber ? String(Number(text)) : `${type} ${text}`;
}

/** A merge moves with its rows and takes in no new one, unless they come between its own. */
function shiftedMerge(ref: string, insertion: Insertion): string {
  const [first = '', last = first] = ref.split(':');
  const end = readReference(last);
  return end?.row === insertion.after ? ref : shiftedRange(`${first}:${last}`, insertion);
}

/** The columns that one element speaks of, without one of them. */
function around(attributes: string, number: number): readonly string[] {
  const [min, max] = [Number(attribute(attributes, 'min')), Number(attribute(attributes, 'max'))];
  if (number < min || number > max) return [attributes];
  return [
    ...(min < number ? [withAttribute(attributes, 'max', number - 1)] : []),
    ...(max > number ? [withAttribute(attributes, 'min', number + 1)] : []),
  ];
}
