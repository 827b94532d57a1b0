import type { CalendarFlaw } from '../domain/calendar';
import type { DraftFlaw } from '../domain/calendarDraft';
import type { Pace } from '../domain/codes';
import type { IsoDay } from '../domain/isoDay';
import type { Grouping, Plan, RollupMethod } from '../domain/model';
import type { MethodFigure } from '../domain/rollupChoices';
import type { ClassMove, Rules } from '../domain/ruleChange';
import { count, formatDay, formatNumber, formatPercent } from './format';
import { bandRange, calendarWords, groupingName, roundingWords, schemeWords } from './ruleWords';
import { bandName, PACE, PROGRESS_CLASS, ROLLUP_METHOD, SCHEDULE_STATE } from './words';
import type { Forms } from './words';

/** Words of the rules of a plan: how its figures are reckoned. */
export const rules = {
  title: 'Reglas del plan',
  intro:
    'Valen para todo el plan. Al cambiar una, el tablero se recalcula enseguida, y el cambio queda en la historia y viaja en las copias.',
  open: 'Ver y cambiar las reglas',
  linkTitle: 'Cómo se calcula este plan',
  save: 'Usar esta regla',
  discard: 'Descartar',
  unsaved: 'Cambio sin guardar',
  unchanged: 'Es la regla que el plan usa ahora.',
  atCut: (cut: IsoDay) => `Al ${formatDay(cut)}`,
  // Classes
  classes: 'Clases',
  changeClasses: 'Cambiar las clases',
  schemes: 'Rangos',
  ownExplanation: 'Los nombres, los límites y el redondeo que usted escriba.',
  tryPercent: 'Pruebe un porcentaje',
  bandLabel: 'Nombre de la clase',
  bandClass: 'Cuenta como',
  limitUpTo: 'Hasta',
  limitBelow: 'Menos de',
  band: (ordinal: number) => `Clase ${ordinal}`,
  addBand: 'Agregar una clase',
  removeBand: (name: string) => `Quitar «${name}»`,
  rounding: 'Redondeo',
  roundings: [
    { value: 'halfUp', label: 'Al entero', explanation: 'La mitad sube: 40,5 % cuenta como 41 %.' },
    {
      value: 'below',
      label: 'Sin redondear, el límite es de la clase de abajo',
      explanation: 'El límite exacto todavía es de la clase que termina en él.',
    },
    {
      value: 'above',
      label: 'Sin redondear, el límite es de la clase de arriba',
      explanation: 'El límite exacto ya es de la clase que empieza en él.',
    },
  ],
  // The mean
  rollup: 'Cómo se promedia',
  changeRollup: 'Cambiar el promedio',
  method: (cut: IsoDay) => `Método, y lo que da al ${formatDay(cut)}`,
  groups: 'Grupos',
  noFigure: 'sin cifra',
  writeWeights: 'Escribir los pesos',
  noWeights: 'Ningún indicador tiene peso, así que no habría con qué calcular.',
  // Periods
  calendar: 'Períodos de reporte',
  changeCalendar: 'Cambiar los períodos',
  start: 'Primer día',
  end: 'Último día',
  kind: 'Los períodos terminan',
  kinds: [
    { value: 'months', label: 'Cada cierto tiempo', explanation: 'Cada mes, cada trimestre, cada semestre…' },
    { value: 'cuts', label: 'En días propios', explanation: 'Por ejemplo, con corte a 31 de julio.' },
  ],
  months: 'Cada período dura',
  cut: (ordinal: number) => `Corte ${ordinal}`,
  removeCut: (ordinal: number) => `Quitar el corte ${ordinal}`,
  addCut: 'Agregar un corte',
  resulting: 'Así quedan los períodos',
  andMore: (n: number) => `y ${formatNumber(n)} más`,
  confirmCalendar: '¿Cambiar los períodos?',
  nothingDeleted: 'Nada se borra: lo reportado sigue guardado, y al volver a estos períodos se ve otra vez.',
  hidden: (n: number) =>
    `${count(n, 'reporte es', 'reportes son')} de períodos que este calendario no tiene: ${n === 1 ? 'sigue guardado' : 'siguen guardados'} y no ${n === 1 ? 'se ve' : 'se ven'}.`,
  returning: (n: number) => `${count(n, 'reporte vuelve', 'reportes vuelven')} a verse.`,
  // Pace and warnings
  pace: 'Ritmo y avisos',
  changePace: 'Cambiar el ritmo y los avisos',
  tolerance: 'Tolerancia del ritmo',
  toleranceHint: 'Puntos que un indicador puede apartarse de lo esperado y seguir «Al día».',
  points: 'puntos',
  dueSoon: 'Aviso de vencimiento',
  dueSoonHint: 'Días antes de su fecha final en que un indicador sin terminar es «Por vencer».',
  days: 'días',
  badTolerance: 'Escriba un número de 0 a 100.',
  badDays: 'Escriba un número entero de días, de 0 a 3.650.',
} as const;

/** A rule that a plan has: what it is, and what it does. */
export interface RuleFact {
  readonly value: string;
  readonly means: string;
}

/** "Promedio simple", "Promedio por grupos (ítem)". */
export function methodWords(method: RollupMethod, by: Grouping): string {
  const { name } = ROLLUP_METHOD[method];
  if (method !== 'groupMean') return name;
  const groups = groupingName(by);
  // A name of its own keeps its capital.
  return `${name} (${typeof by === 'string' ? uncapitalized(groups) : groups})`;
}

/** What the current rule of each part is, and what it does in one sentence. */
export const facts = {
  classes: ({ scheme }: Plan): RuleFact => ({ value: schemeWords(scheme), means: roundingWords(scheme) }),
  rollup: ({ rollupMethod, rollupBy }: Plan): RuleFact => ({
    value: methodWords(rollupMethod, rollupBy),
    means: ROLLUP_METHOD[rollupMethod].means,
  }),
  calendar: ({ calendar, periods }: Plan): RuleFact => ({
    value: calendarWords(calendar),
    means: `Cada indicador se reporta una vez ${periods.length === 1 ? 'en su único período' : `en cada uno de los ${formatNumber(periods.length)} períodos`}.`,
  }),
  tolerance: ({ paceTolerance }: Plan): RuleFact => ({
    value: `Tolerancia: ${points(paceTolerance)}`,
    means: `Hasta ${points(paceTolerance)} por debajo de lo esperado un indicador está «Al día»; más abajo, «Atrasada»; y esos mismos por encima, «Adelantada».`,
  }),
  dueSoon: ({ dueSoonDays }: Plan): RuleFact => ({
    value: `Aviso: ${count(dueSoonDays, 'día', 'días')} antes`,
    means:
      dueSoonDays === 0
        ? 'Un indicador sin terminar solo es «Por vencer» en su fecha final.'
        : `Desde ${count(dueSoonDays, 'día', 'días')} antes de su fecha final, un indicador sin terminar es «Por vencer».`,
  }),
} as const;

/** Each rule of a plan in one sentence, for whoever only wants to know which they are. */
export function ruleSentences(plan: Plan): readonly { readonly title: string; readonly sentence: string }[] {
  const { scheme } = plan;
  const bands = scheme.bands.map((band) => `${bandName(band)} (${bandRange(band, scheme)})`).join(', ');
  const [rollup, tolerance, dueSoon] = [facts.rollup(plan), facts.tolerance(plan), facts.dueSoon(plan)];
  return [
    { title: rules.classes, sentence: `${bands}.` },
    { title: rules.rollup, sentence: `${rollup.value}: ${uncapitalized(rollup.means)}` },
    { title: rules.calendar, sentence: `${facts.calendar(plan).value}.` },
    { title: rules.pace, sentence: `${tolerance.value}. ${dueSoon.value}.` },
  ];
}

/** How many indicators change class: "Cambian de clase 3 de 12 al 31 de marzo de 2023: 2 de crítica a ...". */
export function movesWords(moves: readonly ClassMove[], total: number, cut: IsoDay): string {
  const changed = moves.reduce((sum, { n }) => sum + n, 0);
  const at = `al ${formatDay(cut)}`;
  if (changed === 0) return `Ninguno de los ${formatNumber(total)} indicadores cambia de clase ${at}.`;
  const parts = moves.map(
    ({ from, to, n }) =>
      `${formatNumber(n)} de ${PROGRESS_CLASS[from].one.toLowerCase()} a ${PROGRESS_CLASS[to].one.toLowerCase()}`,
  );
  return `${changed === 1 ? 'Cambia' : 'Cambian'} de clase ${formatNumber(changed)} de ${formatNumber(total)} ${at}: ${list.format(parts)}.`;
}

/** "40,9 %", or that there is none. */
export function figureWords({ value }: Pick<MethodFigure, 'value'>): string {
  return value === null ? rules.noFigure : formatPercent(value);
}

/** What a grouping comes to, for a list of them: "Ítem: 43,2 % (8 grupos)". */
export function groupingOption(by: Grouping, figure: MethodFigure): string {
  return `${groupingName(by)}: ${figureWords(figure)} (${count(figure.groups, 'grupo', 'grupos')})`;
}

/** What must be known of a grouping before it is used; empty where every indicator has its group. */
export function groupingNote({ outside, groups }: MethodFigure, total: number): string {
  if (outside === 0) return '';
  if (groups === 1)
    return `Ninguno de los ${formatNumber(total)} indicadores tiene grupo: todo el plan sería uno solo.`;
  return `${count(outside, 'indicador sin grupo forma', 'indicadores sin grupo forman')} uno aparte, que pesa como los demás.`;
}

/** What a weighted mean lacks; empty when the weights of all the indicators add up to 100. */
export function weightsNote(
  lack: { readonly sum: number; readonly unweighted: number } | null,
  total: number,
): string {
  if (lack === null) return '';
  if (lack.unweighted === total)
    return `Faltan los pesos de los ${formatNumber(total)}, que deben sumar 100.`;
  const sum = lack.sum === 100 ? '' : `Los pesos suman ${formatNumber(lack.sum)} y deben sumar 100. `;
  const missing =
    lack.unweighted === 0
      ? ''
      : `${count(lack.unweighted, 'indicador no tiene peso y queda', 'indicadores no tienen peso y quedan')} por fuera.`;
  return `${sum}${missing}`.trim();
}

const FLAWS: {
  readonly [Code in DraftFlaw['code']]: (flaw: DraftFlaw & { readonly code: Code }) => string;
} = {
  endBeforeStart: () => 'El último día es anterior al primero: corrija uno de los dos.',
  tooManyPeriods: ({ periods, most }: CalendarFlaw & { code: 'tooManyPeriods' }) =>
    `Serían ${formatNumber(periods)} períodos y un plan puede tener ${formatNumber(most)}: revise las fechas o use períodos más largos.`,
  missingDay: ({ of }) => (of === 'start' ? 'Falta el primer día.' : 'Falta el último día.'),
  missingCut: ({ place }) => `Falta la fecha del corte ${place + 1}.`,
  cutOutside: ({ place }) => `El corte ${place + 1} está por fuera del plan.`,
  noCuts: () => 'Agregue al menos un corte.',
};

/** Why a plan cannot report by what is written. */
export function calendarFlawWords(flaw: DraftFlaw): string {
  return (FLAWS[flaw.code] as (facts: DraftFlaw) => string)(flaw);
}

/** "Dejan de verse 4 períodos, con 12 reportes." */
export function leavingWords(periods: number, reports: number): string {
  const said = reports === 0 ? 'sin ningún reporte' : `con ${count(reports, 'reporte', 'reportes')}`;
  return `${periods === 1 ? 'Deja' : 'Dejan'} de verse ${count(periods, 'período', 'períodos')}, ${said}.`;
}

/** One period that leaves: "1.er trimestre de 2023: 12 reportes". */
export function leavingPeriod(name: string, reports: number): string {
  return `${name}: ${reports === 0 ? 'sin reportes' : count(reports, 'reporte', 'reportes')}`;
}

/** What another rule does to the plan's own figure. */
export function planMoves(cut: IsoDay, before: number | null, after: number | null): string {
  const [was, is] = [before, after].map((value) => figureWords({ value }));
  return `El plan pasa de ${was} a ${is} al ${formatDay(cut)}.`;
}

/** How many indicators stand in each way that the rules of pace and warnings decide. */
export interface PaceCounts extends Readonly<Record<Pace, number>> {
  readonly dueSoon: number;
}

const COUNTED_IN_ORDER = ['behind', 'onTrack', 'ahead', 'dueSoon'] as const;
const COUNTED: { readonly [What in keyof PaceCounts]: Forms } = { ...PACE, dueSoon: SCHEDULE_STATE.dueSoon };

/** "Al 31 de marzo de 2023 se pasa de 5 a 4 atrasadas y de 2 a 3 al día; siguen 0 adelantadas y 1 por vencer." */
export function paceMoves(cut: IsoDay, before: PaceCounts, after: PaceCounts): string {
  const counted = (what: keyof PaceCounts): string => {
    const { one, many } = COUNTED[what];
    return count(after[what], one.toLowerCase(), many.toLowerCase());
  };
  const moved = COUNTED_IN_ORDER.filter((what) => before[what] !== after[what]);
  const same = COUNTED_IN_ORDER.filter((what) => before[what] === after[what]);
  const standing = list.format(same.map(counted));
  if (moved.length === 0) return `Al ${formatDay(cut)}: ${standing}.`;
  const moves = moved.map((what) => `de ${formatNumber(before[what])} a ${counted(what)}`);
  const isOne = same.length === 1 && same.every((what) => after[what] === 1);
  const rest = same.length === 0 ? '' : `; ${isOne ? 'sigue' : 'siguen'} ${standing}`;
  return `Al ${formatDay(cut)} se pasa ${list.format(moves)}${rest}.`;
}

const TOLD: { readonly [Rule in keyof Rules]: (plan: Plan) => string } = {
  scheme: ({ scheme }) => `${rules.classes}: ${schemeWords(scheme)}.`,
  rollupMethod: tellRollup,
  rollupBy: tellRollup,
  calendar: ({ calendar }) => `${rules.calendar}: ${calendarWords(calendar)}.`,
  paceTolerance: ({ paceTolerance }) => `${rules.tolerance}: ${points(paceTolerance)}.`,
  dueSoonDays: ({ dueSoonDays }) => `${rules.dueSoon}: ${count(dueSoonDays, 'día', 'días')}.`,
};

function tellRollup({ rollupMethod, rollupBy }: Plan): string {
  return `${rules.rollup}: ${methodWords(rollupMethod, rollupBy)}.`;
}

/** A change of some rules as the notice tells it: "Clases: Cinco niveles del DNP." */
export function toldWords(changed: readonly (keyof Rules)[], plan: Plan): string {
  return [...new Set(changed.map((rule) => TOLD[rule](plan)))].join(' ');
}

const list = new Intl.ListFormat('es-CO');

function uncapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function points(value: number): string {
  return count(value, 'punto', 'puntos');
}
