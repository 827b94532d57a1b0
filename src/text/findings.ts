import type { PeriodId } from '../domain/calendar';
import type { Finding, FindingCode } from '../domain/findings/finding';
import type { Plan } from '../domain/model';
import { count, daysOfPeriod, formatNumber, formatPercent, formatShortDay, shortPeriodName } from './format';
import { amount } from './explanation';

/** A kind of finding: its heading, the sentence of each one, and what a person may do about it. */
export interface FindingWords<Facts> {
  readonly title: string;
  readonly line: (facts: Facts, periodNames: PeriodNames) => string;
  readonly repair: (facts: Facts) => string;
}

/** The names of periods, joined as in a sentence: "T2, T3 y T4". */
export type PeriodNames = (periods: readonly PeriodId[]) => string;

type FactsOf<Code extends FindingCode> = Extract<Finding, { code: Code }>;

/** What the plan itself shows. A code without its words does not compile. */
const PLAN_FINDINGS: { readonly [Code in FindingCode]: FindingWords<FactsOf<Code>> } = {
  duplicateNumber: {
    title: 'Número de actividad repetido',
    line: ({ number }) => `El número ${number} está en más de una actividad. Se conserva como está impreso.`,
    repair: () => 'Si son dos actividades, dele a cada una su número; si es la misma, deje una sola.',
  },
  missingNumber: {
    title: 'Falta un número de actividad',
    line: ({ number }) => `Entre las actividades no está la ${number}.`,
    repair: ({ number }) =>
      `Busque la ${number} en el documento aprobado: agréguela, o confirme que no existe.`,
  },
  repeatedItem: {
    title: 'Ítem repetido',
    line: ({ item, readAs }) =>
      `El ítem ${item} está impreso más de una vez. Se lee como ${readAs === 1 ? 'uno solo' : `${formatNumber(readAs)} ítems distintos`}.`,
    repair: ({ readAs }) =>
      readAs === 1
        ? 'Si es el mismo ítem, está bien así; si es otro, dele su propio número.'
        : 'Si es el mismo ítem, pase sus actividades a uno solo; si son distintos, dele a cada uno su número.',
  },
  targetTextPlaceholder: {
    title: 'El texto de la meta quedó sin llenar',
    line: ({ text, target, targetUnit }) =>
      `Dice «${short(text)}» y la meta es ${amount(target, targetUnit)}.`,
    repair: ({ target, targetUnit }) => `Escriba ${amount(target, targetUnit)} en el texto de la meta.`,
  },
  targetTextWithoutNumber: {
    title: 'El texto de la meta no dice cuánto',
    line: ({ text, target, targetUnit }) =>
      `La meta es ${amount(target, targetUnit)}; el texto dice «${short(text)}».`,
    repair: ({ target, targetUnit }) =>
      `Diga en el texto cuánto es: ${amount(target, targetUnit)}, si es la meta aprobada.`,
  },
  targetUnitMismatch: {
    title: 'La meta y su texto no miden lo mismo',
    line: ({ text, target, targetUnit }) =>
      `La meta es ${amount(target, targetUnit)}; el texto dice «${short(text)}».`,
    repair: () => 'Decida si se mide en porcentaje o en cantidad, y deje igual la meta y su texto.',
  },
  withoutTarget: {
    title: 'Sin meta',
    line: ({ target, targetUnit }) =>
      target === null
        ? 'No tiene meta: no entra en los promedios.'
        : `La meta es ${amount(target, targetUnit)}, que no deja qué medir: no entra en los promedios.`,
    repair: () => 'Escriba la meta que está en el documento aprobado.',
  },
  withoutBaseline: {
    title: 'Sin línea base',
    line: () => 'Se mide desde una línea base y no la tiene: no entra en los promedios.',
    repair: () => 'Escriba la línea base y de dónde sale.',
  },
  fractionInCount: {
    title: 'Fracción en una meta que se cuenta',
    line: ({ values, target }) =>
      `${listOf(values.map(formatNumber))} en una meta de ${target === null ? 'unidades' : formatNumber(target)}: parece un porcentaje, no un conteo.`,
    repair: () => 'Reporte cuántas quedaron terminadas, o lleve la meta a porcentaje si se mide avance.',
  },
  zeroLooksUnreported: {
    title: 'Períodos con todo en cero',
    line: ({ periods }, names) =>
      `En ${names(periods)} todas las filas tienen cero: parece que no se ha reportado.`,
    repair: () => 'Déjelos sin reporte: un cero reportado necesita su causa.',
  },
  zeroWithoutCause: {
    title: 'Cero sin explicación',
    line: ({ periods }, names) => `Cero en ${names(periods)}, sin observación ni causa.`,
    repair: () => 'Escriba la causa, o déjelo sin reporte si nadie lo ha reportado.',
  },
  cumulativeByNature: {
    title: 'Puede ser un acumulado',
    line: ({ target, targetUnit }) =>
      `La meta es ${amount(target, targetUnit)} y se mide por partes: si cada período trae el avance total, sumarlos lo cuenta doble.`,
    repair: () => 'Si cada valor es el avance total, que cuente solo el último.',
  },
  statedDiffers: {
    title: 'El resultado impreso no sale de sus valores',
    line: ({ place, text, stated, computed }) =>
      `${{ indicator: 'Fila', item: 'Ítem', plan: 'Plan' }[place]}: indicado ${statedWords(text, stated)}, calculado ${formatPercent(computed)}.`,
    repair: () => 'Compare los valores con sus soportes y corrija el que no sea. Aquí cuenta lo calculado.',
  },
  valueLooksCumulative: {
    title: 'Puede ser el total y no lo del período',
    line: ({ periods, values, targetUnit }, names) =>
      `En ${names(periods)} dice ${listOf(values.map((value) => amount(value, targetUnit)))}, que parece el total hasta ahí.`,
    repair: () => 'Si es el total, registre solo lo que se logró en el período.',
  },
  overAchievement: {
    title: 'Sobrecumplimiento',
    line: ({ percent, reached, target, targetUnit }) =>
      `Va en ${formatPercent(percent)}: ${amount(reached, targetUnit)} y la meta es ${amount(target, targetUnit)}. En los promedios cuenta como 100.`,
    repair: () => 'Confirme el valor con su soporte; si es cierto, la meta quedó corta.',
  },
  unexplainedDecrease: {
    title: 'Baja sin explicación',
    line: ({ period, from, to, targetUnit }, names) =>
      `En ${names([period])} baja de ${amount(from, targetUnit)} a ${amount(to, targetUnit)}, sin observación ni causa.`,
    repair: () => 'Escriba por qué bajó, o corrija el valor.',
  },
  fewerMinutesThanSessions: {
    title: 'Menos actas que sesiones',
    line: ({ sessions, minutes, period }, names) =>
      `En ${names([period])} se reportaron ${count(sessions, 'sesión', 'sesiones')} y ${count(minutes, 'acta', 'actas')}.`,
    repair: () => 'Busque las actas que faltan, o confirme cuáles sesiones no la llevan.',
  },
  strayReports: {
    title: 'Reporte de un indicador que se quitó',
    line: ({ periods }, names) =>
      `Alguien reportó ${names(periods)} sin saber que el indicador se había quitado del plan.`,
    repair: () => 'Devuelva el indicador al plan, o confirme que ya no hace falta.',
  },
  reportsOutsideCalendar: {
    title: 'Reporte de un período que el plan no tiene',
    line: ({ periods, values, targetUnit }, names) => {
      const said = listOf(values.map((value) => (value === null ? 'sin valor' : amount(value, targetUnit))));
      return periods.length === 1
        ? `En ${names(periods)} hay un reporte (${said}) que no se ve ni cuenta: el plan no tiene ese período.`
        : `En ${names(periods)} hay reportes (${said}) que no se ven ni cuentan: el plan no tiene esos períodos.`;
    },
    repair: () =>
      'Vuelva a los períodos de antes en las reglas del plan, o registre el dato en el período de ahora y marque esto como revisado.',
  },
  statedPartsDiffer: {
    title: 'El resultado impreso no es el promedio de sus partes',
    line: ({ text, mean, n }) =>
      `Plan: ${text} impreso, ${formatPercent(mean)} promedio de los ${formatNumber(n)} resultados impresos que lo forman.`,
    repair: () => 'Pregunte a la fuente cómo llegó a su total, y corrija el que no sea.',
  },
  remarkContradictsValue: {
    title: 'La observación contradice el valor',
    line: ({ period, percent, text }, names) =>
      `En ${names([period])} va en ${formatPercent(percent)} y la observación dice «${short(text)}».`,
    repair: () => 'Corrija la observación o el valor: los dos no pueden ser ciertos.',
  },
  progressWithoutRemark: {
    title: 'Avance sin observación ni evidencia',
    line: ({ periods }, names) => `En ${names(periods)} hay avance y nada lo explica.`,
    repair: () => 'Escriba qué se hizo, o adjunte su soporte.',
  },
  blankIdentity: {
    title: 'Falta un nombre',
    line: ({ field }) =>
      ({ activity: 'La actividad no tiene nombre.', indicatorName: 'El indicador no tiene nombre.' })[field],
    repair: ({ field }) =>
      ({ activity: 'Escriba cuál es la actividad.', indicatorName: 'Escriba qué mide el indicador.' })[field],
  },
  deliverableDiffersFromActivity: {
    title: 'El producto no es el de la actividad',
    line: ({ activity, deliverable }) =>
      `La actividad dice «${activity}»; el producto o el indicador dicen «${deliverable}».`,
    repair: () => 'Corrija el que no sea, para que los dos digan la misma fase.',
  },
  noDatesNoOwner: {
    title: 'Sin fechas ni responsable',
    line: ({ indicators }) =>
      `${count(indicators.length, 'indicador no tiene', 'indicadores no tienen')} fechas ni quién responda.`,
    repair: () => 'Póngales fechas y responsable: sin eso no se sabe qué se espera ni de quién.',
  },
  weightsDoNotAddUp: {
    title: 'Los pesos no suman 100',
    line: ({ sum, unweighted }) =>
      unweighted.length === 0
        ? `Suman ${formatNumber(sum)}.`
        : `Suman ${formatNumber(sum)}, y ${count(unweighted.length, 'indicador no tiene', 'indicadores no tienen')} peso.`,
    repair: ({ unweighted }) =>
      unweighted.length === 0
        ? 'Ajuste los pesos hasta que sumen 100.'
        : 'Dé un peso a cada indicador, hasta que todos sumen 100.',
  },
  sharedEvidence: {
    title: 'Un anexo para varias filas',
    line: ({ number, indicators }) =>
      `${number ? `El anexo ${number}` : 'Un mismo anexo'} respalda ${count(indicators.length, 'indicador', 'indicadores')}.`,
    repair: () => 'Confirme que prueba cada fila, o cite un anexo para cada una.',
  },
  evidenceOtherYear: {
    title: 'Evidencia de otro año',
    line: ({ name, year }) => `«${short(name)}» es de ${year}.`,
    repair: () => 'Cite la de la vigencia del plan, o diga por qué sirve la de otro año.',
  },
  datesReversed: {
    title: 'El fin va antes del inicio',
    line: ({ start, end }) => `Empieza el ${formatShortDay(start)} y termina el ${formatShortDay(end)}.`,
    repair: () => 'Corrija la que esté mal: entre tanto no se sabe cuánto se espera.',
  },
  datesOutsideYear: {
    title: 'Fechas por fuera del año del plan',
    line: ({ start, end }) =>
      `Va de ${start ? formatShortDay(start) : '…'} a ${end ? formatShortDay(end) : '…'}.`,
    repair: () => 'Corrija la fecha, o confirme que la actividad viene o sigue de otra vigencia.',
  },
};

/** The kinds in the order in which they are told. */
export const FINDING_CODES = Object.keys(PLAN_FINDINGS) as readonly FindingCode[];

/** The names of a plan's periods, as short as can be, in their order; one that it does not have by its days. */
export function periodNamesIn({ periods, calendar }: Pick<Plan, 'periods' | 'calendar'>): PeriodNames {
  const names = new Map(periods.map((period) => [period.id, shortPeriodName(period, calendar)]));
  return (wanted) => listOf([...wanted].sort().map((id) => names.get(id) ?? daysOfPeriod(id)));
}

/** The heading of a kind, also of one that another version wrote; empty where it is not known. */
export function findingTitle(code: string): string {
  return Object.hasOwn(PLAN_FINDINGS, code) ? PLAN_FINDINGS[code as FindingCode].title : '';
}

/** What is said of a finding: its heading, its sentence, and what may be done about it. */
export interface ToldFinding {
  readonly title: string;
  readonly line: string;
  readonly repair: string;
}

/** Tells a finding of the plan. */
export function tellFinding(finding: Finding, periodNames: PeriodNames): ToldFinding {
  const { title, line, repair } = PLAN_FINDINGS[finding.code] as FindingWords<Finding>;
  return { title, line: line(finding, periodNames), repair: repair(finding) };
}

/** "Filas 10, 11 y 9 más"; empty for what is of the whole plan. */
export function placeOfRows(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  if (rows.length === 1) return `Fila ${rows[0]}`;
  const shown = rows.length > MOST_ROWS ? rows.slice(0, MOST_ROWS - 1) : rows;
  const rest = rows.length - shown.length;
  return `Filas ${listOf([...shown.map(String), ...(rest > 0 ? [`${formatNumber(rest)} más`] : [])])}`;
}

/** Texts joined as in a sentence: "T2, T3 y T4". */
export function listOf(texts: readonly string[]): string {
  return lists.format(texts);
}

/** A result as it was printed, where that says that it is a percent; else the percent that it is, and how it was printed. */
function statedWords(text: string, stated: number): string {
  return text.includes('%') ? text : `${formatPercent(stated)} (dice «${short(text)}»)`;
}

/** A text of the file, short enough to stand in a sentence. */
export function short(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.length <= LONGEST ? oneLine : `${oneLine.slice(0, LONGEST - 1).trimEnd()}…`;
}

const MOST_ROWS = 6;
const LONGEST = 80;
const lists = new Intl.ListFormat('es-CO');
