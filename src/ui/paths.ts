import type { SampleRule } from '../domain/auditTrail';
import type { PeriodId } from '../domain/calendar';
import type { ReportKind } from '../domain/reportForms';

/** Where each screen lives. Hash routes work from any folder of any static host. */
export const routes = {
  home: '/',
  matrix: '/cargar',
  example: '/ejemplo',
  board: '/plan/:copy/tablero',
  activities: '/plan/:copy/actividades',
  activity: '/plan/:copy/actividades/:id',
  evidence: '/plan/:copy/evidencias',
  share: '/plan/:copy/compartir',
  conflicts: '/plan/:copy/diferencias',
  newPlan: '/nuevo',
  structure: '/plan/:copy/editar',
  structurePart: '/plan/:copy/editar/:id',
  findings: '/plan/:copy/hallazgos',
  settings: '/ajustes',
  planSettings: '/plan/:copy/ajustes',
  rules: '/plan/:copy/reglas',
  meetings: '/plan/:copy/mesas',
  newSeries: '/plan/:copy/mesas/nueva',
  session: '/plan/:copy/mesas/:id',
  projector: '/plan/:copy/mesas/:id/proyectar',
  commitments: '/plan/:copy/compromisos',
  reports: '/plan/:copy/informes',
  report: '/plan/:copy/informes/:kind',
  cuts: '/plan/:copy/cortes',
  compareCuts: '/plan/:copy/cortes/comparar',
  cut: '/plan/:copy/cortes/:id',
  copies: '/plan/:copy/copias',
  receive: '/recibir',
  nextYear: '/plan/:copy/siguiente',
  history: '/plan/:copy/historial',
  audit: '/plan/:copy/auditoria',
} as const;

/** What narrows the list of activities. */
export interface ListFilter {
  readonly class?: string;
  readonly band?: string;
  readonly pace?: string;
  readonly state?: string;
  readonly missing?: string;
  /** A state of the management by responsible party. */
  readonly management?: string;
  /** A grouping as the plan keeps it, and the id of one of its groups: '' is that of what belongs to none. */
  readonly by?: string;
  readonly group?: string;
  /** The id of a period that it has to do with. */
  readonly period?: string;
}

export function homePath(): string {
  return `#${routes.home}`;
}

/** Where a matrix is brought: to be another plan, or to update the one of a copy. */
export function matrixPath(into?: string): string {
  return into === undefined ? `#${routes.matrix}` : `#${routes.matrix}?en=${encodeURIComponent(into)}`;
}

export function examplePath(): string {
  return `#${routes.example}`;
}

export function boardPath(copy: string): string {
  return `#/plan/${copy}/tablero`;
}

export function activitiesPath(copy: string, filter: ListFilter = {}): string {
  const query = new URLSearchParams({ ...filter }).toString();
  return `#/plan/${copy}/actividades${query ? `?${query}` : ''}`;
}

/** A place to which one goes back from an activity, other than the list. */
type From = 'findings' | 'audit';

interface ActivityAddress {
  /** The period that it opens at; else the one that was last looked at. */
  readonly period?: PeriodId;
  readonly from?: From | null;
}

/** One activity. */
export function activityPath(
  copy: string,
  indicatorId: string,
  { period, from }: ActivityAddress = {},
): string {
  const asked = { ...(period && { periodo: period }), ...(from && { desde: FROM[from] }) };
  const query = new URLSearchParams(asked).toString();
  return `#/plan/${copy}/actividades/${encodeURIComponent(indicatorId)}${query ? `?${query}` : ''}`;
}

/** Where an activity's address says that one came from, and the way back there: the list, unless it says another. */
export function cameFrom(
  copy: string,
  query: string | undefined,
): { readonly from: From | null; readonly path: string } {
  const said = new URLSearchParams(query ?? '').get('desde');
  if (said === FROM.findings) return { from: 'findings', path: findingsPath(copy) };
  if (said === FROM.audit) return { from: 'audit', path: auditPath(copy) };
  return { from: null, path: activitiesPath(copy) };
}

const FROM: Readonly<Record<From, string>> = { findings: 'hallazgos', audit: 'auditoria' };

export function evidencePath(copy: string): string {
  return `#/plan/${copy}/evidencias`;
}

export function sharePath(copy: string): string {
  return `#/plan/${copy}/compartir`;
}

export function conflictsPath(copy: string): string {
  return `#/plan/${copy}/diferencias`;
}

/** What was decided of one part of the plan. */
export function decisionsPath(copy: string, entity: string): string {
  return `${conflictsPath(copy)}?${new URLSearchParams({ de: entity }).toString()}`;
}

export function newPlanPath(): string {
  return `#${routes.newPlan}`;
}

/** The editor of the plan; with a part of it (an id, or `plan`), opened at that part. */
export function structurePath(copy: string, part?: string): string {
  return `#/plan/${copy}/editar${part === undefined ? '' : `/${encodeURIComponent(part)}`}`;
}

export function findingsPath(copy: string): string {
  return `#/plan/${copy}/hallazgos`;
}

export function settingsPath(copy: string | null): string {
  return copy ? `#/plan/${copy}/ajustes` : `#${routes.settings}`;
}

export function rulesPath(copy: string): string {
  return `#/plan/${copy}/reglas`;
}

/** Where the plan of the next year is prepared. */
export function nextYearPath(copy: string): string {
  return `#/plan/${copy}/siguiente`;
}

export function meetingsPath(copy: string): string {
  return `#/plan/${copy}/mesas`;
}

export function newSeriesPath(copy: string): string {
  return `${meetingsPath(copy)}/nueva`;
}

export function sessionPath(copy: string, sessionId: string): string {
  return `${meetingsPath(copy)}/${encodeURIComponent(sessionId)}`;
}

export function projectorPath(copy: string, sessionId: string): string {
  return `${sessionPath(copy, sessionId)}/proyectar`;
}

/** Whether an address is that of the window that is projected, which writes nothing. */
export function isProjection(hash: string): boolean {
  return /^#\/plan\/[^/]+\/mesas\/[^/]+\/proyectar$/.test(hash);
}

export function commitmentsPath(copy: string): string {
  return `#/plan/${copy}/compromisos`;
}

export function reportsPath(copy: string): string {
  return `#/plan/${copy}/informes`;
}

/** One official document; of some things only a part: an indicator's sheet. */
export function reportPath(copy: string, kind: ReportKind, part?: string): string {
  const query = part === undefined ? '' : `?${new URLSearchParams({ de: part }).toString()}`;
  return `${reportsPath(copy)}/${kind}${query}`;
}

export function cutsPath(copy: string): string {
  return `#/plan/${copy}/cortes`;
}

/** The closed cut of a period. */
export function cutPath(copy: string, period: PeriodId): string {
  return `${cutsPath(copy)}/${period}`;
}

export function compareCutsPath(copy: string): string {
  return `${cutsPath(copy)}/comparar`;
}

/** The copies of a plan and how safe it is on this device. */
export function copiesPath(copy: string): string {
  return `#/plan/${copy}/copias`;
}

export function receivePath(): string {
  return `#${routes.receive}`;
}

/** Every change of a plan; with an activity, those of it. */
export function historyPath(copy: string, activity?: string): string {
  const query = activity === undefined ? '' : `?${new URLSearchParams({ actividad: activity }).toString()}`;
  return `#/plan/${copy}/historial${query}`;
}

/** The trail of a sample that was drawn elsewhere: the same seed draws the same. */
export function auditTrailPath(copy: string, rule: SampleRule): string {
  return `${reportPath(copy, 'auditTrail')}?${sampleQuery(rule)}`;
}

function sampleQuery({ seed, size }: SampleRule): string {
  return new URLSearchParams({ semilla: seed, registros: String(size) }).toString();
}

/** The rule that an address says of a sample; null where it says none. */
export function sampleRuleIn(query: string | undefined): SampleRule | null {
  const asked = new URLSearchParams(query ?? '');
  const [seed, size] = [asked.get('semilla') ?? '', Number(asked.get('registros'))];
  return seed !== '' && Number.isInteger(size) && size >= 1 ? { seed, size } : null;
}

/** The audit of a copy; with a rule, at the sample that it draws. */
export function auditPath(copy: string, rule?: SampleRule): string {
  return `#/plan/${copy}/auditoria${rule ? `?${sampleQuery(rule)}` : ''}`;
}
