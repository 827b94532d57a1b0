import { compareKey } from '../cells';
import type { PeriodAspect } from './periods';

/**
 * What a column of a plan matrix can hold, besides the columns of each period. The last group is written by
 * our own CSV only.
 */
export type MatrixField =
  | 'itemNumber'
  | 'criterion'
  | 'phvaStage'
  | 'activityNumber'
  | 'activity'
  | 'deliverable'
  | 'indicatorName'
  | 'targetText'
  | 'unitOfMeasure'
  | 'baseline'
  | 'baselineSource'
  | 'weight'
  | 'start'
  | 'end'
  | 'responsible'
  | 'target'
  | 'stated'
  | 'direct'
  | 'itemStated'
  | 'remark'
  | 'budget'
  | 'executed'
  | 'responsibleList'
  | 'accumulation'
  | 'tags'
  | 'computed'
  | 'activityStart'
  | 'activityEnd'
  | 'activityBlockedBy'
  | 'indicatorBlockedBy'
  | 'itemId'
  | 'activityId'
  | 'indicatorId';

interface FieldWords {
  readonly field: MatrixField;
  /** The first one is what we write and what a person is told is missing. */
  readonly headers: readonly string[];
  /** Matches the compare key of a header that is likely this field; tried in the order of this list. */
  readonly likely?: RegExp;
}

/** The headers of each field as entities write them. To teach a new one, add it here. */
const DICTIONARY: readonly FieldWords[] = [
  {
    field: 'itemNumber',
    headers: ['ITEM', 'ÍTEM', 'No. ITEM', 'Nº ITEM', 'N°', 'No.'],
    likely: /^(no|nro|numero)?(de)?item/,
  },
  {
    field: 'criterion',
    headers: [
      'DESCRIPCION DE LOS CRITERIOS DIFERENCIALES QUE LE APLICAN',
      'CRITERIOS DIFERENCIALES',
      'CRITERIO DIFERENCIAL',
      'CRITERIO',
      'DOMINIO',
      'PLAZO',
      'HORIZONTE',
    ],
    likely: /criterio/,
  },
  {
    field: 'phvaStage',
    headers: [
      'CICLO DE PROCESO P: Planear H: Hacer V: Verificar A: Actuar',
      'CICLO DE PROCESO',
      'CICLO PHVA',
      'PHVA',
      'CICLO',
    ],
    likely: /^ciclo|phva/,
  },
  { field: 'activityNumber', headers: ['NÚMERO DE ACTIVIDAD', 'No. ACTIVIDAD', 'N° ACTIVIDAD'] },
  {
    field: 'activity',
    headers: [
      'ACTIVIDAD',
      'ACTIVIDADES',
      'DESCRIPCIÓN DE LA ACTIVIDAD',
      'NOMBRE DE LA ACTIVIDAD',
      'ACCIÓN',
      'ACCIONES',
      'INICIATIVA ESTRATÉGICA',
      'INICIATIVA',
      'INICIATIVAS',
    ],
    likely: /^(descripcion|nombre)?(de)?(la|las)?actividad/,
  },
  {
    field: 'deliverable',
    headers: ['PRODUCTO', 'PRODUCTOS', 'ENTREGABLE', 'ENTREGABLES', 'PRODUCTO O ENTREGABLE'],
    likely: /^(producto|entregable)/,
  },
  {
    field: 'target',
    headers: ['META DEL INDICADOR', 'META', 'META NUMÉRICA', 'META CUANTITATIVA'],
    likely: /^meta(del|de)?(indicador|20\d\d)/,
  },
  {
    field: 'targetText',
    headers: ['DESCRIPCION DE LA META', 'DESCRIPCIÓN META', 'NOMBRE DE LA META'],
    likely: /^descripcion(de)?(la)?meta/,
  },
  {
    field: 'unitOfMeasure',
    headers: ['UNIDAD DE MEDIDA', 'UNIDAD', 'FÓRMULA DEL INDICADOR', 'FÓRMULA'],
    likely: /^(formula|unidad)(de|del)?/,
  },
  {
    field: 'indicatorName',
    headers: [
      'DESCRIPCIÓN DEL INDICADOR',
      'NOMBRE INDICADOR',
      'NOMBRE DEL INDICADOR',
      'INDICADOR',
      'INDICADORES',
    ],
    likely: /^(descripcion|nombre)?(de|del)?(el)?indicador/,
  },
  {
    field: 'start',
    headers: ['FECHA INICIO', 'FECHA DE INICIO', 'FECHA INICIAL', 'INICIO'],
    likely: /^fecha(de)?inici/,
  },
  {
    field: 'end',
    headers: [
      'FECHA FINAL',
      'FECHA FIN',
      'FECHA DE FIN',
      'FECHA DE FINALIZACIÓN',
      'FECHA TERMINACIÓN',
      'FIN',
    ],
    likely: /^fecha(de)?(fin|termin|venc|entrega)/,
  },
  {
    field: 'responsible',
    headers: ['RESPONSABLE', 'RESPONSABLES', 'ÁREA RESPONSABLE', 'DEPENDENCIA RESPONSABLE'],
    likely: /responsable/,
  },
  {
    field: 'stated',
    headers: ['RESULTADO', 'RESULTADO TOTAL', 'RESULTADO ACUMULADO', '% DE CUMPLIMIENTO'],
    likely: /^(resultado(final|anual|total)|porcentaje(de)?(avance|cumplimiento))$/,
  },
  {
    field: 'direct',
    headers: [
      '% CUMPLIMIENTO ESTRATEGIA',
      '% CUMPLIMIENTO INICIATIVA',
      '% CUMPLIMIENTO ACTIVIDAD',
      '% CUMPLIMIENTO',
    ],
  },
  {
    field: 'remark',
    headers: ['OBSERVACIONES', 'OBSERVACIÓN', 'DESARROLLO DE LA ACTIVIDAD'],
    likely: /^observacion/,
  },
  {
    field: 'baseline',
    headers: ['LÍNEA BASE', 'LÍNEA DE BASE', 'LÍNEA BASE DEL INDICADOR', 'VALOR DE LA LÍNEA BASE'],
  },
  { field: 'baselineSource', headers: ['FUENTE DE LA LÍNEA BASE', 'FUENTE LÍNEA BASE'] },
  {
    field: 'weight',
    headers: ['PONDERACIÓN', 'PONDERACIÓN DEL INDICADOR', 'PESO', 'PESO DEL INDICADOR', 'PESO PORCENTUAL'],
  },
  // EJECUTADO alone is as often what was achieved as what was spent.
  {
    field: 'budget',
    headers: ['PRESUPUESTO', 'PRESUPUESTO ASIGNADO', 'PRESUPUESTO APROBADO', 'PRESUPUESTO PROGRAMADO'],
  },
  { field: 'executed', headers: ['PRESUPUESTO EJECUTADO', 'VALOR EJECUTADO', 'RECURSOS EJECUTADOS'] },
  { field: 'responsibleList', headers: ['RESPONSABLES SEPARADOS POR |'] },
  { field: 'accumulation', headers: ['ACUMULACIÓN'] },
  { field: 'tags', headers: ['ETIQUETAS'] },
  { field: 'computed', headers: ['AVANCE CALCULADO'] },
  { field: 'itemStated', headers: ['RESULTADO DEL ITEM', '% CUMPLIMIENTO DOMINIO'] },
  { field: 'activityStart', headers: ['INICIO DE LA ACTIVIDAD'] },
  { field: 'activityEnd', headers: ['FIN DE LA ACTIVIDAD'] },
  { field: 'activityBlockedBy', headers: ['QUÉ ESPERA LA ACTIVIDAD'] },
  { field: 'indicatorBlockedBy', headers: ['QUÉ ESPERA EL INDICADOR'] },
  { field: 'itemId', headers: ['ID ITEM'] },
  { field: 'activityId', headers: ['ID ACTIVIDAD'] },
  { field: 'indicatorId', headers: ['ID INDICADOR'] },
];

// A longer text is a sentence that happens to use the word.
const LONGEST_HEADER = 90;

const EXACT: ReadonlyMap<string, MatrixField> = new Map(
  DICTIONARY.flatMap(({ field, headers }) => headers.map((header) => [compareKey(header), field] as const)),
);

export type Confidence = 'sure' | 'likely' | 'none';

export interface MatrixColumn {
  /** 0-based place in the sheet. */
  readonly index: number;
  readonly letter: string;
  /** Parent and child header joined. */
  readonly header: string;
  readonly field: MatrixField | null;
  readonly period: { readonly index: number; readonly aspect: PeriodAspect } | null;
  readonly confidence: Confidence;
  /** Up to three cells that are not blank, as written. */
  readonly samples: readonly string[];
}

interface RecognisedField {
  readonly field: MatrixField;
  readonly confidence: 'sure' | 'likely';
}

/** The field of a header, compared without blanks, accents and case; null for a header nobody knows. */
export function recogniseField(header: string): RecognisedField | null {
  const key = compareKey(header);
  if (key === '') return null;
  const exact = EXACT.get(key);
  if (exact) return { field: exact, confidence: 'sure' };
  if (key.length > LONGEST_HEADER) return null;
  const likely = DICTIONARY.find((words) => words.likely?.test(key));
  return likely ? { field: likely.field, confidence: 'likely' } : null;
}

/** The field of a header that is exactly one we know; for rows of data, where most texts are none. */
export function knownField(header: string): MatrixField | null {
  return EXACT.get(compareKey(header)) ?? null;
}

/** The header we write for a field and name when it is missing. */
export function headerOf(field: MatrixField): string {
  return DICTIONARY.find((words) => words.field === field)?.headers[0] ?? field;
}
