import type { Band, ProgressClass } from '../domain/bands';
import type { ManagementState } from '../domain/byResponsible';
import type { Accumulation, PhvaStage, RollupMethod } from '../domain/model';
import type { EvidenceStatus, Report } from '../domain/report';
import type { ExclusionReason, Pace, ScheduleState } from '../domain/codes';

/** A noun or adjective that follows what it counts. */
export interface Forms {
  readonly one: string;
  readonly many: string;
}

/** A word with the sentence that explains it. */
export interface Explained {
  readonly name: string;
  readonly means: string;
}

export const PROGRESS_CLASS: Readonly<Record<ProgressClass, Forms>> = {
  critical: { one: 'Crítica', many: 'Críticas' },
  inProgress: { one: 'En proceso', many: 'En proceso' },
  finished: { one: 'Finalizada', many: 'Finalizadas' },
};

/** What the bands of the known schemes are called; a plan's own bands carry their label. */
const BAND: Readonly<Record<string, Forms>> = {
  ...PROGRESS_CLASS,
  low: { one: 'Baja', many: 'Bajas' },
  medium: { one: 'Media', many: 'Medias' },
  satisfactory: { one: 'Satisfactoria', many: 'Satisfactorias' },
  outstanding: { one: 'Sobresaliente', many: 'Sobresalientes' },
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].map((level) => [`level${level}`, { one: `Nivel ${level}`, many: `Nivel ${level}` }]),
  ),
};

/** The name of a band after what it counts; a person's own words stand as they are. */
export function bandForms({ id, label, progressClass }: Band): Forms {
  if (label) return { one: label, many: label };
  // A band may be called anything, also as what every object has.
  return (Object.hasOwn(BAND, id) ? BAND[id] : undefined) ?? PROGRESS_CLASS[progressClass];
}

export function bandName(band: Band): string {
  return bandForms(band).one;
}

export const SCHEDULE_STATE: Readonly<Record<ScheduleState, Forms>> = {
  notStarted: { one: 'Sin iniciar', many: 'Sin iniciar' },
  running: { one: 'En curso', many: 'En curso' },
  dueSoon: { one: 'Por vencer', many: 'Por vencer' },
  overdue: { one: 'Vencida', many: 'Vencidas' },
  done: { one: 'Terminada', many: 'Terminadas' },
};

export const PACE: Readonly<Record<Pace, Forms>> = {
  ahead: { one: 'Adelantada', many: 'Adelantadas' },
  onTrack: { one: 'Al día', many: 'Al día' },
  behind: { one: 'Atrasada', many: 'Atrasadas' },
};

/** By how far it has come, as reports of management tell it; none says how they were told apart. */
export const MANAGEMENT_STATE: Readonly<Record<ManagementState, Forms & { readonly means: string }>> = {
  pending: { one: 'Pendiente', many: 'Pendientes', means: 'no tiene ningún avance (0 %)' },
  inExecution: {
    one: 'En ejecución',
    many: 'En ejecución',
    means: 'tiene avance y no llega a la clase finalizada',
  },
  finished: {
    one: 'Finalizada o cercana',
    many: 'Finalizadas o cercanas',
    means: 'es de la clase finalizada del plan',
  },
};

/** The kinds of empty and what each does to the figures (domain.md A6.9). */
export const REPORT: Readonly<Record<Report['k'], Explained>> = {
  value: {
    name: 'Reportado',
    means: 'Se dijo cuánto se logró en el período; un cero también es un reporte.',
  },
  notReported: {
    name: 'No reportado',
    means: 'Todavía no se sabe: cuenta como cero y queda en la lista de lo que falta.',
  },
  notScheduled: {
    name: 'No programado',
    means: 'En este período no había nada previsto: no suma y no falta.',
  },
  notApplicable: {
    name: 'No aplica',
    means: 'No corresponde: si no aplica en ningún período, sale del promedio y se dice.',
  },
};

export const PHVA_STAGE: Readonly<Record<PhvaStage, string>> = {
  plan: 'Planear',
  do: 'Hacer',
  check: 'Verificar',
  act: 'Actuar',
};

export const EVIDENCE_STATUS: Readonly<Record<EvidenceStatus, Explained>> = {
  cited: { name: 'Citada', means: 'La matriz la nombra, pero el archivo no está aquí.' },
  attached: { name: 'Adjunta', means: 'El archivo está aquí; nadie lo ha verificado.' },
  verified: { name: 'Verificada', means: 'Alguien la revisó y dejó su nombre y la fecha.' },
};

export const ACCUMULATION: Readonly<Record<Accumulation, Explained>> = {
  sum: { name: 'Se suma', means: 'El resultado es la suma de lo logrado en cada período.' },
  latest: {
    name: 'El último',
    means: 'El resultado es el último valor reportado; los anteriores no se suman.',
  },
  average: {
    name: 'El promedio',
    means: 'El resultado es el promedio de lo reportado; un período sin reporte no cuenta como cero.',
  },
  capacity: {
    name: 'Capacidad',
    means:
      'El resultado es lo que el último valor ha subido desde la línea base, de lo que hay hasta la meta.',
  },
  reduction: {
    name: 'Reducción',
    means:
      'El resultado es lo que el último valor ha bajado desde la línea base, de lo que hay hasta la meta.',
  },
};

export const ROLLUP_METHOD: Readonly<Record<RollupMethod, Explained>> = {
  flatMean: {
    name: 'Promedio simple',
    means: 'Se suman los resultados de los indicadores y se dividen entre cuántos son.',
  },
  groupMean: {
    name: 'Promedio por grupos',
    means: 'Se promedia cada grupo y después se promedian los grupos, que pesan lo mismo.',
  },
  weighted: {
    name: 'Promedio ponderado',
    means: 'Cada resultado se multiplica por su peso, y la suma se divide entre los pesos que cuentan.',
  },
};

/** Why an indicator does not count in an average; each is listed by name (domain.md A6.1, A6.9). */
export const EXCLUSION_REASON: Readonly<Record<ExclusionReason, Explained>> = {
  noTarget: { name: 'Sin meta', means: 'No tiene una meta contra la cual medir.' },
  notApplicable: { name: 'No aplica', means: 'No aplica en ningún período del plan.' },
  noBaseline: {
    name: 'Sin línea base',
    means: 'Se mide desde una línea base y no la tiene.',
  },
  noWeight: { name: 'Sin peso', means: 'No tiene un peso con el cual entrar en el promedio ponderado.' },
};

/** Months of the civil year, January first. */
export const MONTHS: readonly { readonly name: string; readonly short: string }[] = [
  { name: 'enero', short: 'ene' },
  { name: 'febrero', short: 'feb' },
  { name: 'marzo', short: 'mar' },
  { name: 'abril', short: 'abr' },
  { name: 'mayo', short: 'may' },
  { name: 'junio', short: 'jun' },
  { name: 'julio', short: 'jul' },
  { name: 'agosto', short: 'ago' },
  { name: 'septiembre', short: 'sep' },
  { name: 'octubre', short: 'oct' },
  { name: 'noviembre', short: 'nov' },
  { name: 'diciembre', short: 'dic' },
];

/** Whole spans of the civil year, by their months. */
export const SPANS: Readonly<Record<number, { readonly name: string; readonly initial: string }>> = {
  1: { name: 'mes', initial: 'M' },
  2: { name: 'bimestre', initial: 'B' },
  3: { name: 'trimestre', initial: 'T' },
  4: { name: 'cuatrimestre', initial: 'C' },
  6: { name: 'semestre', initial: 'S' },
  12: { name: 'año', initial: 'A' },
};

/** Ordinals before a masculine noun, from 1 to 6. */
export const ORDINAL_MASCULINE: Readonly<Record<number, string>> = {
  1: '1.er',
  2: '2.º',
  3: '3.er',
  4: '4.º',
  5: '5.º',
  6: '6.º',
};
