import { bandedPercent } from '../domain/bands';
import { groupingText } from '../domain/grouping';
import type { Group } from '../domain/groups';
import type { IndicatorFigure } from '../domain/figure';
import type { IsoDay } from '../domain/isoDay';
import { dayNumber } from '../domain/isoDay';
import type { Grouping, Indicator, Plan, RollupMethod } from '../domain/model';
import type { Aggregate, Mean, MethodMean } from '../domain/rollup';
import {
  count,
  formatDay,
  formatNumber,
  formatPercent,
  formatPoints,
  formatShortDay,
  formatStated,
} from './format';
import { elementName } from './groupings';
import { bandName, EXCLUSION_REASON, PHVA_STAGE, REPORT, ROLLUP_METHOD } from './words';

/** An explanation in words, for the sheet that opens from a percentage and for paper. */
export interface Explained {
  readonly subject: string;
  readonly figure: string;
  readonly inWords: string;
  readonly inNumbers: string;
  readonly contributions: readonly {
    readonly id: string;
    readonly name: string;
    readonly note?: string;
    readonly result: number;
    readonly share: number;
  }[];
  readonly exclusions: readonly { readonly id: string; readonly name: string; readonly reason: string }[];
  readonly alternatives: readonly { readonly name: string; readonly text: string }[];
}

/** Which of an aggregate's figures is asked about. */
export type AskedFigure = 'real' | 'expected' | 'verified';

/**
 * The name of an indicator in a list: its activity's, or its deliverable's where several indicators would
 * carry the same name (X-41: one activity printed twice, or one with several deliverables). The unit is the
 * indicator (domain.md A6.11): where even that is shared, its own name, and at last both.
 */
export function indicatorTitle(plan: Plan, index: number): string {
  const known = titles.get(plan) ?? titlesOf(plan);
  titles.set(plan, known);
  return known[index] ?? '';
}

// A plan is replaced and never changed, so what its rows are called stays true.
const titles = new WeakMap<Plan, readonly string[]>();

function titlesOf({ indicators }: Plan): readonly string[] {
  const activities = howOften(indicators.map(({ activity }) => activity.name));
  const first = indicators.map(({ activity, deliverable, name }) => {
    const own = deliverable || name;
    const isShared = (activities.get(activity.name) ?? 0) > 1;
    return (isShared && own) || activity.name || own;
  });
  const byName = whereShared(first, (row) => indicators[row]?.name ?? '');
  return whereShared(byName, (row) => [...new Set([byName[row], first[row]])].join(' · '));
}

/** The titles, with another one for each that several rows would carry. */
function whereShared(given: readonly string[], other: (row: number) => string): readonly string[] {
  const times = howOften(given);
  return given.map((title, row) => ((times.get(title) ?? 0) > 1 && other(row)) || title);
}

function howOften(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** What a group of a roll-up is called. */
export function groupName(group: Group): string {
  if (group.by === 'item')
    return [group.item.number, group.item.differentialCriterion].filter(Boolean).join('. ');
  if (group.by === 'phva') return group.stage ? PHVA_STAGE[group.stage] : 'Sin ciclo PHVA';
  if (group.by === 'responsible') return group.party?.name ?? 'Sin responsable';
  if (group.element === null) return 'Sin elemento de la política';
  return elementName(group.taxonomy, group.element);
}

/** Why an aggregate is what it is, from the numbers that it was computed with. */
export function explainAggregate(
  plan: Plan,
  cut: IsoDay,
  aggregate: Aggregate,
  { subject, asked = 'real' }: { readonly subject: string; readonly asked?: AskedFigure },
): Explained {
  const of = `${subject} al ${formatDay(cut)}`;
  if (asked === 'expected') return explainExpected(of, aggregate);
  if (asked === 'verified') return explainVerified(of, aggregate);
  return {
    subject: of,
    figure: percentOrDash(aggregate.value),
    inWords: `${methodWords(aggregate)} ${leftOut(aggregate.exclusions.length)}`,
    inNumbers: division(aggregate),
    contributions: aggregate.contributions.map((one) => ({
      id: one.of === 'indicator' ? one.indicator.id : one.group.id,
      name: one.of === 'indicator' ? indicatorTitle(plan, one.row) : groupName(one.group),
      result: one.value,
      share: one.points,
    })),
    exclusions: aggregate.exclusions.map(({ indicator, row, reason }) => ({
      id: indicator.id,
      name: indicatorTitle(plan, row),
      reason: EXCLUSION_REASON[reason].means,
    })),
    alternatives: alternativesOf(plan, aggregate),
  };
}

/** Why one indicator's result is what it is: its values, its target, its days and the rule of its class. */
export function explainIndicator(plan: Plan, cut: IsoDay, figure: IndicatorFigure): Explained {
  const { indicator, raw, exclusion } = figure;
  return {
    subject: `${indicatorTitle(plan, figure.index)}, al ${formatDay(cut)}`,
    figure: percentOrDash(raw),
    inWords: exclusion ? EXCLUSION_REASON[exclusion].means : attainmentWords(figure, cut),
    inNumbers: exclusion ? '' : attainmentNumbers(plan, figure, cut),
    contributions: [],
    exclusions: [],
    alternatives: [
      ...expectedOf(figure, cut),
      ...(figure.lag === null
        ? []
        : [{ name: 'Diferencia con lo esperado', text: formatPoints(figure.lag) }]),
      ...classRule(plan, figure),
      { name: 'Solo lo verificado con evidencia', text: percentOrDash(figure.verified) },
      ...(indicator.statedValue
        ? [{ name: 'Como lo dice la matriz', text: formatStated(indicator.statedValue) }]
        : []),
    ],
  };
}

function explainExpected(subject: string, { expected, method }: Aggregate): Explained {
  return {
    ...nothing(subject, percentOrDash(expected.value)),
    inWords:
      expected.n === 0
        ? 'Ningún indicador tiene fechas, así que no se puede decir cuánto se esperaba.'
        : `A cada indicador se le esperan los días transcurridos entre los de su plazo, contando el primero y el último. ${ROLLUP_METHOD[method].name} de ${terms(method, expected.n)} con fechas.`,
    inNumbers: division(expected),
  };
}

function explainVerified(subject: string, aggregate: Aggregate): Explained {
  const { verified } = aggregate.alternatives;
  return {
    ...nothing(subject, percentOrDash(verified.value)),
    inWords:
      'Solo cuentan los valores que tienen al menos una evidencia verificada. Lo citado y lo adjunto sin verificar todavía no cuenta.',
    inNumbers: division(verified),
    alternatives: [{ name: 'Con todo lo reportado', text: percentOrDash(aggregate.value) }],
  };
}

function nothing(subject: string, figure: string): Explained {
  return { subject, figure, inWords: '', inNumbers: '', contributions: [], exclusions: [], alternatives: [] };
}

function methodWords({ method, n, by }: Aggregate): string {
  if (method === 'flatMean') {
    return `Promedio simple de ${count(n, 'indicador', 'indicadores')}: se suman sus resultados, cada uno hasta 100, y se dividen entre ${formatNumber(n)}.`;
  }
  if (method === 'weighted') {
    return `Promedio ponderado de ${count(n, 'indicador', 'indicadores')}: cada resultado, hasta 100, por su peso, y la suma entre los pesos que cuentan.`;
  }
  return `Promedio de los promedios de ${formatNumber(n)} ${groupsWord(by)}.`;
}

function groupsWord(by: Aggregate['by']): string {
  if (typeof by !== 'string') return 'elementos';
  return { item: 'ítems', phva: 'etapas PHVA', responsible: 'responsables' }[by];
}

function terms(method: Aggregate['method'], n: number): string {
  return method === 'groupMean' ? count(n, 'grupo', 'grupos') : count(n, 'indicador', 'indicadores');
}

function leftOut(excluded: number): string {
  return excluded === 0
    ? 'Ninguno se dejó por fuera.'
    : `${count(excluded, 'quedó', 'quedaron')} por fuera; abajo está por qué.`;
}

function division({ sum, divisor, value }: Pick<Mean, 'sum' | 'divisor' | 'value'>): string {
  if (divisor === 0) return '';
  return `${formatNumber(Math.round(sum * 100) / 100)} ÷ ${formatNumber(divisor)} = ${percentOrDash(value)}`;
}

function alternativesOf(plan: Plan, aggregate: Aggregate): Explained['alternatives'] {
  const { verified, withoutNotStarted } = aggregate.alternatives;
  const { leftOut: waiting, value } = withoutNotStarted;
  const name =
    waiting === 1 ? 'Sin la que no ha iniciado' : `Sin las ${formatNumber(waiting)} que no han iniciado`;
  return [
    ...methodsSideBySide(plan, aggregate),
    { name: 'Solo lo verificado con evidencia', text: percentOrDash(verified.value) },
    ...(waiting > 0 ? [{ name, text: percentOrDash(value) }] : []),
  ];
}

/** The figure by each method, the one that was used first; nothing where there is no other to compare with. */
function methodsSideBySide(plan: Plan, { alternatives, method, by }: Aggregate): Explained['alternatives'] {
  const isBy = (one: MethodMean, how: RollupMethod, groups: Grouping): boolean =>
    one.method === how && (how !== 'groupMean' || groupingText(one.by) === groupingText(groups));
  const isUsed = (one: MethodMean): boolean => isBy(one, method, by);
  const comparable = alternatives.methods.filter((one) => isUsed(one) || one.n > 1);
  if (comparable.length < 2) return [];
  return [...comparable]
    .sort((a, b) => Number(isUsed(b)) - Number(isUsed(a)))
    .map((one) => ({
      name: `${meanName(one)}${isBy(one, plan.rollupMethod, plan.rollupBy) ? ', el método del plan' : ''}`,
      text: percentOrDash(one.value),
    }));
}

function meanName({ method, by, n }: MethodMean): string {
  const howMany = formatNumber(n);
  if (method === 'flatMean') return `Promedio simple de los ${howMany} indicadores`;
  if (method === 'weighted') return `Promedio ponderado de los ${howMany} indicadores con peso`;
  return `Promedio de ${by === 'phva' ? 'las' : 'los'} ${howMany} ${groupsWord(by)}`;
}

function attainmentWords({ indicator, isOverAchieved }: IndicatorFigure, cut: IsoDay): string {
  const counted = `los períodos que empiezan a más tardar el ${formatShortDay(cut)}`;
  const how = {
    sum: `Se suma lo logrado en ${counted} y se divide entre la meta.`,
    latest: `Se toma el último valor reportado de ${counted} y se divide entre la meta.`,
    average: `Se promedia lo reportado en ${counted} y se divide entre la meta.`,
    capacity: `Del último valor de ${counted} se resta la línea base, y se divide entre lo que hay de ella a la meta.`,
    reduction: `De la línea base se resta el último valor de ${counted}, y se divide entre lo que hay de la meta a ella.`,
  }[indicator.accumulation];
  return isOverAchieved ? `${how} Pasa de la meta: en los promedios cuenta como 100.` : how;
}

function attainmentNumbers(plan: Plan, { indicator, raw }: IndicatorFigure, cut: IsoDay): string {
  const values = plan.periods
    .filter(({ start }) => start <= cut)
    .flatMap(({ id }) => {
      const report = indicator.reports.get(id)?.report;
      return report?.k === 'value' ? [amount(report.v, indicator.targetUnit)] : [];
    });
  const target = amount(indicator.target ?? 0, indicator.targetUnit);
  return `${divisionOf(indicator, values, target)} = ${percentOrDash(raw)}`;
}

/** The division itself, each accumulation by its formula (domain.md A6.12, B). */
function divisionOf(
  { accumulation, baseline, targetUnit }: Indicator,
  values: readonly string[],
  target: string,
) {
  const last = values.at(-1);
  if (last === undefined) return `${REPORT.notReported.name.toLowerCase()} ÷ ${target}`;
  const sum = values.length > 1 ? `(${values.join(' + ')})` : last;
  const base = amount(baseline ?? 0, targetUnit);
  return {
    sum: `${sum} ÷ ${target}`,
    latest: `${last} ÷ ${target}`,
    average:
      values.length > 1 ? `${sum} ÷ ${formatNumber(values.length)} ÷ ${target}` : `${last} ÷ ${target}`,
    capacity: `(${last} - ${base}) ÷ (${target} - ${base})`,
    reduction: `(${base} - ${last}) ÷ (${base} - ${target})`,
  }[accumulation];
}

/** A value in the unit of its target: percent targets are kept as fractions of 1 (domain.md A6.12). */
export function amount(value: number, unit: 'count' | 'percent'): string {
  return unit === 'percent' ? `${formatNumber(Math.round(value * 1e11) / 1e9)}\u00a0%` : formatNumber(value);
}

function expectedOf(
  { indicator, expected, isProgrammed }: IndicatorFigure,
  cut: IsoDay,
): Explained['alternatives'] {
  const { start, end } = indicator;
  if (expected !== null && isProgrammed)
    return [{ name: 'Esperado: lo programado hasta el corte', text: formatPercent(expected) }];
  if (expected === null || start === null || end === null) return [{ name: 'Esperado', text: 'sin fechas' }];
  const whole = dayNumber(end) - dayNumber(start) + 1;
  const gone = Math.min(whole, Math.max(0, dayNumber(cut) - dayNumber(start) + 1));
  return [
    {
      name: `Esperado: van ${formatNumber(gone)} de ${formatNumber(whole)} días`,
      text: formatPercent(expected),
    },
  ];
}

function classRule({ scheme }: Plan, figure: IndicatorFigure): Explained['alternatives'] {
  if (figure.scheduleState === 'notStarted') return [{ name: 'Clase', text: 'no tiene: no ha iniciado' }];
  const band = scheme.bands.find(({ id }) => id === figure.bandId);
  if (!band || figure.raw === null) return [];
  const percent = `${formatNumber(bandedPercent(figure.raw, scheme.rounding))}\u00a0%`;
  const rounded = scheme.rounding === 'halfUp' ? ' redondeado' : '';
  const name = `Clase: ${percent}${rounded} cae entre ${band.from} y ${band.to}`;
  return [{ name, text: bandName(band).toLowerCase() }];
}

function percentOrDash(percent: number | null): string {
  return percent === null ? '—' : formatPercent(percent);
}
