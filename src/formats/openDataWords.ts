import type { ProgressClass } from '../domain/bands';
import type { ExclusionReason, Pace, ScheduleState } from '../domain/codes';
import type { Accumulation, PhvaStage } from '../domain/model';
import type { Report, TargetUnit } from '../domain/report';

/** A value of a closed list as open data write it, of what it is in the code, and what it means. */
export interface Coded<Code extends string = string> {
  readonly of: Code;
  readonly value: string;
  readonly means: string;
}

export const YES_NO: readonly Coded<'yes' | 'no'>[] = [
  { of: 'yes', value: 'si', means: 'El período empieza a más tardar el día del corte.' },
  { of: 'no', value: 'no', means: 'El período empieza después del corte.' },
];

export const STAGE: readonly Coded<PhvaStage>[] = [
  { of: 'plan', value: 'planear', means: 'Planear.' },
  { of: 'do', value: 'hacer', means: 'Hacer.' },
  { of: 'check', value: 'verificar', means: 'Verificar.' },
  { of: 'act', value: 'actuar', means: 'Actuar.' },
];

export const UNIT: readonly Coded<TargetUnit>[] = [
  { of: 'count', value: 'cantidad', means: 'La meta y los valores son cantidades.' },
  { of: 'percent', value: 'porcentaje', means: 'La meta y los valores son porcentajes: 50 es 50 %.' },
];

export const ACCUMULATION: readonly Coded<Accumulation>[] = [
  { of: 'sum', value: 'suma', means: 'Se suman los valores y se dividen entre la meta.' },
  { of: 'latest', value: 'ultimo', means: 'El último valor se divide entre la meta.' },
  { of: 'average', value: 'promedio', means: 'Se promedian los valores y se dividen entre la meta.' },
  {
    of: 'capacity',
    value: 'capacidad',
    means: 'Lo que el último valor sube desde la línea base, sobre lo que hay hasta la meta.',
  },
  {
    of: 'reduction',
    value: 'reduccion',
    means: 'Lo que el último valor baja desde la línea base, sobre lo que hay hasta la meta.',
  },
];

export const REPORT: readonly Coded<Report['k']>[] = [
  { of: 'value', value: 'valor', means: 'Se reportó un valor; un cero también lo es.' },
  { of: 'notReported', value: 'no_reportado', means: 'No se ha reportado: cuenta como cero.' },
  { of: 'notScheduled', value: 'no_programado', means: 'No había nada previsto: no suma y no falta.' },
  {
    of: 'notApplicable',
    value: 'no_aplica',
    means: 'No corresponde; si es así en todos los períodos, el indicador no entra en los promedios.',
  },
];

export const BEYOND_CUT: Coded<'beyondCut'> = {
  of: 'beyondCut',
  value: 'posterior_al_corte',
  means: 'El período empieza después del corte: no se dice qué se reportó.',
};

export const PROGRESS_CLASS: readonly Coded<ProgressClass>[] = [
  { of: 'critical', value: 'critica', means: 'Crítica.' },
  { of: 'inProgress', value: 'en_proceso', means: 'En proceso.' },
  { of: 'finished', value: 'finalizada', means: 'Finalizada.' },
];

export const STATE: readonly Coded<ScheduleState>[] = [
  {
    of: 'notStarted',
    value: 'sin_iniciar',
    means: 'El corte es anterior a su primer día y no tiene avance.',
  },
  { of: 'running', value: 'en_curso', means: 'Dentro de su plazo.' },
  { of: 'dueSoon', value: 'por_vencer', means: 'Le quedan pocos días, según las reglas del plan.' },
  { of: 'overdue', value: 'vencida', means: 'Pasó su último día sin llegar a la meta.' },
  { of: 'done', value: 'terminada', means: 'Llegó a la meta.' },
];

export const PACE: readonly Coded<Pace>[] = [
  { of: 'ahead', value: 'adelantada', means: 'Por encima de lo esperado, más allá de la tolerancia.' },
  { of: 'onTrack', value: 'al_dia', means: 'Dentro de la tolerancia.' },
  { of: 'behind', value: 'atrasada', means: 'Por debajo de lo esperado, más allá de la tolerancia.' },
];

export const EXCLUSION: readonly Coded<Exclude<ExclusionReason, 'noWeight'>>[] = [
  { of: 'noTarget', value: 'sin_meta', means: 'No tiene una meta contra la cual medir.' },
  { of: 'notApplicable', value: 'no_aplica', means: 'No aplica en ningún período.' },
  { of: 'noBaseline', value: 'sin_linea_base', means: 'Se mide desde una línea base y no la tiene.' },
];

export const OVER_100 = 'Puede pasar de 100 cuando se supera la meta.';

/** What the dictionary says of the file itself. */
export const FILE_FACTS = {
  codificacion: 'UTF-8, sin marca de orden de bytes',
  separador_de_campos: ',',
  separador_decimal: '.',
  fechas: 'AAAA-MM-DD',
  vacio: 'Sin dato, o no aplica. Nunca es un cero.',
  textos:
    'Un texto que empieza por =, +, -, @, tabulación o retorno lleva un apóstrofo delante, para que una hoja de cálculo no lo ejecute; quítelo al leer.',
} as const;

export const OBSERVATION_UNIT = 'Un indicador en un período de reporte.';

export const PEOPLE = {
  without:
    'Sin las columnas que suelen llevar nombres de personas: responsables, fuente de la línea base, observaciones y causas de atraso. Los demás textos van como están en el plan.',
  with: 'Con responsables, fuente de la línea base, observaciones y causas de atraso, que pueden llevar nombres de personas.',
} as const;
