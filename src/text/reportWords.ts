import type { Figure } from '../domain/document';
import type { ExclusionReason } from '../domain/codes';
import type { RollupMethod } from '../domain/model';
import type { RowAccount } from '../domain/rowAccount';
import { agree, counted, ended, listed, named, say, sentences } from './say';
import type { Part } from './say';
import { EXCLUSION_REASON, ROLLUP_METHOD } from './words';

/** Words that the narrative reports share. */
export const narrative = {
  entity: 'Entidad',
  plan: 'Plan',
  period: 'Período',
  cut: 'Corte',
  activity: 'Actividad',
  progress: 'Avance',
  responsible: 'Responsable',
  ends: 'Termina',
  withoutDate: 'sin fecha',
  withoutResponsible: 'sin responsable',
  reported: 'Reportado',
  verified: 'Verificado con evidencia',
  expected: 'Esperado al corte',
  missing: 'Datos que faltan',
  nothingMissing: 'A este corte no falta ningún dato.',
  signatures: 'Firma de responsables',
  signHere: 'Espacio para firmar',
  roles: ['Elaboró', 'Revisó', 'Aprobó'],
  money: 'Avance financiero',
  recommendations: 'Recomendaciones',
} as const;

/** An item that says nothing of itself but its number. */
export function itemName(number: string): string {
  return number === '' ? 'Sin ítem' : `Ítem ${number}`;
}

/** Where a plan stands: its figure, what was expected and how far it is from that. */
export interface Standing {
  readonly attainment: Figure;
  readonly verified: Figure;
  readonly expected: Figure;
  /** Points, less than 0 where it is behind; null where nobody can say. */
  readonly lag: Figure;
  readonly gap: Figure;
  readonly cut: Figure;
  /** True where some that count have no dates, so that what is expected is of the others. */
  readonly isPartlyDated: boolean;
}

/** What a person would say aloud of where the plan stands. */
export function resultWords({ attainment, verified, cut, ...standing }: Standing): Part {
  if (attainment.value === null) return say`Al ${cut} todavía no hay con qué calcular el avance del plan.`;
  return sentences(
    say`Al ${cut}, el plan va en ${attainment}.`,
    lagWords(standing),
    say`Con evidencia verificada va en ${verified}.`,
  );
}

function lagWords({
  expected,
  lag,
  gap,
  isPartlyDated,
}: Pick<Standing, 'expected' | 'lag' | 'gap' | 'isPartlyDated'>): Part {
  if (lag.value === null) return 'Sin fechas no se puede decir cuánto se esperaba.';
  const whose = isPartlyDated ? 'De las actividades con fechas se esperaba' : 'Se esperaba';
  if (Math.abs(lag.value) < HARDLY) return say`${whose} ${expected}: va justo como se esperaba.`;
  return say`${whose} ${expected}: está ${gap} por ${lag.value < 0 ? 'debajo' : 'encima'}.`;
}

/** Less than what a printed figure shows. */
const HARDLY = 0.05;

/** How the figure of the plan is reckoned, under its table. */
export function methodWords(given: {
  readonly cut: Figure;
  readonly method: RollupMethod;
  readonly by: Part;
  readonly n: Figure;
  readonly excluded: Figure;
  readonly reported: Figure;
  readonly verified: Figure;
}): Part {
  const { cut, method, by, n, excluded, reported, verified } = given;
  const isOfGroups = method === 'groupMean';
  const terms = isOfGroups ? counted(n, 'grupo', 'grupos') : counted(n, 'actividad', 'actividades');
  return sentences(
    say`Corte: ${cut}.`,
    say`Método: ${ROLLUP_METHOD[method].name.toLowerCase()}${isOfGroups ? say` (${by})` : ''}, N = ${terms}.`,
    excluded.value === 0
      ? 'Ninguna actividad se dejó por fuera.'
      : say`${counted(excluded, 'actividad quedó', 'actividades quedaron')} por fuera del promedio.`,
    say`Reportado ${reported}; verificado con evidencia ${verified}.`,
  );
}

/** How classes are given, from the bands of the plan's scheme. */
export function schemeWords(given: {
  readonly name: Part;
  readonly bands: readonly { readonly name: Part; readonly from: Figure; readonly to: Figure }[];
  readonly isRounded: boolean;
}): Part {
  const { name, bands, isRounded } = given;
  const said = bands.map((band) => say`${band.name} de ${band.from} a ${band.to}`);
  return say`Clases: ${name}; ${listed(said)}. ${isRounded ? 'El porcentaje se redondea al entero antes de clasificar.' : 'El porcentaje se clasifica sin redondear.'}`;
}

/** Results that the source printed and its own values do not come to. */
export function statedWords(stated: readonly { readonly text: Part; readonly where: Part }[]): Part {
  return say`La matriz de origen indicaba ${listed(stated.map(({ text, where }) => say`${text} en ${where}`))}. Aquí se imprime lo calculado.`;
}

export const IN_THE_PLAN = 'el plan';
export const BY_DOMAIN = 'por dominio';

/** What is missing, one line to each thing. */
export const missingWords = {
  reports: (name: Part, periods: readonly Figure[]): Part =>
    say`${named(name)}: sin reporte en ${listed(periods)}.`,
  zero: (name: Part): Part => say`${named(name)}: cero sin causa reportada.`,
  excluded: (name: Part, reason: ExclusionReason): Part =>
    say`${named(name)}: por fuera del promedio, ${EXCLUSION_REASON[reason].name.toLowerCase()}.`,
  unmeasured: (name: Part): Part => say`${named(name)}: sin indicador, no entra en ningún resultado.`,
  undated: (n: Figure): Part =>
    say`${counted(n, 'actividad no tiene fechas', 'actividades no tienen fechas')}: no se puede decir si ${agree(n, 'va a tiempo', 'van a tiempo')}.`,
} as const;

/** What stands where a row says nothing of itself. */
export const ACCOUNT_GAP: Readonly<Record<Exclude<RowAccount['k'], 'said'>, string>> = {
  notApplicable: 'no aplica',
  zeroWithoutCause: 'sin causa reportada',
  unexplained: 'sin observación ni soporte',
  notReported: 'sin reporte',
};

/** What a row says of itself: its remark, its cause and what it cites. */
export function accountWords(said: {
  readonly remark: Part | null;
  readonly delayCause: Part | null;
  readonly evidence: readonly Part[];
}): Part {
  const { remark, delayCause, evidence } = said;
  const cites = evidence.length === 0 ? null : supportWords(evidence);
  const given = [remark, delayCause && say`Causa del atraso: ${delayCause}`, cites].filter(
    (one) => one !== null,
  );
  // What stands alone is left as it was written.
  return sentences(...given.map((one, at) => (at < given.length - 1 ? ended(one) : one)));
}

function supportWords(evidence: readonly Part[]): Part {
  return say`${evidence.length === 1 ? 'Soporte' : 'Soportes'}: ${listed(evidence)}.`;
}

/** The money beside the progress (domain.md A6.14). */
export function moneyWords(given: {
  readonly progress: Figure;
  readonly budget: Figure;
  readonly executed: Figure;
  readonly percent: Figure;
  readonly n: Figure;
  readonly incomplete: Figure;
}): Part {
  const { progress, budget, executed, percent, n, incomplete } = given;
  return sentences(
    budget.value === null ? '' : say`Presupuesto: ${budget}.`,
    executed.value === null ? '' : say`Ejecutado: ${executed}.`,
    percent.value === null
      ? 'Ninguna actividad dice a la vez su presupuesto y lo ejecutado.'
      : say`La ejecución financiera es de ${percent}, de ${counted(n, 'actividad', 'actividades')}; el avance físico es de ${progress}.`,
    incomplete.value === 0
      ? ''
      : say`${counted(incomplete, 'actividad con dinero está incompleta y no cuenta', 'actividades con dinero están incompletas y no cuentan')}.`,
  );
}
