import type { IsoDay } from '../domain/isoDay';
import { isIsoDay } from '../domain/isoDay';
import { short } from './findings';
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

/** What a column can hold, as a person calls it. */
export const MATRIX_FIELDS = {
  itemNumber: 'Ítem',
  criterion: 'Criterio, dominio o plazo',
  phvaStage: 'Ciclo PHVA',
  activityNumber: 'Número de actividad',
  activity: 'Actividad',
  deliverable: 'Producto',
  indicatorName: 'Indicador',
  targetText: 'Descripción de la meta',
  unitOfMeasure: 'Unidad de medida',
  baseline: 'Línea base',
  baselineSource: 'Fuente de la línea base',
  weight: 'Ponderación',
  start: 'Fecha de inicio',
  end: 'Fecha final',
  responsible: 'Responsable',
  target: 'Meta',
  stated: 'Resultado',
  direct: '% de cumplimiento',
  remark: 'Observaciones',
  budget: 'Presupuesto',
  executed: 'Presupuesto ejecutado',
  responsibleList: 'Responsables, uno por uno',
  accumulation: 'Cómo se acumula',
  tags: 'Etiquetas',
  computed: 'Avance calculado',
  itemStated: 'Resultado del ítem',
  activityStart: 'Inicio de la actividad',
  activityEnd: 'Fin de la actividad',
  activityBlockedBy: 'Qué espera la actividad',
  indicatorBlockedBy: 'Qué espera el indicador',
  itemId: 'Identificador del ítem',
  activityId: 'Identificador de la actividad',
  indicatorId: 'Identificador del indicador',
} as const;

/** What a column says of one period. */
export const PERIOD_ASPECTS = {
  value: 'resultado',
  planned: 'programado',
  remark: 'observación',
  delayCause: 'causa',
  evidence: 'evidencia',
} as const;

type Field = keyof typeof MATRIX_FIELDS;

const SET_ASIDE = {
  total: 'Es una fila de totales: no se carga.',
  planTotal: 'Es el total del plan: queda como su resultado impreso y no cuenta como fila.',
  note: 'Es una nota o una firma: no se carga.',
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
    line: ({ place }: AtCell) => `«${short(place.text)}»: se lee sin sus marcas, como <p>.`,
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
      `${isHidden ? 'Está oculta y tiene' : 'Tiene'} ${count(rows, 'fila', 'filas')}${looksLikeMatrix ? '. También parece una matriz: si es la que busca, déjela sola en el archivo.' : '.'}`,
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
