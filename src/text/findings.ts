import type { PeriodId } from '../domain/calendar';
import type { Finding, FindingCode } from '../domain/findings/finding';
import { count, formatNumber, formatPercent, formatShortDay } from './format';
import { amount } from './explanation';

/** A kind of finding: its heading, and the sentence of each one. */
export interface FindingWords<Facts> {
  readonly title: string;
  readonly line: (facts: Facts, periodNames: PeriodNames) => string;
}

/** The names of periods, joined as in a sentence: "T2, T3 y T4". */
export type PeriodNames = (periods: readonly PeriodId[]) => string;

type FactsOf<Code extends FindingCode> = Extract<Finding, { code: Code }>;

/** What the plan itself shows. A code without its words does not compile. */
const PLAN_FINDINGS: { readonly [Code in FindingCode]: FindingWords<FactsOf<Code>> } = {
  duplicateNumber: {
    title: 'Número de actividad repetido',
    line: ({ number }) => `El número ${number} está en más de una actividad. Se conserva como está impreso.`,
  },
  missingNumber: {
    title: 'Falta un número de actividad',
    line: ({ number }) => `Entre las actividades no está la ${number}.`,
  },
  repeatedItem: {
    title: 'Ítem repetido',
    line: ({ item }) => `El ítem ${item} está impreso más de una vez. Se lee como uno solo.`,
  },
  targetTextPlaceholder: {
    title: 'El texto de la meta quedó sin llenar',
    line: ({ text, target }) => `Dice «${short(text)}» y la meta es ${formatNumber(target)}.`,
  },
  targetTextWithoutNumber: {
    title: 'El texto de la meta no dice cuánto',
    line: ({ text, target }) => `La meta es ${formatNumber(target)}; el texto dice «${short(text)}».`,
  },
  targetUnitMismatch: {
    title: 'La meta y su texto no miden lo mismo',
    line: ({ text, target, targetUnit }) =>
      `La meta es ${amount(target, targetUnit)}; el texto dice «${short(text)}».`,
  },
  fractionInCount: {
    title: 'Fracción en una meta que se cuenta',
    line: ({ values, target }) =>
      `${listOf(values.map(formatNumber))} en una meta de ${target === null ? 'unidades' : formatNumber(target)}: parece un porcentaje, no un conteo.`,
  },
  zeroLooksUnreported: {
    title: 'Períodos con todo en cero',
    line: ({ periods }, names) =>
      `En ${names(periods)} todas las filas tienen cero: parece que no se ha reportado.`,
  },
  zeroWithoutCause: {
    title: 'Cero sin explicación',
    line: ({ periods }, names) => `Cero en ${names(periods)}, sin observación ni causa.`,
  },
  cumulativeByNature: {
    title: 'Puede ser un acumulado',
    line: ({ target, targetUnit }) =>
      `La meta es ${amount(target, targetUnit)} y se mide por partes: si cada período trae el avance total, sumarlos lo cuenta doble.`,
  },
  statedDiffers: {
    title: 'El resultado impreso no sale de sus valores',
    line: ({ place, text, computed }) =>
      `${{ indicator: 'La fila', item: 'El ítem', plan: 'El plan' }[place]} dice ${text}; sus valores dan ${formatPercent(computed)}.`,
  },
  valueLooksCumulative: {
    title: 'Puede ser el total y no lo del período',
    line: ({ periods, values }, names) =>
      `En ${names(periods)} dice ${listOf(values.map(formatNumber))}, que parece el total hasta ahí.`,
  },
  unexplainedDecrease: {
    title: 'Baja sin explicación',
    line: ({ period, from, to }, names) =>
      `En ${names([period])} baja de ${formatNumber(from)} a ${formatNumber(to)}, sin observación ni causa.`,
  },
  strayReports: {
    title: 'Reporte de un indicador que se quitó',
    line: ({ periods }, names) =>
      `Alguien reportó ${names(periods)} sin saber que el indicador se había quitado del plan.`,
  },
  statedPartsDiffer: {
    title: 'El resultado impreso no es el promedio de sus partes',
    line: ({ text, mean, n }) =>
      `El plan dice ${text}; los ${n} resultados impresos que lo forman promedian ${formatPercent(mean)}.`,
  },
  remarkContradictsValue: {
    title: 'La observación contradice el valor',
    line: ({ period, percent, text }, names) =>
      `En ${names([period])} va en ${formatPercent(percent)} y la observación dice «${short(text)}».`,
  },
  progressWithoutRemark: {
    title: 'Avance sin observación ni evidencia',
    line: ({ periods }, names) => `En ${names(periods)} hay avance y nada lo explica.`,
  },
  blankIdentity: {
    title: 'Falta un nombre',
    line: ({ field }) =>
      ({ activity: 'La actividad no tiene nombre.', indicatorName: 'El indicador no tiene nombre.' })[field],
  },
  deliverableDiffersFromActivity: {
    title: 'El producto no es el de la actividad',
    line: ({ activity, deliverable }) =>
      `La actividad dice «${activity}»; el producto o el indicador dicen «${deliverable}».`,
  },
  noDatesNoOwner: {
    title: 'Sin fechas ni responsable',
    line: ({ indicators }) =>
      `${count(indicators.length, 'indicador no tiene', 'indicadores no tienen')} fechas ni quién responda.`,
  },
  weightsDoNotAddUp: {
    title: 'Los pesos no suman 100',
    line: ({ sum, unweighted }) =>
      unweighted.length === 0
        ? `Suman ${formatNumber(sum)}.`
        : `Suman ${formatNumber(sum)}, y ${count(unweighted.length, 'indicador no tiene', 'indicadores no tienen')} peso.`,
  },
  sharedEvidence: {
    title: 'Un anexo para varias filas',
    line: ({ number, indicators }) =>
      `${number ? `El anexo ${number}` : 'Un mismo anexo'} respalda ${count(indicators.length, 'indicador', 'indicadores')}.`,
  },
  evidenceOtherYear: {
    title: 'Evidencia de otro año',
    line: ({ name, year }) => `«${short(name)}» es de ${year}.`,
  },
  datesReversed: {
    title: 'El fin va antes del inicio',
    line: ({ start, end }) => `Empieza el ${formatShortDay(start)} y termina el ${formatShortDay(end)}.`,
  },
  datesOutsideYear: {
    title: 'Fechas por fuera del año del plan',
    line: ({ start, end }) =>
      `Va de ${start ? formatShortDay(start) : '…'} a ${end ? formatShortDay(end) : '…'}.`,
  },
};

/** Tells a finding of the plan: its heading and its sentence. */
export function tellFinding(
  finding: Finding,
  periodNames: PeriodNames,
): { readonly title: string; readonly line: string } {
  const { title, line } = PLAN_FINDINGS[finding.code] as FindingWords<Finding>;
  return { title, line: line(finding, periodNames) };
}

/** "Filas 10, 11 y 9 más"; empty for what is of the whole plan. */
export function placeOfRows(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  if (rows.length === 1) return `Fila ${rows[0]}`;
  const shown = rows.length > MOST_ROWS ? rows.slice(0, MOST_ROWS - 1) : rows;
  const rest = rows.length - shown.length;
  return `Filas ${listOf([...shown.map(String), ...(rest > 0 ? [`${rest} más`] : [])])}`;
}

/** Texts joined as in a sentence: "T2, T3 y T4". */
export function listOf(texts: readonly string[]): string {
  return lists.format(texts);
}

/** A text of the file, short enough to stand in a sentence. */
export function short(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.length <= LONGEST ? oneLine : `${oneLine.slice(0, LONGEST - 1).trimEnd()}…`;
}

const MOST_ROWS = 6;
const LONGEST = 80;
const lists = new Intl.ListFormat('es-CO');
