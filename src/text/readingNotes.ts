import { keysOf, numberOf, textOf } from '../domain/fields';
import { amount } from './explanation';
import type { ToldFinding } from './findings';
import { short } from './findings';
import { count, formatNumber } from './format';
import { MATRIX_FIELDS } from './matrixFields';
import { placeOfCell, READING_FINDINGS } from './readingFindings';

// What the reader of a file doubted, told long after the file was read. What stands in a note came through the log:
// another program or another version may have written anything, so a note is told only when it has all its facts.

type Field = keyof typeof MATRIX_FIELDS;
type Fact = 'number' | 'text' | 'field' | 'list';

interface AtCell {
  readonly place: {
    readonly row: number;
    readonly column: string;
    readonly header: string;
    readonly text: string;
  };
}

const { shiftedRow, continuationRow, formulaWithoutValue, ...asRead } = READING_FINDINGS;

/** A heading, a sentence and a way out for each doubt, with the facts that they need. */
export const READING_NOTES = {
  unreadableNumber: {
    ...asRead.unreadableNumber,
    facts: {},
    repair: () => 'Escriba el número en su fila, si el documento lo trae.',
  },
  unreadableDate: {
    ...asRead.unreadableDate,
    facts: {},
    repair: () => 'Escriba la fecha en su fila, si el documento la trae.',
  },
  unreadableStage: {
    ...asRead.unreadableStage,
    facts: {},
    repair: () => 'Elija en su fila la etapa que corresponde.',
  },
  unreadableWord: {
    ...asRead.unreadableWord,
    facts: {},
    repair: () => 'Elija en su fila lo que corresponde.',
  },
  errorCell: {
    ...asRead.errorCell,
    facts: {},
    repair: () => 'Corrija la celda en el archivo y escriba aquí lo que dé.',
  },
  formulaWithoutValue: {
    title: formulaWithoutValue.title,
    facts: { formula: 'text' },
    line: ({ formula }: AtCell & { readonly formula: string }) =>
      `La fórmula «${short(formula)}» no traía su resultado: quedó vacía.`,
    repair: () => 'Abra el archivo en Excel para ver el resultado y escríbalo aquí.',
  },
  shiftedRow: {
    title: shiftedRow.title,
    facts: { expectedColumn: 'text', cells: 'list' },
    line: ({
      expectedColumn,
      cells,
    }: AtCell & { readonly expectedColumn: string; readonly cells: readonly unknown[] }) =>
      `En la columna ${expectedColumn} se esperaba una fecha y no estaba: ${count(cells.length, 'celda no se leyó', 'celdas no se leyeron')}.`,
    repair: () => 'Llene la fila desde el documento, o corrija el archivo y cárguelo otra vez.',
  },
  continuationRow: {
    title: continuationRow.title,
    facts: { into: 'number' },
    line: ({ place, into }: AtCell & { readonly into: number }) =>
      `«${short(place.text)}» parece seguir el texto de la fila ${into}: quedó por fuera.`,
    repair: () => 'Si es del texto de arriba, cópielo al final.',
  },
  otherAmount: {
    ...asRead.otherAmount,
    facts: { amount: 'number', kept: 'number' },
    repair: () => 'Deje en la actividad el valor del documento, o la suma si cada fila trae su parte.',
  },
  ambiguousNumber: {
    ...asRead.ambiguousNumber,
    facts: { read: 'number' },
    repair: () => 'Compárelo con el documento aprobado y corríjalo si se leyó mal.',
  },
  ambiguousDate: {
    ...asRead.ambiguousDate,
    facts: { read: 'text' },
    repair: () => 'Compárela con el documento aprobado y corríjala si se leyó mal.',
  },
  spreadsheetNumber: {
    ...asRead.spreadsheetNumber,
    facts: { read: 'number' },
    repair: () => 'Confirme que la cantidad es esa.',
  },
  markInPeriod: {
    ...asRead.markInPeriod,
    facts: {},
    repair: () => 'Escriba en su fila cuánto se logró en el período.',
  },
  hiddenUnderMerge: {
    ...asRead.hiddenUnderMerge,
    facts: { range: 'text' },
    repair: () => 'Si el texto hace falta, cópielo en su fila.',
  },
  spanAsDate: {
    ...asRead.spanAsDate,
    facts: { read: 'text' },
    repair: () => 'Escriba en su fila el día, si el documento lo trae.',
  },
  looseDay: {
    ...asRead.looseDay,
    facts: { read: 'text' },
    repair: () => 'Compárela con el documento aprobado y corríjala si es de otro año.',
  },
  severalDays: {
    ...asRead.severalDays,
    facts: { read: 'text', other: 'text' },
    repair: () => 'Deje en su fila la fecha que vale.',
  },
  falsePercent: {
    ...asRead.falsePercent,
    facts: { read: 'number' },
    repair: () => 'Confirme que la cantidad es esa.',
  },
  plainInPercent: {
    ...asRead.plainInPercent,
    facts: { read: 'number' },
    line: ({ place, read }: AtCell & { readonly read: number }) =>
      `La meta es un porcentaje y «${short(place.text)}» se leyó ${amount(read, 'percent')}.`,
    repair: () => 'Corrija el resultado en su fila si el documento dice otro porcentaje.',
  },
  percentInCount: {
    ...asRead.percentInCount,
    facts: { read: 'number' },
    line: ({ place, read }: AtCell & { readonly read: number }) =>
      `«${short(place.text)}» se leyó ${formatNumber(read)} de lo que la meta cuenta.`,
    repair: () => 'Escriba en su fila la cantidad que se logró, o lleve la meta a porcentaje.',
  },
  digitsLost: {
    ...asRead.digitsLost,
    facts: {},
    repair: () => 'Copie el código completo del documento.',
  },
  linkedFormula: {
    ...asRead.linkedFormula,
    facts: { formula: 'text' },
    repair: () => 'Compárelo con el otro archivo y corríjalo si ya cambió.',
  },
  foreignFormula: {
    ...asRead.foreignFormula,
    facts: { formula: 'text' },
    repair: () => 'Abra el archivo en el programa en que se hizo y compare el dato.',
  },
  severalIndicators: {
    ...asRead.severalIndicators,
    facts: { howMany: 'number' },
    repair: () => 'Cree un indicador para cada uno y dele su meta.',
  },
  reviewComment: {
    ...asRead.reviewComment,
    facts: { comment: 'text' },
    repair: () => 'Atiéndalo en la fila y márquelo como revisado.',
  },
  mergedDeliverableIndicator: {
    ...asRead.mergedDeliverableIndicator,
    facts: { range: 'text' },
    repair: () => 'Escriba qué mide el indicador, si no es lo mismo que el producto.',
  },
  inheritedBlank: {
    ...asRead.inheritedBlank,
    facts: { field: 'field', taken: 'text' },
    repair: () => 'Compárelo con el documento aprobado: si la fila es de otra actividad, escriba la suya.',
  },
  blankIdentity: {
    ...asRead.blankIdentity,
    facts: { field: 'field' },
    repair: ({ field }: AtCell & { readonly field: Field }) =>
      `Busque en el documento el dato de «${MATRIX_FIELDS[field]}» y escríbalo en su fila.`,
  },
} as const;

/** What is said where a file gave more doubts than are kept. */
const LEFT_OUT = {
  title: 'Más dudas de la lectura',
  line: (howMany: number) =>
    `La lectura dejó ${count(howMany, 'duda más, que no se guardó', 'dudas más, que no se guardaron')} en el plan.`,
  repair: 'Cargue el archivo otra vez para verlas todas antes de guardar.',
} as const;

/** A doubt in words, and where in the file it is; empty where it is of the whole file. */
export interface ToldNote extends ToldFinding {
  readonly place: string;
}

/** Tells a doubt; null for one that this version does not know or that lacks some of its facts. */
export function tellReadingNote(finding: unknown): ToldNote | null {
  const given = keysOf(finding);
  const code = textOf(given['code']);
  if (code === 'notesLeftOut') return tellLeftOut(given['howMany']);
  if (!Object.hasOwn(READING_NOTES, code)) return null;
  const { title, facts, line, repair } = READING_NOTES[code as keyof typeof READING_NOTES];
  const place = placeOfNote(given['place']);
  const isWhole = Object.entries(facts as Readonly<Record<string, Fact>>).every(([name, fact]) =>
    IS_FACT[fact](given[name]),
  );
  if (place === null || !isWhole) return null;
  return { title, line: line(given as never), repair: repair(given as never), place };
}

const IS_FACT: Readonly<Record<Fact, (value: unknown) => boolean>> = {
  number: (value) => numberOf(value) !== null,
  text: (value) => typeof value === 'string',
  field: (value) => typeof value === 'string' && Object.hasOwn(MATRIX_FIELDS, value),
  list: (value) => Array.isArray(value),
};

function tellLeftOut(value: unknown): ToldNote | null {
  const howMany = numberOf(value);
  return howMany === null
    ? null
    : { title: LEFT_OUT.title, line: LEFT_OUT.line(howMany), repair: LEFT_OUT.repair, place: '' };
}

/** "Hoja «Plan», fila 11, columna E (PRODUCTO)". */
function placeOfNote(value: unknown): string | null {
  const { sheet, row, column, header, text } = keysOf(value);
  const isPlace = [sheet, column, header, text].every((one) => typeof one === 'string');
  if (!isPlace || numberOf(row) === null) return null;
  const at = placeOfCell({ place: value as AtCell['place'] });
  return sheet === ''
    ? at
    : `${placeOfCell({ sheet: textOf(sheet) })}, ${at.toLowerCase().slice(0, 1)}${at.slice(1)}`;
}
