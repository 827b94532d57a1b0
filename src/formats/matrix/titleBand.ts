import type { Calendar } from '../../domain/calendar';
import { isIsoDay } from '../../domain/isoDay';
import type { StatedValue } from '../../domain/model';
import { cleanText, compareKey, statedValueOf, textOf } from '../cells';
import type { Cell, Sheet } from '../grid';
import { readNumber } from '../numbers';
import { usableCalendar } from './periods';
import type { PlanFacts } from './reading';
import { readRollup } from './words';

/** What stands above the table; the year and the calendar only when a line names them. */
export interface TitleBand extends Omit<PlanFacts, 'planYear'> {
  readonly planYear: number | null;
  readonly calendar: Calendar | null;
}

export type BandFact =
  | 'title'
  | 'entityName'
  | 'policy'
  | 'objective'
  | 'planYear'
  | 'calendar'
  | 'stated'
  | 'rollupMethod'
  | 'paceTolerance'
  | 'dueSoonDays';

/** The labels of each fact; the first is the one we write. */
const LABELS: Readonly<Record<BandFact, readonly string[]>> = {
  title: ['Título', 'Nombre del plan'],
  entityName: ['Entidad', 'Nombre de la entidad'],
  policy: ['Nombre de la política', 'Política'],
  objective: ['Objetivo', 'Objetivo general', 'Objetivo de la política'],
  planYear: ['Vigencia', 'Año'],
  calendar: ['Períodos'],
  stated: ['Resultado del plan'],
  rollupMethod: ['Método de agregación'],
  paceTolerance: ['Tolerancia del ritmo'],
  dueSoonDays: ['Días de aviso del vencimiento'],
};
const BY_LABEL: ReadonlyMap<string, BandFact> = new Map(
  Object.entries(LABELS).flatMap(([fact, labels]) =>
    labels.map((label) => [compareKey(label), fact as BandFact]),
  ),
);
const ENTITY =
  /^(alcaldia|gobernacion|municipio|departamento|distrito|concejo|asamblea|personeria|contraloria|secretaria|instituto|ministerio|empresa|hospital|ese|universidad|corporacion|agencia|unidad)/;
const TITLE = /plan(es)?de(accion|trabajo)|planestrategico|peti/;

interface BandLine {
  readonly fact: BandFact | null;
  readonly text: string;
  readonly values: readonly Cell[];
}

/** Reads the lines above the header: labelled ones by their label, the others by what they look like. */
export function readTitleBand(sheet: Sheet, headerRow: number): TitleBand {
  const lines = sheet.rows.slice(0, headerRow).flatMap(readLine);
  const free = lines.filter(({ fact }) => fact === null).map(({ text }) => text);
  const valuesOf = (fact: BandFact) => lines.find((line) => line.fact === fact)?.values;
  const textFor = (fact: BandFact) => valuesOf(fact)?.map(textOf).join(' ') ?? '';
  const numberFor = (fact: BandFact) => readNumber(textFor(fact))?.value ?? null;
  const title = valuesOf('title') ? textFor('title') : (free.find(isTitle) ?? '');
  return {
    title,
    entityName: valuesOf('entityName') ? textFor('entityName') : guessEntity(free, title),
    policy: textFor('policy'),
    objective: textFor('objective'),
    planYear: yearIn(textFor('planYear')),
    calendar: readCalendar((valuesOf('calendar') ?? []).map(textOf)),
    stated: readStated(valuesOf('stated') ?? []),
    rollupMethod: readRollup(textFor('rollupMethod')),
    paceTolerance: numberFor('paceTolerance'),
    dueSoonDays: numberFor('dueSoonDays'),
  };
}

function isTitle(text: string): boolean {
  return TITLE.test(compareKey(text));
}

function guessEntity(free: readonly string[], title: string): string {
  return free.find((text) => ENTITY.test(compareKey(text))) ?? free.find((text) => text !== title) ?? '';
}

/** The label we write before a fact. */
export function bandLabel(fact: BandFact): string {
  return LABELS[fact][0] ?? '';
}

/** The first year of this century in a text. */
export function yearIn(text: string): number | null {
  const match = /(?<!\d)20\d\d(?!\d)/.exec(text);
  return match ? Number(match[0]) : null;
}

/** The cells of a calendar's line: first day, last day, months of each period, and its cuts where it has some. */
export function calendarCells(calendar: Calendar): readonly string[] {
  return [calendar.start, calendar.end, String(calendar.monthsPerPeriod), ...(calendar.cuts ?? [])];
}

function readLine(cells: readonly Cell[]): readonly BandLine[] {
  const written = cells.filter((cell) => textOf(cell) !== '');
  const [first, ...values] = written;
  if (!first) return [];
  const text = textOf(first);
  const fact = BY_LABEL.get(compareKey(text));
  // A label with nothing beside it says that the fact is empty.
  if (fact) return [{ fact, text, values }];
  const [, label = '', rest = ''] = /^([^:]+):(.*)$/s.exec(text) ?? [];
  const factInside = BY_LABEL.get(compareKey(label));
  if (factInside) return [{ fact: factInside, text, values: [{ kind: 'text', text: cleanText(rest) }] }];
  return [{ fact: null, text, values }];
}

function readCalendar([start, end, months, ...days]: readonly string[]): Calendar | null {
  const monthsPerPeriod = Number(months);
  const isCalendar = isIsoDay(start) && isIsoDay(end) && start <= end;
  if (!isCalendar || !Number.isInteger(monthsPerPeriod)) return null;
  const cuts = days.filter(isIsoDay);
  return usableCalendar({ start, end, monthsPerPeriod, ...(cuts.length > 0 ? { cuts } : {}) });
}

function readStated(values: readonly Cell[]): StatedValue | null {
  const [cell] = values;
  return cell ? statedValueOf(cell, 'comma') : null;
}
