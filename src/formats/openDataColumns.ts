import type { ReportingPeriod } from '../domain/calendar';
import type { IndicatorFigure } from '../domain/figure';
import type { IsoDay } from '../domain/isoDay';
import { reportIn } from '../domain/model';
import type { Plan } from '../domain/model';
import { joinList } from './matrix/lists';
import { percentOf } from './numbers';
import {
  ACCUMULATION,
  BEYOND_CUT,
  EXCLUSION,
  OVER_100,
  PACE,
  PROGRESS_CLASS,
  REPORT,
  STAGE,
  STATE,
  UNIT,
  YES_NO,
} from './openDataWords';
import type { Coded } from './openDataWords';

/** One line of the open data: an indicator in a period. */
export interface OpenDataRow {
  readonly plan: Plan;
  readonly cut: IsoDay;
  readonly figure: IndicatorFigure;
  readonly period: ReportingPeriod;
}

type Field = string | number | null;

/** A column with all that its dictionary says of it. */
export interface OpenDataColumn {
  readonly name: string;
  readonly description: string;
  readonly type: 'texto' | 'número' | 'entero' | 'fecha';
  readonly unit?: string;
  /** The only values that it has besides none, each with what it means. */
  readonly values?: readonly Coded[];
  /** Where it comes from or how it is reckoned. */
  readonly rule: string;
  /** True for what may hold names of people: it leaves only where somebody says so. */
  readonly isPersonal?: boolean;
  readonly write: (row: OpenDataRow) => Field;
}

const AS_PLANNED = 'Como está en el plan de acción.';
const OWN_UNIT = 'La de unidad_meta: con porcentaje, puntos porcentuales.';
const FREE_TEXT = 'Texto libre: puede llevar nombres de personas.';
const PERCENT = '%';
const AT_CUT = 'Calculado por indicador al corte; es el mismo en todos sus períodos.';

/** The plan and where each line belongs in it. */
const PLACE: readonly OpenDataColumn[] = [
  text('entidad', 'Nombre de la entidad.', ({ plan }) => plan.entityName),
  text('nit', 'NIT de la entidad.', ({ plan }) => plan.nit),
  text('plan', 'Nombre del plan.', ({ plan }) => plan.title),
  text('politica', 'Política a la que responde el plan.', ({ plan }) => plan.policy),
  {
    ...text('vigencia', 'Año del plan.', ({ plan }) => plan.planYear),
    type: 'entero',
    unit: 'año',
  },
  {
    ...day('corte', 'Día al que se calculan los resultados.', ({ cut }) => cut),
    rule: 'Un valor cuenta cuando su período empieza a más tardar en este día.',
  },
  text('item', 'Número del ítem, como está impreso.', ({ figure }) => figure.indicator.item.number),
  text(
    'criterio',
    'Criterio diferencial del ítem.',
    ({ figure }) => figure.indicator.item.differentialCriterion,
  ),
  text('actividad', 'Actividad.', ({ figure }) => figure.indicator.activity.name),
  coded('ciclo', 'Etapa del ciclo PHVA de la actividad.', STAGE, ({ figure }) => {
    return figure.indicator.activity.phvaStage;
  }),
  {
    ...text(
      'responsables',
      'Quienes responden: cargos, equipos, dependencias o personas, separados por «|».',
      ({ figure }) => joinList(figure.indicator.activity.responsibleParties.map(({ name }) => name)),
    ),
    rule: 'Como está en el plan de acción, que puede nombrar a una persona.',
    isPersonal: true,
  },
  {
    ...text('elementos', 'Elementos de la política que lleva la actividad, separados por «|».', elementsText),
    rule: 'Taxonomía y elemento, por sus identificadores.',
  },
];

/** The indicator itself. */
const INDICATOR: readonly OpenDataColumn[] = [
  {
    ...text('indicador_id', 'Identificador del indicador.', ({ figure }) => figure.indicator.id),
    rule: 'No cambia aunque cambien el nombre o el número.',
  },
  text('indicador', 'Nombre del indicador.', ({ figure }) => figure.indicator.name),
  text('producto', 'Producto o entregable.', ({ figure }) => figure.indicator.deliverable),
  text('descripcion_meta', 'Descripción de la meta.', ({ figure }) => figure.indicator.targetText),
  amount('meta', 'Meta del indicador.', AS_PLANNED, ({ figure }) => figure.indicator.target),
  coded('unidad_meta', 'Unidad en que está la meta.', UNIT, ({ figure }) => figure.indicator.targetUnit),
  text('unidad_medida', 'Qué se cuenta.', ({ figure }) => figure.indicator.unitOfMeasure),
  coded('acumulacion', 'Cómo se acumulan los valores de los períodos.', ACCUMULATION, ({ figure }) => {
    return figure.indicator.accumulation;
  }),
  amount('linea_base', 'Línea base.', AS_PLANNED, ({ figure }) => figure.indicator.baseline),
  {
    ...text('fuente_linea_base', 'Fuente de la línea base.', ({ figure }) => figure.indicator.baselineSource),
    rule: FREE_TEXT,
    isPersonal: true,
  },
  number('peso', 'Ponderación del indicador.', 'puntos', AS_PLANNED, ({ figure }) => figure.indicator.weight),
  day('fecha_inicio', 'Primer día del indicador.', ({ figure }) => figure.indicator.start),
  day('fecha_final', 'Último día del indicador.', ({ figure }) => figure.indicator.end),
  number('presupuesto', 'Presupuesto de la actividad.', 'pesos', ofActivity(), ({ figure }) => {
    return figure.indicator.activity.budget;
  }),
  number('ejecutado', 'Ejecutado de la actividad.', 'pesos', ofActivity(), ({ figure }) => {
    return figure.indicator.activity.executed;
  }),
];

/** What was said in the period. */
const PERIOD: readonly OpenDataColumn[] = [
  day('periodo_inicio', 'Primer día del período.', ({ period }) => period.start),
  day('periodo_fin', 'Último día del período.', ({ period }) => period.end),
  coded('cuenta', 'Si el período cuenta al corte.', YES_NO, (row) => (isCounted(row) ? 'yes' : 'no')),
  coded('reporte', 'Qué se reportó en el período.', [...REPORT, BEYOND_CUT], (row) =>
    isCounted(row) ? reportIn(row.figure.indicator, row.period.id).k : BEYOND_CUT.of,
  ),
  amount('valor', 'Valor reportado.', 'Lo reportado; vacío donde «reporte» no es «valor».', (row) => {
    const report = reportIn(row.figure.indicator, row.period.id);
    return isCounted(row) && report.k === 'value' ? report.v : null;
  }),
  amount('programado', 'Valor programado para el período.', AS_PLANNED, ({ figure, period }) => {
    return figure.indicator.reports.get(period.id)?.planned ?? null;
  }),
  counted('evidencias', 'Evidencias del período.', (row) => evidenceOf(row).length),
  counted('evidencias_verificadas', 'Evidencias del período que alguien verificó.', (row) => {
    return evidenceOf(row).filter(({ status }) => status === 'verified').length;
  }),
  {
    ...text('observacion', 'Observación del período.', (row) => saidOf(row)?.remark ?? ''),
    rule: FREE_TEXT,
    isPersonal: true,
  },
  {
    ...text('causa_atraso', 'Causa del atraso.', (row) => saidOf(row)?.delayCause ?? ''),
    rule: FREE_TEXT,
    isPersonal: true,
  },
];

/** What the indicator comes to at the cut. */
const FIGURES: readonly OpenDataColumn[] = [
  number(
    'resultado',
    'Resultado del indicador.',
    PERCENT,
    `${AT_CUT} ${OVER_100}`,
    ({ figure }) => figure.raw,
  ),
  number(
    'resultado_promedio',
    'Resultado como entra en los promedios.',
    PERCENT,
    `${AT_CUT} De 0 a 100.`,
    (row) => {
      return row.figure.capped;
    },
  ),
  number(
    'esperado',
    'Resultado que se esperaba.',
    PERCENT,
    `${AT_CUT} Por lo programado, o por los días transcurridos.`,
    (row) => {
      return row.figure.expected;
    },
  ),
  number(
    'diferencia',
    'Resultado menos esperado.',
    'puntos porcentuales',
    AT_CUT,
    ({ figure }) => figure.lag,
  ),
  number('verificado', 'Resultado con lo que tiene evidencia verificada.', PERCENT, AT_CUT, ({ figure }) => {
    return figure.verified;
  }),
  coded('clase', 'Clase del resultado.', PROGRESS_CLASS, ({ figure }) => figure.progressClass),
  number(
    'rango_desde',
    'Límite inferior del rango de la clase.',
    PERCENT,
    'Según los rangos del plan.',
    (row) => {
      return bandOf(row)?.from ?? null;
    },
  ),
  number(
    'rango_hasta',
    'Límite superior del rango de la clase.',
    PERCENT,
    'Según los rangos del plan.',
    (row) => {
      return bandOf(row)?.to ?? null;
    },
  ),
  coded('estado', 'Estado por fechas.', STATE, ({ figure }) => figure.scheduleState),
  coded('ritmo', 'Ritmo: la diferencia contra la tolerancia del plan.', PACE, ({ figure }) => figure.pace),
  coded('por_fuera', 'Por qué el indicador no entra en los promedios.', EXCLUSION, ({ figure }) => {
    return figure.exclusion;
  }),
];

/** Every column of the open data, in order. */
export const OPEN_DATA_COLUMNS: readonly OpenDataColumn[] = [...PLACE, ...INDICATOR, ...PERIOD, ...FIGURES];

function isCounted({ period, cut }: OpenDataRow): boolean {
  return period.start <= cut;
}

function saidOf(row: OpenDataRow) {
  return isCounted(row) ? row.figure.indicator.reports.get(row.period.id) : undefined;
}

function evidenceOf(row: OpenDataRow) {
  return saidOf(row)?.evidence ?? [];
}

function bandOf({ plan, figure }: OpenDataRow) {
  return plan.scheme.bands.find(({ id }) => id === figure.bandId);
}

function elementsText({ figure }: OpenDataRow): string {
  const tags = [...figure.indicator.activity.tags];
  return joinList(tags.flatMap(([taxonomy, paths]) => paths.map((path) => `${taxonomy}/${path}`)));
}

function ofActivity(): string {
  return 'Es de la actividad: se repite en todas sus filas y no se suma por filas.';
}

function text(name: string, description: string, write: OpenDataColumn['write']): OpenDataColumn {
  return { name, description, type: 'texto', rule: AS_PLANNED, write };
}

function day(name: string, description: string, write: OpenDataColumn['write']): OpenDataColumn {
  return { name, description, type: 'fecha', rule: AS_PLANNED, write };
}

function number(
  name: string,
  description: string,
  unit: string,
  rule: string,
  write: OpenDataColumn['write'],
): OpenDataColumn {
  return { name, description, type: 'número', unit, rule, write };
}

function counted(name: string, description: string, write: OpenDataColumn['write']): OpenDataColumn {
  return { name, description, type: 'entero', unit: 'evidencias', rule: 'Cero donde no hay ninguna.', write };
}

/** A number in the unit of the indicator's target: fractions are written as percents, as people read them. */
function amount(
  name: string,
  description: string,
  rule: string,
  read: (row: OpenDataRow) => number | null,
): OpenDataColumn {
  const write = (row: OpenDataRow) => {
    const value = read(row);
    const isFraction = value !== null && row.figure.indicator.targetUnit === 'percent';
    return isFraction ? percentOf(value) : value;
  };
  return number(name, description, OWN_UNIT, rule, write);
}

/** A word of a closed list; what the code calls otherwise is never written. */
function coded(
  name: string,
  description: string,
  values: readonly Coded[],
  read: (row: OpenDataRow) => string | null,
): OpenDataColumn {
  const write = (row: OpenDataRow) => {
    const code = read(row);
    return values.find(({ of }) => of === code)?.value ?? null;
  };
  return { name, description, type: 'texto', values, rule: 'Uno de los valores de la lista.', write };
}
