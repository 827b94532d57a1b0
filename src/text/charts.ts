import type { HeatCell, HeatKind } from '../domain/heatMap';
import { MANAGEMENT_STATES } from '../domain/byResponsible';
import type { ManagementByResponsible } from '../domain/byResponsible';
import type { IsoDay } from '../domain/isoDay';
import type { Indicator, Plan } from '../domain/model';
import type { SCurve, SCurvePoint } from '../domain/sCurve';
import { amount } from './explanation';
import { count, formatDay, formatDayIn, formatNumber, formatPercent, periodName } from './format';
import { MANAGEMENT_STATE, PROGRESS_CLASS, REPORT } from './words';

/** Words of the charts of the board, and of their tables. */
export const charts = {
  seeTable: 'Ver la tabla',
  cut: 'Corte',
  rows: 'Indicadores',
  seeRows: (n: number) => `Ver ${count(n, 'indicador', 'indicadores')}`,
  none: '—',
  ofPeriod: (period: string) => `Período: ${period}`,

  curveTitle: 'Curva S: lo esperado y lo real',
  curveTable: 'Lo esperado y lo real en cada corte',
  expected: 'Esperado',
  real: 'Real',
  verified: 'Verificado',
  atCut: (day: string) => `Corte: ${day}`,

  heatTitle: 'Mapa de calor',
  heatTable: 'Lo reportado en cada período y la clase del avance que iba a su cierre',
  indicator: 'Indicador',
  heatShown: (shown: number, all: number) =>
    shown < all
      ? `${formatNumber(shown)} de ${count(all, 'indicador', 'indicadores')}: primero lo que más atención pide.`
      : `${count(all, 'indicador', 'indicadores')}: primero lo que más atención pide.`,
  showMore: (n: number) => `Ver ${formatNumber(n)} más`,
  heatKey: 'Cómo se lee',

  managementTitle: 'Gestión por responsable',
  managementTable: 'Indicadores de cada responsable, por lo que han avanzado',
  responsible: 'Responsable',
  nobody: 'Sin responsable',
  total: 'Total',
  wholePlan: 'Cada indicador una vez',
  /** Names the strip of one party. */
  managementOf: (party: string) => `Gestión de ${party}`,

  standingsTitle: 'Clases, ritmo y estado',
  standingsBy: 'Ver clases, ritmo y estado por',
  standingsTable: (by: string) =>
    `Cuántos indicadores hay en cada clase, ritmo y estado, ${by.slice(0, 1).toLowerCase()}${by.slice(1)}`,
  group: 'Grupo',
  indicators: 'Indicadores',
  classDetail: 'clase',
  paceDetail: 'ritmo',
  stateDetail: 'estado',
  standingsNote: 'Las atrasadas incluyen las vencidas. Lo que no tiene meta o no aplica no tiene clase.',
  opens: (group: string, what: string, n: number) => `${group}, ${what}: ${formatNumber(n)}`,
} as const;

/** The name of a cut of the curve: "1.er trimestre de 2023, al 31 de marzo de 2023"; the eve is where the plan begins. */
export function cutName({ cut, period }: SCurvePoint, plan: Plan): string {
  return period === null
    ? `Inicio, al ${formatDay(cut)}`
    : `${periodName(period, plan.calendar)}, al ${formatDay(cut)}`;
}

/** What the curve shows, as a person would say it. */
export function curveWords({ cut, points }: SCurve, plan: Plan): string {
  const day = (at: IsoDay) => formatDayIn(at, plan.planYear, cut);
  const now = points.find((point) => point.cut === cut);
  if (!now || now.real === null) return 'Todavía no hay con qué dibujar el avance.';
  const real = `Al ${day(cut)} el avance es ${formatPercent(now.real)}`;
  if (now.expected === null) return `${real}; sin fechas no se puede decir cuánto se esperaba.`;
  const next = points.find((point) => point.cut > cut && point.expected !== null);
  const ahead =
    next && next.expected !== null ? ` Al ${day(next.cut)} se esperará ${formatPercent(next.expected)}.` : '';
  return `${real} y se esperaba ${formatPercent(now.expected)}.${ahead}`;
}

const HEAT: Readonly<Record<Exclude<HeatKind, 'value'>, { readonly short: string; readonly long: string }>> =
  {
    missing: { short: 'Falta', long: 'falta el reporte' },
    notReported: { short: '—', long: 'no reportado, y nadie lo pide' },
    notScheduled: { short: 'No prog.', long: REPORT.notScheduled.name.toLowerCase() },
    notApplicable: { short: 'No aplica', long: REPORT.notApplicable.name.toLowerCase() },
    toCome: { short: '·', long: 'por venir' },
  };

/** What a cell of the heat map shows: "7", "Falta", "No aplica". */
export function heatShort({ kind, value }: HeatCell, { targetUnit }: Indicator): string {
  return kind === 'value' ? amount(value ?? 0, targetUnit) : HEAT[kind].short;
}

/** What a cell says when it is not seen: "7; iba en 33,3 %, crítica". */
export function heatWords(cell: HeatCell, indicator: Indicator): string {
  const { kind, percent, progressClass } = cell;
  const said = kind === 'value' ? heatShort(cell, indicator) : HEAT[kind].long;
  if (percent === null || progressClass === null) return said;
  return `${said}; iba en ${formatPercent(percent)}, ${PROGRESS_CLASS[progressClass].one.toLowerCase()}`;
}

/** What the marks without a word mean. */
export const HEAT_KEY: readonly { readonly mark: string; readonly means: string }[] = [
  { mark: HEAT.missing.short, means: 'debía reportarse y no está' },
  { mark: HEAT.notReported.short, means: 'no reportado, y nadie lo pide' },
  { mark: HEAT.notScheduled.short, means: HEAT.notScheduled.long },
  { mark: HEAT.toCome.short, means: HEAT.toCome.long },
];

/** How the three states were told apart, and what the counts do and do not hold. */
export function managementNotes({ n, leftOut, shared }: ManagementByResponsible): readonly string[] {
  const rule = MANAGEMENT_STATES.map(
    (state) => `${MANAGEMENT_STATE[state].one.toLowerCase()}, si ${MANAGEMENT_STATE[state].means}`,
  );
  return [
    `Cada indicador está en un solo estado: ${rule.join('; ')}.`,
    shared === 0
      ? ''
      : `Los totales suman ${formatNumber(n + shared)} y los indicadores son ${formatNumber(n)}: lo que tiene varios responsables cuenta una vez para cada uno.`,
    leftOut === 0
      ? ''
      : `${count(leftOut, 'indicador no tiene', 'indicadores no tienen')} resultado (sin meta, sin línea base o no aplica) y no ${leftOut === 1 ? 'cuenta' : 'cuentan'} aquí.`,
  ].filter(Boolean);
}
