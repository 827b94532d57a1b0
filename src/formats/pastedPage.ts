/** What is read of a page's tree: a node of a document is one. */
export interface PageNode {
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<PageNode>;
  readonly getAttribute?: (name: string) => string | null;
}

/** A cell of a pasted table. Its line ends are `\n`. */
export interface PastedCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The number behind the text, where the program it comes from says it. */
  readonly value: number | null;
  readonly numberFormat: string | null;
}

export interface PastedRow {
  readonly isHidden: boolean;
  readonly cells: readonly PastedCell[];
}

/** What was pasted, from the top: tables, and the lines around them as rows of one cell. It crosses to the worker. */
export type PastedBlocks = readonly (readonly PastedRow[])[];

// What `quietMarkup` makes of the looks of a page.
const STYLE_TAG = 'TEXTAREA';
const STYLE = 'data-style';
const BLOCKS = new Set([
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'TR',
  'TABLE',
  'PRE',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
]);
const UNSHOWN = new Set([STYLE_TAG, 'SCRIPT', 'TEMPLATE', 'HEAD', 'TITLE', 'META', 'LINK', '#comment']);
const HIDDEN = /display:\s*none/i;
// `.xl65 {… mso-number-format:"0\.0%"; …}`, as Excel writes the looks of its cells.
const CLASS_RULE = /\.(?<name>[\w-]+)\s*\{(?<rules>[^}]*)\}/g;
const OFFICE_FORMAT = /mso-number-format:\s*(?<format>"(?:[^"\\]|\\.)*"|[^;"]+)/i;
const OFFICE_NAMES: Readonly<Record<string, string>> = { Percent: '0%', Fixed: '0.00', Standard: '#,##0.00' };

/**
 * A page whose looks are only text and whose events have no name: the policy of our own page would refuse each of
 * them, and say so, in a document that never shows nor runs them.
 */
export function quietMarkup(html: string): string {
  return html
    .replaceAll(/<(\/?)style\b/gi, '<$1textarea')
    .replaceAll(/<[a-z][^>]*>/gi, (tag) => tag.replaceAll(/(\s)(style|on\w+)(?=\s*=)/gi, '$1data-$2'));
}

/** The tables of a page and the lines around them, its markup made quiet before it was taken apart; null for a page without a table. */
export function pastedBlocks(page: PageNode): PastedBlocks | null {
  if (!hasTable(page)) return null;
  const formats = classFormats(page);
  const blocks: (readonly PastedRow[])[] = [];
  let loose = '';
  const endLines = () => {
    const lines = tidy(loose)
      .split('\n')
      .filter((line) => line !== '');
    if (lines.length > 0) blocks.push(lines.map(lineRow));
    loose = '';
  };
  const visit = (node: PageNode): void => {
    if (node.nodeName === 'TABLE') {
      endLines();
      blocks.push(rowsOf(node).map((row) => pastedRow(row, formats)));
    } else if (hasTable(node)) for (const child of childrenOf(node)) visit(child);
    else loose += textIn(node);
  };
  visit(page);
  endLines();
  return blocks;
}

function lineRow(text: string): PastedRow {
  return { isHidden: false, cells: [{ text, rowSpan: 1, columnSpan: 1, value: null, numberFormat: null }] };
}

function hasTable(node: PageNode): boolean {
  return node.nodeName === 'TABLE' || childrenOf(node).some(hasTable);
}

function childrenOf(node: PageNode): readonly PageNode[] {
  return Array.from(node.childNodes);
}

/** The rows of a table itself; those of a table inside one of its cells are text of that cell. */
function rowsOf(table: PageNode): readonly PageNode[] {
  return childrenOf(table).flatMap((child) => {
    if (child.nodeName === 'TR') return [child];
    return ['THEAD', 'TBODY', 'TFOOT'].includes(child.nodeName) ? rowsOf(child) : [];
  });
}

function pastedRow(row: PageNode, formats: ReadonlyMap<string, string>): PastedRow {
  const cells = childrenOf(row).filter(({ nodeName }) => nodeName === 'TD' || nodeName === 'TH');
  return { isHidden: isHidden(row), cells: cells.map((cell) => pastedCell(cell, formats)) };
}

function pastedCell(cell: PageNode, formats: ReadonlyMap<string, string>): PastedCell {
  return {
    text: tidy(textIn(cell)),
    rowSpan: spanOf(cell, 'rowspan'),
    columnSpan: spanOf(cell, 'colspan'),
    value: valueOf(cell),
    numberFormat: formatOf(cell, formats),
  };
}

function spanOf(cell: PageNode, name: string): number {
  const span = Math.trunc(Number(attribute(cell, name)));
  return span > 1 ? span : 1;
}

/** As Excel says it (`x:num`) or LibreOffice (`sdval`). */
function valueOf(cell: PageNode): number | null {
  const written = attribute(cell, 'x:num') || attribute(cell, 'sdval');
  const value = written.trim() === '' ? NaN : Number(written);
  return Number.isFinite(value) ? value : null;
}

/** As LibreOffice says it (`sdnum="1033;0;0.0%"`), in the cell's own style, or in that of its class. */
function formatOf(cell: PageNode, formats: ReadonlyMap<string, string>): string | null {
  const [, , ...libre] = attribute(cell, 'sdnum').split(';');
  if (libre.length > 0) return libre.join(';');
  return officeFormat(attribute(cell, STYLE)) ?? formats.get(attribute(cell, 'class')) ?? null;
}

function classFormats(page: PageNode): ReadonlyMap<string, string> {
  const formats = new Map<string, string>();
  for (const style of stylesIn(page)) {
    for (const { groups } of style.matchAll(CLASS_RULE)) {
      const format = officeFormat(groups?.['rules'] ?? '');
      if (format !== null) formats.set(groups?.['name'] ?? '', format);
    }
  }
  return formats;
}

function stylesIn(node: PageNode): readonly string[] {
  if (node.nodeName === STYLE_TAG) return childrenOf(node).map(({ nodeValue }) => nodeValue ?? '');
  return childrenOf(node).flatMap(stylesIn);
}

function officeFormat(rules: string): string | null {
  const written = OFFICE_FORMAT.exec(rules)?.groups?.['format']?.trim();
  if (written === undefined) return null;
  const format = written.replaceAll(/^"|"$/g, '').replaceAll(/\\(.)/g, '$1');
  return OFFICE_NAMES[format] ?? format;
}

function isHidden(node: PageNode): boolean {
  return HIDDEN.test(attribute(node, STYLE));
}

function attribute(node: PageNode, name: string): string {
  return node.getAttribute?.(name) ?? '';
}

/** What a page shows of a node: blanks are one blank, a paragraph or a break begins a line. */
function textIn(node: PageNode): string {
  if (node.nodeName === '#text') return (node.nodeValue ?? '').replaceAll(/[ \t\r\n\f]+/g, ' ');
  if (node.nodeName === 'BR') return '\n';
  if (UNSHOWN.has(node.nodeName) || isHidden(node)) return '';
  const inside = childrenOf(node).map(textIn).join('');
  return BLOCKS.has(node.nodeName) ? `\n${inside}\n` : inside;
}

/** Lines without blanks at their ends; the blank lines between paragraphs are not written. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
