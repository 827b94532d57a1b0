import type { IsoDay } from '../domain/isoDay';
import { isIsoDay } from '../domain/isoDay';
import { amount } from './explanation';
import { listOf, short } from './findings';
import { MATRIX_FIELDS } from './matrixFields';
import { count, formatNumber, formatPesos, formatShortDay } from './format';

// How a file was read. The reader's own types live in another room, so each sentence says what facts it needs;
// the screen that joins both makes the compiler ask for every code and every field.

interface Place {
  readonly row: number;
  readonly column: string;
  readonly header: string;
  readonly text: string;
}
interface AtCell {
  readonly place: Place;
}
interface InSheet {
  readonly sheet: string;
}

type Field = keyof typeof MATRIX_FIELDS;

const SET_ASIDE = {
  total: 'Es una fila de totales: no se carga.',
  planTotal: 'Es el total del plan: queda como su resultado impreso y no cuenta como fila.',
  note: 'Es una nota o una firma: no se carga.',
  section: 'Es el título de las filas de abajo: queda como su criterio. Si no lo es, inclúyala como fila.',
  repeatedHeader: 'Es el encabezado repetido: no se carga.',
  otherTable: 'Aquí empieza otra tabla: no se carga.',
} as const;

/** A heading and a sentence for each thing that the reader of a matrix notes. */
export const READING_FINDINGS = {
  inheritedBlank: {
    title: 'Celda vacía: igual que arriba',
    line: ({ field, taken }: AtCell & { readonly field: Field; readonly taken: string }) =>
      `${MATRIX_FIELDS[field]}: se toma «${short(taken)}» de la fila de arriba.`,
  },
  blankIdentity: {
    title: 'Falta un dato que identifica la fila',
    line: ({ field }: AtCell & { readonly field: Field }) =>
      `${MATRIX_FIELDS[field]} está vacío y no hay de dónde tomarlo.`,
  },
  mergedDeliverableIndicator: {
    title: 'Un solo texto para producto e indicador',
    line: ({ place, range, wasShifted }: AtCell & { readonly range: string; readonly wasShifted?: true }) =>
      wasShifted
        ? `La fila estaba corrida una columna y se corrigió desde la ${place.column}: su texto queda como producto y como indicador.`
        : `${range} está combinada: su texto queda como producto y como indicador.`,
  },
  mergeNotFilled: {
    title: 'Dato combinado en varias filas',
    line: ({ range }: AtCell & { readonly range: string }) =>
      `${range} está combinada: el dato es de la primera fila; aquí queda vacío.`,
  },
  ambiguousNumber: {
    title: 'Número que se puede leer de dos maneras',
    line: ({ place, read }: AtCell & { readonly read: number }) =>
      `«${short(place.text)}» se lee ${formatNumber(read)}.`,
  },
  spreadsheetNumber: {
    title: 'Número con decimales de más',
    line: ({ place, read }: AtCell & { readonly read: number }) =>
      `«${short(place.text)}» se lee ${formatNumber(read)}: los decimales son del archivo.`,
  },
  ambiguousDate: {
    title: 'Fecha que se puede leer de dos maneras',
    line: ({ place, read }: AtCell & { readonly read: string }) =>
      `«${short(place.text)}» se lee ${dayOrText(read)}.`,
  },
  spanAsDate: {
    title: 'Período en lugar de una fecha',
    line: ({ place, read }: AtCell & { readonly read: string }) =>
      `«${short(place.text)}» no es un día: se toma el ${dayOrText(read)}.`,
  },
  looseDay: {
    title: 'Fecha sin año o sin separar',
    line: ({ place, read }: AtCell & { readonly read: string }) =>
      `«${short(place.text)}» se lee ${dayOrText(read)}.`,
  },
  sameDayTwice: {
    title: 'La misma fecha escrita más de una vez',
    line: ({ place, read }: AtCell & { readonly read: string }) =>
      `«${short(place.text)}» se lee ${dayOrText(read)}.`,
  },
  severalDays: {
    title: 'Varias fechas en una celda',
    line: ({ place, read }: AtCell & { readonly read: string; readonly other: string }) =>
      `«${short(place.text)}»: se toma el ${dayOrText(read)}.`,
  },
  falsePercent: {
    title: 'Formato de porcentaje en otra cantidad',
    line: ({ place, read }: AtCell & { readonly read: number }) =>
      `Se ve «${short(place.text)}», que no puede ser un porcentaje: se lee ${formatNumber(read)}.`,
  },
  plainInPercent: {
    title: 'Resultado sin su signo de porcentaje',
    line: ({ place, read }: AtCell & { readonly read: number }) =>
      `La meta es un porcentaje y «${short(place.text)}» se lee ${amount(read, 'percent')}. Si es ${formatNumber(read)}\u00a0%, elíjalo en «Por decidir», si se ofrece, o escriba el signo en el archivo.`,
  },
  percentInCount: {
    title: 'Resultado en porcentaje de una meta que se cuenta',
    line: ({ place, read }: AtCell & { readonly read: number }) =>
      `«${short(place.text)}» se lee ${formatNumber(read)} de lo que la meta cuenta. Si es una parte de la meta, elíjalo en «Por decidir», si se ofrece, o escriba la cantidad en el archivo.`,
  },
  codeDecimals: {
    title: 'Código con decimales de más',
    line: ({ place, read }: AtCell & { readonly read: string }) =>
      `«${short(place.text)}» se lee ${read}: los decimales son del archivo.`,
  },
  digitsLost: {
    title: 'Código incompleto',
    line: ({ place }: AtCell) =>
      `«${short(place.text)}»: el archivo ya no trae las últimas cifras de este código. Queda como está escrito.`,
  },
  linkedFormula: {
    title: 'Dato de otro libro',
    line: ({ place, formula }: AtCell & { readonly formula: string }) =>
      `La fórmula «${short(formula)}» lo trae de otro archivo: se toma «${short(place.text)}», lo último que guardó.`,
  },
  foreignFormula: {
    title: 'Fórmula de otro programa',
    line: ({ place, formula }: AtCell & { readonly formula: string }) =>
      `La fórmula «${short(formula)}» es de otro programa: se toma «${short(place.text)}», lo último que guardó.`,
  },
  severalParties: {
    title: 'Varios responsables en una celda',
    line: ({ parties }: AtCell & { readonly parties: readonly string[] }) =>
      `Parece una lista: ${listOf(parties.map((party) => `«${short(party)}»`))}. Queda como un solo responsable si no se separa.`,
  },
  codeAndName: {
    title: 'Código y nombre en una celda',
    line: ({ number, name }: AtCell & { readonly number: string; readonly name: string }) =>
      `«${short(number)}» parece el código de «${short(name)}». Quedan juntos si no se separan.`,
  },
  severalIndicators: {
    title: 'Varios indicadores en una celda',
    line: ({ howMany }: AtCell & { readonly howMany: number }) =>
      `La celda nombra ${count(howMany, 'indicador', 'indicadores')}: se carga como uno solo. Si cada uno tiene su meta, dele su fila en el archivo.`,
  },
  markInPeriod: {
    title: 'Marca en lugar de un resultado',
    line: ({ place }: AtCell) =>
      `«${short(place.text)}» no dice cuánto se logró: el resultado queda vacío y la marca se guarda tal como está.`,
  },
  hiddenUnderMerge: {
    title: 'Texto tapado por una celda combinada',
    line: ({ place, range }: AtCell & { readonly range: string }) =>
      `${range} está combinada y tapa «${short(place.text)}»: no se lee.`,
  },
  reviewComment: {
    title: 'Comentario en una celda',
    line: ({ comment }: AtCell & { readonly comment: string }) => `Dice: «${short(comment)}».`,
  },
  hiddenRow: {
    title: 'Fila oculta en el archivo',
    line: ({ place }: AtCell) => `«${short(place.text)}»: la fila está oculta y se carga con las demás.`,
  },
  hiddenColumn: {
    title: 'Columna oculta en el archivo',
    line: ({
      column,
      header,
      cells,
    }: InSheet & { readonly column: string; readonly header: string; readonly cells: number }) =>
      `${column}, «${short(header)}»: está oculta y se lee con las demás (${count(cells, 'celda', 'celdas')}).`,
  },
  colourNotRead: {
    title: 'El color no se lee',
    line: ({
      column,
      header,
      cells,
    }: InSheet & { readonly column: string; readonly header: string; readonly cells: number }) =>
      `${column}, «${short(header)}»: ${count(cells, 'celda tiene', 'celdas tienen')} un color propio. La clase de cada indicador sale de su resultado.`,
  },
  unreadableNumber: {
    title: 'No es un número',
    line: ({ place }: AtCell) => `«${short(place.text)}» no se puede leer como número: queda vacío.`,
  },
  keptAsWritten: {
    title: 'No es una cantidad de esta columna',
    line: ({ place }: AtCell) =>
      `«${short(place.text)}» no es un número, o no está en la unidad de la meta: se guarda tal como está.`,
  },
  otherAmount: {
    title: 'Otra cantidad de dinero para la misma actividad',
    line: ({ amount, kept }: AtCell & { readonly amount: number; readonly kept: number }) =>
      `Dice ${formatPesos(amount)}; la actividad ya tenía ${formatPesos(kept)} de una fila anterior, y ese es el que cuenta.`,
  },
  unreadableDate: {
    title: 'No es una fecha',
    line: ({ place }: AtCell) => `«${short(place.text)}» no se puede leer como fecha: queda vacía.`,
  },
  unreadableStage: {
    title: 'No es una etapa del ciclo',
    line: ({ place }: AtCell) =>
      `«${short(place.text)}» no es Planear, Hacer, Verificar ni Actuar: queda vacía.`,
  },
  unreadableWord: {
    title: 'Palabra que no se reconoce',
    line: ({ place }: AtCell) => `«${short(place.text)}» no se reconoce: queda vacía.`,
  },
  errorCell: {
    title: 'Celda con error',
    line: ({ place }: AtCell) => `La celda muestra ${place.text || 'un error'}: queda vacía.`,
  },
  formulaWithoutValue: {
    title: 'Fórmula sin resultado guardado',
    line: ({ formula }: AtCell & { readonly formula: string }) =>
      `La fórmula «${short(formula)}» no trae su resultado: queda vacía. Abra y guarde el archivo en Excel.`,
  },
  dateReversed: {
    title: 'El fin va antes del inicio',
    line: ({ start, end }: AtCell & { readonly start: string; readonly end: string }) =>
      `Empieza el ${dayOrText(start)} y termina el ${dayOrText(end)}.`,
  },
  shiftedRow: {
    title: 'Fila corrida',
    line: ({
      expectedColumn,
      cells,
    }: AtCell & { readonly expectedColumn: string; readonly cells: readonly unknown[] }) =>
      `Se esperaba una fecha en la columna ${expectedColumn}. ${count(cells.length, 'celda no se leyó', 'celdas no se leyeron')}: muévala, si se ofrece en «Por decidir», o corrija la fila en el archivo.`,
  },
  oddCode: {
    title: 'Código distinto de los demás',
    line: ({ place, suggestion }: AtCell & { readonly suggestion: string }) =>
      `«${short(place.text)}» se lee como está escrito. Por los demás códigos, quizá sea «${suggestion}».`,
  },
  continuationRow: {
    title: 'Fila que sigue a la de arriba',
    line: ({ place, into }: AtCell & { readonly into: number }) =>
      `«${short(place.text)}» parece seguir el texto de la fila ${into}: queda por fuera si no se une.`,
  },
  tagsRemoved: {
    title: 'Marcas de página web en un texto',
    line: ({ place }: AtCell) => `«${short(place.text)}»: se lee sin sus marcas${firstMark(place.text)}.`,
  },
  unmappedColumn: {
    title: 'Columna que no se reconoce',
    line: ({
      column,
      header,
      cells,
    }: InSheet & { readonly column: string; readonly header: string; readonly cells: number }) =>
      `${column}, «${short(header)}»: ${count(cells, 'celda se guarda tal como está', 'celdas se guardan tal como están')}.`,
  },
  rowSetAside: {
    title: 'Fila que no es de la tabla',
    line: ({ place, reason }: AtCell & { readonly reason: keyof typeof SET_ASIDE }) =>
      `«${short(place.text)}». ${SET_ASIDE[reason]}`,
  },
  sheetSetAside: {
    title: 'Hoja que no se carga',
    line: ({
      isHidden,
      rows,
      looksLikeMatrix,
    }: InSheet & { readonly isHidden: boolean; readonly rows: number; readonly looksLikeMatrix: boolean }) =>
      `${isHidden ? 'Está oculta y tiene' : 'Tiene'} ${count(rows, 'fila', 'filas')}${looksLikeMatrix ? '. También parece una matriz: si es la que busca, elíjala en «Tablas del archivo».' : '.'}`,
  },
  sheetTruncated: {
    title: 'Hoja demasiado grande',
    line: ({ maxRows, maxColumns }: InSheet & { readonly maxRows: number; readonly maxColumns: number }) =>
      `Se leyeron ${count(maxRows, 'fila', 'filas')} y ${count(maxColumns, 'columna', 'columnas')}; el resto quedó por fuera.`,
  },
  phantomRows: {
    title: 'Filas vacías con formato',
    line: ({ declared, used }: InSheet & { readonly declared: number; readonly used: number }) =>
      `La hoja declara ${count(declared, 'fila', 'filas')} y usa ${formatNumber(used)}. No cambia nada.`,
  },
} as const;

/** "Fila 11, columna E (PRODUCTO)", or "Hoja «Anexos»". */
export function placeOfCell(where: AtCell | InSheet): string {
  if ('sheet' in where) return `Hoja «${where.sheet}»`;
  const { row, column, header } = where.place;
  if (!column) return `Fila ${row}`;
  return `Fila ${row}, columna ${column}${header ? ` (${short(header)})` : ''}`;
}

function dayOrText(text: string): string {
  return isIsoDay(text) ? formatShortDay(text satisfies IsoDay) : text;
}

/** A mark of a page or of a document that the reader takes out of a text; anything else between angles stays in it. */
const MARK = /<\/?(?:p|br|b|i|u|em|strong|span|div|ul|ol|li)\s?\/?>|\[bookmark:[^\]]*\]/i;

function firstMark(text: string): string {
  const [mark] = MARK.exec(text) ?? [];
  return mark === undefined ? '' : `, como ${short(mark)}`;
}
