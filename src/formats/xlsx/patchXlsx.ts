import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterInsertion, shiftedRange, shiftedRow } from './formulaText';
import type { Insertion } from './formulaText';
import { SheetXml } from './sheetXml';
import type { CellContent } from './sheetXml';
import { forgetStale } from './staleResults';
import { StylesXml } from './stylesXml';
import { attribute, changeAttribute, changeContent } from './xml';

/** What becomes of one cell: rows count from 1 as they stand once rows are put in, columns from 0. */
export interface CellPatch {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /** A number format that the cell has to have; its own where it says none. */
  readonly format?: string;
}

/** What becomes of a sheet. Rows are put in first. */
export interface SheetPatch {
  readonly sheet: string;
  /** Null where nothing stands below: new rows are then written under the last one. */
  readonly insertion: Insertion | null;
  /** Rows that look like another one. */
  readonly looks: readonly { readonly from: number; readonly to: number }[];
  readonly cells: readonly CellPatch[];
  /** Formulas that stay with what they come to: the plan says the same. */
  readonly settled: readonly Pick<CellPatch, 'row' | 'column'>[];
  /** The column of our ids, which no formula of theirs is about; null where there is none. */
  readonly idColumn: number | null;
  readonly hiddenColumn: { readonly column: number; readonly width: number } | null;
}

type Parts = Record<string, Uint8Array>;

const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';
const CHAIN = 'xl/calcChain.xml';
/** Fixed, so that the same plan gives the same bytes. */
const MTIME = '1980-01-02';

/**
 * Changes cells of an XLSX and nothing else: every part that is not named here, and every cell that nobody changes,
 * stays as it came. Null where the file is put together in a way that is not known.
 */
export function patchXlsx(bytes: Uint8Array, patch: SheetPatch): Uint8Array<ArrayBuffer> | null {
  const parts: Parts = unzipSync(bytes);
  const path = sheetPath(parts, patch.sheet);
  const source = path === null ? undefined : parts[path];
  if (path === null || !source || !parts[STYLES]) return null;
  const sheet = new SheetXml(strFromU8(source), countsFrom1904(parts));
  const styles = new StylesXml(textOf(parts, STYLES));
  const { insertion } = patch;
  if (insertion) {
    sheet.insert(insertion, patch.sheet);
    moveWhatBelongs(parts, path, patch.sheet, insertion);
  }
  for (const { from, to } of patch.looks) sheet.copyLook(from, to);
  const set = ({ row, column, content, format }: CellPatch): void => {
    const style = format === undefined ? null : styles.withFormat(sheet.styleOf(row, column), format);
    sheet.set(row, column, content, style);
  };
  patch.cells.filter(({ column }) => column !== patch.idColumn).forEach(set);
  forgetStaleIn(parts, path, sheet, patch);
  patch.cells.filter(({ column }) => column === patch.idColumn).forEach(set);
  if (patch.hiddenColumn) sheet.hideColumn(patch.hiddenColumn.column, patch.hiddenColumn.width);
  put(parts, path, sheet.toString());
  put(parts, STYLES, styles.toString());
  computeOnOpening(parts);
  return new Uint8Array(zipSync(parts, { level: 6, mtime: MTIME }));
}

/** Every sheet of the book whose formulas look at what changed is left without what they came to. */
function forgetStaleIn(parts: Parts, path: string, own: SheetXml, patch: SheetPatch): void {
  const sheets = new Map([[patch.sheet, own]]);
  const paths = new Map<string, string>();
  for (const [name, other] of sheetPaths(parts)) {
    const xml = other === path ? '' : textOf(parts, other);
    if (!/<(?:\w+:)?f[\s>]/.test(xml)) continue;
    sheets.set(name, new SheetXml(xml));
    paths.set(name, other);
  }
  const settled = new Set([...patch.settled, ...patch.cells].map(({ row, column }) => `${row} ${column}`));
  forgetStale(sheets, (name, row, column) => name === patch.sheet && settled.has(`${row} ${column}`));
  for (const [name, other] of paths) {
    const sheet = sheets.get(name);
    if (sheet && !sheet.changed.isEmpty) put(parts, other, sheet.toString());
  }
}

/** The part of a sheet, by its name. */
function sheetPath(parts: Parts, name: string): string | null {
  return sheetPaths(parts).get(name) ?? null;
}

function sheetPaths(parts: Parts): ReadonlyMap<string, string> {
  const targets = new Map(relations(parts, WORKBOOK).map(({ id, target }) => [id, target]));
  const tags = [...textOf(parts, WORKBOOK).matchAll(/<(?:\w+:)?sheet(?=\s)[^>]*>/g)];
  return new Map(
    tags.flatMap(([tag]): [string, string][] => {
      const target = targets.get(attribute(tag, '(?:\\w+:)id') ?? '') ?? '';
      const name = attribute(tag, 'name');
      return name !== null && target.startsWith('xl/worksheets/') && parts[target] ? [[name, target]] : [];
    }),
  );
}

function countsFrom1904(parts: Parts): boolean {
  const properties = /<(?:\w+:)?workbookPr(?=[\s/>])[^>]*>/.exec(textOf(parts, WORKBOOK))?.[0] ?? '';
  return /^(1|true)$/.test(attribute(properties, 'date1904') ?? '');
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relations(parts: Parts, path: string): readonly Relation[] {
  const [folder = '', file = ''] = splitPath(path);
  const xml = textOf(parts, `${folder}_rels/${file}.rels`);
  return [...xml.matchAll(/<(?:\w+:)?Relationship(?=\s)[^>]*>/g)].map(([tag]) => ({
    id: attribute(tag, 'Id') ?? '',
    type: attribute(tag, 'Type') ?? '',
    target: resolved(folder, attribute(tag, 'Target') ?? ''),
  }));
}

function splitPath(path: string): readonly [string, string] {
  const at = path.lastIndexOf('/') + 1;
  return [path.slice(0, at), path.slice(at)];
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** What other parts say of rows that moved: comments, drawings, tables, names, charts and other sheets' formulas. */
function moveWhatBelongs(parts: Parts, path: string, sheet: string, insertion: Insertion): void {
  const range = (ref: string) => shiftedRange(ref, insertion);
  const zeroBased = (row: string) => String(shiftedRow(Number(row) + 1, insertion) - 1);
  const formula = (own: string) => (text: string) => afterInsertion(text, own, sheet, insertion);
  for (const { target, type } of relations(parts, path)) {
    const kind = type.slice(type.lastIndexOf('/') + 1);
    if (/^(comments|threadedComment|table)$/.test(kind)) {
      change(parts, target, (xml) =>
        changeAttribute(xml, 'comment|threadedComment|table|autoFilter', 'ref', range),
      );
    }
    if (kind === 'drawing') change(parts, target, (xml) => changeContent(xml, 'row', zeroBased));
    if (kind === 'vmlDrawing') change(parts, target, (xml) => movedNotes(xml, zeroBased));
  }
  change(parts, WORKBOOK, (xml) => changeContent(xml, 'definedName', formula('')));
  for (const name of Object.keys(parts)) {
    if (name.startsWith('xl/charts/')) change(parts, name, (xml) => changeContent(xml, 'f', formula('')));
    if (name.startsWith('xl/worksheets/') && name.endsWith('.xml') && name !== path) {
      change(parts, name, (xml) => changeContent(xml, 'f|formula|formula1|formula2', formula('')));
    }
  }
}

/** The notes of old, whose boxes are placed by rows in a list of numbers. */
function movedNotes(xml: string, zeroBased: (row: string) => string): string {
  const rows = changeContent(xml, 'Row', zeroBased);
  return changeContent(rows, 'Anchor', (anchor) =>
    anchor
      .split(',')
      .map((part, at) => (at === 2 || at === 6 ? zeroBased(part.trim()) : part.trim()))
      .join(', '),
  );
}

/** A program that opens the file computes it anew, and in its own order. */
function computeOnOpening(parts: Parts): void {
  delete parts[CHAIN];
  const withoutChain = (xml: string) =>
    xml.replace(/<(?:\w+:)?(?:Override|Relationship)\b[^>]*calcChain[^>]*\/>/g, '');
  change(parts, '[Content_Types].xml', withoutChain);
  change(parts, 'xl/_rels/workbook.xml.rels', withoutChain);
  change(parts, WORKBOOK, (xml) => {
    const calculation = /<((?:\w+:)?)calcPr(?=[\s/>])([^>]*?)\/>/;
    if (calculation.test(xml)) {
      return xml.replace(calculation, (_, prefix: string, attributes: string) => {
        const others = attributes.replace(/\sfullCalcOnLoad="[^"]*"/, '');
        return `<${prefix}calcPr${others} fullCalcOnLoad="1"/>`;
      });
    }
    // Its place is after the names where there are some, else after the files it is linked to, else after the sheets.
    const [place] = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']
      .map((name) => new RegExp(`</(\\w+:)?${name}>`).exec(xml))
      .filter((found) => found !== null);
    if (!place) return xml;
    const at = place.index + place[0].length;
    return `${xml.slice(0, at)}<${place[1] ?? ''}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`;
  });
}

function change(parts: Parts, name: string, how: (xml: string) => string): void {
  if (parts[name]) put(parts, name, how(textOf(parts, name)));
}

function put(parts: Parts, name: string, xml: string): void {
  parts[name] = strToU8(xml);
}

function textOf(parts: Parts, name: string): string {
  const part = parts[name];
  return part ? strFromU8(part) : '';
}
