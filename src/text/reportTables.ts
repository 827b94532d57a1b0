import type { Figure, Words } from '../domain/document';
import type { CommitmentState } from '../domain/meetings/words';
import type { Accumulation, PhvaStage } from '../domain/model';
import { PHVA_STAGE } from './words';

// The official tables. No number is written here: each comes with its name from where it is made.

/** What several of them say. */
export const tableWords = {
  none: '—',
  notApplicable: 'no aplica',
  notScheduled: 'no programado',
  noTarget: 'sin meta',
  noBaseline: 'sin línea base',
  withoutDay: 'sin fecha',
  withoutDates: 'sin fechas',
  withoutClass: 'sin clase',
  withoutRows: 'El plan todavía no tiene indicadores.',
  cut: 'Corte: ',
  over: ', sobre N = ',
  verified: 'Verificado con evidencia: ',
  stop: '. ',
  end: '.',
  dashes: 'La raya (—) es un período sin reporte, o posterior al corte.',
  list: ', ',
  colon: ': ',
  part: ' · ',
  of: ' de ',
  cause: 'Causa del atraso: ',
  total: 'TOTAL DEL PLAN',
} as const;

/** The matrix of the action plan, with the headings of the official form. */
export const matrixWords = {
  title: 'PLAN DE ACCIÓN POLÍTICA DE GESTIÓN Y DESEMPEÑO',
  process: 'MACROPROCESO: sin indicar / PROCESO: sin indicar / SUBPROCESO: sin indicar',
  policy: 'Nombre de la política',
  objective: 'Objetivo',
  year: 'Vigencia',
  caption: 'Plan de acción, con el resultado de cada indicador al corte',
  item: 'ITEM',
  criterion: 'DESCRIPCION DE LOS CRITERIOS DIFERENCIALES QUE LE APLICAN',
  stage: 'CICLO DE PROCESO P: Planear H: Hacer V: Verificar A: Actuar',
  activity: 'ACTIVIDAD',
  deliverable: 'PRODUCTO',
  indicator: 'DESCRIPCIÓN DEL INDICADOR',
  targetText: 'DESCRIPCION DE LA META',
  start: 'FECHA INICIO',
  end: 'FECHA FINAL',
  responsible: 'RESPONSABLE',
  target: 'META DEL INDICADOR',
  byPeriod: 'RESULTADO POR',
  result: 'RESULTADO',
  remarks: 'OBSERVACIONES',
} as const;

/** "P: Planear", as the form abridges the cycle. */
export function stageWords(stage: PhvaStage): string {
  const name = PHVA_STAGE[stage];
  return `${name.charAt(0)}: ${name}`;
}

/** The heading over the columns of the periods: "2023 · RESULTADO POR TRIMESTRE"; without a year where the columns say it. */
export function overPeriods(what: string, span: string, year: Figure | null): Words {
  const said = `${what} ${span.toUpperCase()}`;
  return year === null ? said : [year, ` · ${said}`];
}

/** What a period is called where it is of no whole span. */
export const ANY_PERIOD = 'período';

/** The follow-up tool of the PETI. */
export const toolWords = {
  title: 'HERRAMIENTA DE SEGUIMIENTO DEL PETI',
  caption: 'Seguimiento por actividad e indicador',
  activities: 'ACTIVIDADES',
  indicator: 'INDICADOR',
  target: 'META',
  measured: 'MEDICIÓN POR',
  result: 'RESULTADO',
  remarks: 'OBSERVACIONES',
} as const;

/** What each responsible party has in hand. */
export const responsibleWords = {
  title: 'Gestión por responsable',
  caption: 'Indicadores y avance de cada responsable',
  party: 'Responsable',
  n: 'Indicadores',
  pending: 'Pendientes',
  running: 'En ejecución',
  finished: 'Finalizados o cercanos',
  attainment: 'Avance',
  expected: 'Esperado',
  lag: 'Diferencia',
  verified: 'Verificado',
  bars: 'Avance por responsable',
  detail: 'Indicadores de cada responsable',
  row: 'Indicador',
  target: 'Meta',
  class: 'Clase',
  state: 'Estado',
  end: 'Fecha final',
  note: 'Pendiente es lo que no tiene avance; finalizado o cercano, lo que es de la clase más alta; en ejecución, lo demás. Un indicador de varios responsables cuenta en cada uno, y en el total una sola vez.',
} as const;

/** How each accumulation is reckoned, as a formula in words (domain.md B). */
export const FORMULA: Readonly<Record<Accumulation, string>> = {
  sum: 'Suma de lo reportado en cada período, dividida entre la meta.',
  latest: 'Último valor reportado, dividido entre la meta.',
  average: 'Promedio de lo reportado en cada período, dividido entre la meta.',
  capacity: 'Último valor reportado menos la línea base, dividido entre la meta menos la línea base.',
  reduction: 'Línea base menos el último valor reportado, dividida entre la línea base menos la meta.',
};

/** The sheet of an indicator. */
export const sheetWords = {
  title: 'Ficha del indicador',
  name: 'Indicador',
  activity: 'Actividad',
  item: 'Ítem',
  criterion: 'Criterio',
  deliverable: 'Producto',
  targetText: 'Descripción de la meta',
  unit: 'Unidad de medida',
  accumulation: 'Cómo se acumula',
  formula: 'Fórmula',
  target: 'Meta',
  baseline: 'Línea base',
  source: 'Fuente de la línea base',
  start: 'Fecha de inicio',
  end: 'Fecha final',
  responsible: 'Responsable',
  stage: 'Ciclo PHVA',
  elements: 'Elementos de la política',
  weight: 'Peso',
  budget: 'Presupuesto de la actividad',
  executed: 'Ejecutado de la actividad',
  ranges: 'Rangos de las clases',
  attainment: 'Resultado al corte',
  expected: 'Esperado al corte',
  verified: 'Verificado al corte',
  class: 'Clase',
  state: 'Estado',
  series: 'Serie por período',
  period: 'Período',
  planned: 'Programado',
  reported: 'Reportado',
  accumulated: 'Resultado acumulado',
  evidence: 'Evidencias',
  noEvidence: 'Todavía no tiene evidencias.',
  number: 'Número',
  evidenceName: 'Nombre',
  evidenceState: 'Estado',
  hash: 'Huella (SHA)',
  onlyCited: 'solo citada',
  said: 'Observaciones',
  noRemarks: 'Sin observaciones.',
  notFound: 'Ese indicador no está en el plan.',
} as const;

/** What was promised in the meetings. */
export const commitmentWords = {
  title: 'Estado de compromisos',
  day: 'A la fecha: ',
  none: 'Todavía no hay compromisos.',
  summary: 'Compromisos por estado',
  state: 'Estado',
  n: 'Compromisos',
  byWho: 'Compromisos por responsable',
  who: 'Responsable',
  all: 'Todos',
  what: 'Compromiso',
  due: 'Fecha de entrega',
  session: 'Sesión',
  proof: 'Evidencia o justificación',
  closedOn: 'Se cerró',
  nobody: 'Sin responsable',
  somePerson: 'Persona (nombre omitido)',
  withoutDue: 'Sin fecha',
  withoutProof: 'sin evidencia',
  hiddenProof: 'con evidencia (título omitido)',
  hiddenReason: 'con justificación (texto omitido)',
  withPeople: 'Documento interno: lleva nombres de personas. No lo publique.',
  withoutPeople:
    'Los nombres de personas se omiten, y también los títulos de las evidencias y las justificaciones, que pueden llevarlos. Solo quedan los nombres de las dependencias que se reúnen. El texto de cada compromiso va como se escribió: revíselo antes de publicar.',
  states: {
    open: 'Abiertos',
    overdue: 'Vencidos',
    fulfilled: 'Cerrados con evidencia',
    justified: 'Cerrados con justificación',
  } satisfies Readonly<Record<CommitmentState, string>>,
} as const;

/** A sample of what was reported, with every change of it. */
export const auditWords = {
  title: 'Traza de auditoría',
  how: 'Cómo se sacó la muestra',
  seed: 'Semilla',
  size: 'Tamaño de la muestra',
  population: 'Reportes al corte, de donde se sacó',
  reproducible:
    'Con la misma semilla, sobre los mismos reportes, sale siempre la misma muestra, sin importar en qué orden estén ni en qué equipo se saque.',
  emptySample: 'Al corte no hay ningún reporte del cual sacar la muestra.',
  current: 'Valor vigente',
  result: 'Resultado del indicador al corte',
  serves: 'Respalda este reporte',
  evidence: 'Evidencias',
  changes: 'Cambios, del primero al último',
  noChanges: 'Este equipo no tiene ningún cambio de este reporte.',
  when: 'Cuándo',
  who: 'Quién',
  device: 'Equipo',
  what: 'Qué',
  before: 'Antes',
  after: 'Después',
  why: 'Motivo',
  mark: 'Huella del cambio',
  nothing: 'sin dato',
  and: ' y ',
  kinds: { meas: 'Reporte', evi: 'Evidencia', ind: 'Indicador' } as Readonly<Record<string, string>>,
  noName: 'sin nombre',
  note: 'Cada cambio se guarda encadenado con el anterior del mismo equipo: la huella lo identifica, y no se puede alterar sin que se note.',
  withPeople: 'Documento interno: lleva nombres de personas.',
} as const;

/** The elements of the policy in the period. */
export const elementWords = {
  title: 'Informe trimestral por elemento',
  period: 'Período: ',
  before: '. El movimiento es contra el corte anterior, ',
  firstPeriod: '. Es el primer período: no hay corte anterior con que comparar.',
  none: 'Ninguna actividad lleva elementos de la política. Asígnelos en la estructura del plan.',
  element: 'Elemento',
  noneOfThese: 'Ninguno de estos',
  n: 'N',
  reported: 'Reportados en el período',
  attainment: 'Avance',
  expected: 'Esperado',
  lag: 'Diferencia',
  verified: 'Verificado',
  class: 'Clase',
  move: 'Movimiento',
  barsOf: 'Avance por elemento',
  note: 'N son los indicadores que cuentan en cada elemento; uno que lleva varios elementos cuenta en cada uno. «No aplica» es lo que el plan no se propone, y nunca es un cero.',
} as const;

/** Where each element started from. */
export const baselineWords = {
  title: 'Línea base por elemento',
  ofPlan: 'Línea base del plan',
  source: 'Fuente',
  noneOfPlan: 'El plan no dice de qué línea base parte.',
  noSource: 'sin fuente',
  atFirst: 'En el primer corte',
  now: 'Al corte',
  move: 'Movimiento',
  firstCut: 'Primer corte: ',
  ofRows: 'Línea base de los indicadores',
  indicator: 'Indicador',
  baseline: 'Línea base',
  target: 'Meta',
  reached: 'Acumulado al corte',
  noneOfRows: 'Ningún indicador tiene línea base.',
  without: 'Indicadores sin línea base',
} as const;
