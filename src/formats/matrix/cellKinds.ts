import { compareKey, looksLikeDay, numberOf, textOf } from '../cells';
import { cellAt } from '../grid';
import type { Cell, Sheet } from '../grid';
import type { ColumnMeaning } from './choices';
import type { MatrixColumn, MatrixField } from './columns';
import { isOfDates } from './dates';
import { NOT_OF_THE_WORK, OF_PROJECTS } from './dictionary';
import { isOurActivity } from './ownRows';
import { fieldInPortfolio } from './standardLayouts';
import { readEmptyReport } from './words';

/** What the cells of a column show, where its header says nothing, and the fields that it could be. */
interface CellKind {
  readonly fields: readonly MatrixField[];
  readonly is: (cell: Cell) => boolean;
  /** The share of its written cells that must be so. */
  readonly share: number;
  /** Compare keys of headers that say that it is something else. */
  readonly not: readonly RegExp[];
}

const FEWEST_CELLS = 3;
const MOST = 0.8;
const MORE_THAN_HALF = 0.6;
const SHORTEST_SENTENCE = 20;
// Before a blank, more letters than two are a word with its number: `logro 12`.
const CODE = /^([a-z]{1,6}[-_.]?\d{2,}|[a-z]{1,2} \d{2,}|0\d+)$/i;
// What bears codes of its own, or counts: what is achieved, what proves it, what pays it, who is called.
const NO_ACTIVITY =
  /logro|avance|result|meta|indicador|producto|entregable|evidencia|soporte|anexo|observacion|fase|etapa|hito|nivel|version|acta|valor|rubro|contrat|convenio|radicad|factura|cuenta|telefono|celular|cedula|resolucion|decreto|^(cdp|rp|nit)/;
const DEPARTMENT =
  /^(oficina|secretaria|subsecretaria|direccion|subdireccion|departamentoadministrativo|despacho|gerencia|jefe|jefatura|coordinacion|equipo|grupo)/;
const KINDS: readonly CellKind[] = [
  { fields: ['start', 'end'], is: looksLikeDay, share: MOST, not: [NOT_OF_THE_WORK] },
  {
    fields: ['stated', 'weight'],
    is: (cell) => numberOf(cell, 'comma')?.isPercent === true,
    share: MOST,
    not: [NOT_OF_THE_WORK],
  },
  { fields: ['activityNumber'], is: isCode, share: MOST, not: [NO_ACTIVITY, OF_PROJECTS] },
  {
    fields: ['responsible'],
    is: (cell) => DEPARTMENT.test(compareKey(textOf(cell))),
    share: MORE_THAN_HALF,
    not: [NOT_OF_THE_WORK],
  },
];

/**
 * Adds what the cells tell of the columns that no header tells: a field is proposed where it is the only one left
 * that such cells could be, and one column alone has them. What a person said of a column stands.
 */
export function proposeMeanings(
  sheet: Sheet,
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
  said: Readonly<Record<string, ColumnMeaning>>,
): readonly MatrixColumn[] {
  if (columns.some(({ field }) => field === 'indicatorId')) return columns;
  const cellsOf = ({ index }: MatrixColumn) =>
    dataRows.map((row) => cellAt(sheet, row, index)).filter(({ kind }) => kind !== 'blank');
  const ids = columns.find(({ field }) => field === 'activityId');
  if (ids && cellsOf(ids).some((cell) => isOurActivity(textOf(cell)))) return asOurPortfolio(columns, said);
  const free = columns.filter(({ confidence, letter }) => confidence === 'none' && !(letter in said));
  const proposed = new Map<number, MatrixField>();
  for (const { fields, is, share, not } of KINDS) {
    const [field, ...others] = fields.filter((one) => isFree(columns, one));
    const [column, ...rivals] = free.filter(
      (one) =>
        !proposed.has(one.index) &&
        !not.some((other) => other.test(compareKey(one.header))) &&
        areMostly(cellsOf(one), is, share),
    );
    if (field && column && others.length + rivals.length === 0) proposed.set(column.index, field);
  }
  return columns.map((column) => {
    const field = proposed.get(column.index);
    if (field) return { ...column, field, confidence: 'likely' };
    return column.letter in said ? column : withWords(column, columns, cellsOf);
  });
}

/** A month of a year, as `mar-24`, is written as a code is and is none. */
function isCode(cell: Cell): boolean {
  return CODE.test(textOf(cell)) && !isOfDates(cell);
}

/** What leaves under a header that means something else elsewhere comes back under it. */
function asOurPortfolio(
  columns: readonly MatrixColumn[],
  said: Readonly<Record<string, ColumnMeaning>>,
): readonly MatrixColumn[] {
  const taken = new Set(columns.map(({ field }) => field));
  return columns.map((column) => {
    const field = column.field === null && !(column.letter in said) ? fieldInPortfolio(column.header) : null;
    return field && !taken.has(field) ? { ...column, field, confidence: 'sure' } : column;
  });
}

/** A result is stated where there is a target to compare it with. */
function isFree(columns: readonly MatrixColumn[], field: MatrixField): boolean {
  const has = (one: MatrixField) => columns.some((column) => column.field === one);
  return !has(field) && (field !== 'stated' || has('target'));
}

/** A column of results that holds sentences tells of its period in words. */
function withWords(
  column: MatrixColumn,
  columns: readonly MatrixColumn[],
  cellsOf: (column: MatrixColumn) => readonly Cell[],
): MatrixColumn {
  const { period } = column;
  if (period?.aspect !== 'value' || !areMostly(cellsOf(column), isSentence, MORE_THAN_HALF)) return column;
  const isTaken = columns.some((one) => one.period?.aspect === 'remark' && one.period.index === period.index);
  return isTaken ? column : { ...column, period: { ...period, aspect: 'remark' }, confidence: 'likely' };
}

function isSentence(cell: Cell): boolean {
  const text = textOf(cell);
  return (
    cell.kind === 'text' &&
    text.length >= SHORTEST_SENTENCE &&
    numberOf(cell, 'comma') === null &&
    readEmptyReport(text) === null
  );
}

function areMostly(cells: readonly Cell[], is: (cell: Cell) => boolean, share: number): boolean {
  if (cells.length < FEWEST_CELLS) return false;
  let left = cells.length;
  // As soon as too few are left, the rest need not be looked at.
  return cells.every((cell) => is(cell) || --left >= cells.length * share);
}
