import type { Calendar } from '../../domain/calendar';
import type { IsoDay } from '../../domain/isoDay';
import type { StatedValue } from '../../domain/model';
import { cleanText, compareKey, dayOf, statedValueOf, textOf } from '../cells';
import { BLANK } from '../grid';
import type { Cell, Sheet } from '../grid';
import { readNumber } from '../numbers';
import { usableCalendar } from './periods';
import { readBaseline, readGrouping, readScheme } from './planSettings';
import type { PlanFacts } from './reading';
import { readRollup } from './words';
import { yearIn } from './years';

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
  | 'statedAt'
  | 'rollupMethod'
  | 'rollupBy'
  | 'bands'
  | 'rounding'
  | 'edge'
  | 'schemeId'
  | 'baseline'
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
  statedAt: ['Corte del resultado impreso'],
  rollupMethod: ['Método de agregación'],
  rollupBy: ['Grupos del promedio'],
  bands: ['Clases del avance'],
  rounding: ['Redondeo de las clases'],
  edge: ['Límite entre dos clases'],
  schemeId: ['Nombre de las clases'],
  baseline: ['Línea base del plan'],
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
  const textsOf = (fact: BandFact) => (valuesOf(fact) ?? []).map(textOf);
  const textFor = (fact: BandFact) => textsOf(fact).join(' ');
  const numberFor = (fact: BandFact) => readNumber(textFor(fact))?.value ?? null;
  const title = valuesOf('title') ? textFor('title') : (free.find(isTitle) ?? '');
  return {
    title,
    entityName: valuesOf('entityName') ? textFor('entityName') : guessEntity(free, title),
    policy: textFor('policy'),
    objective: textFor('objective'),
    planYear: yearIn(textFor('planYear')),
    calendar: readCalendar(valuesOf('calendar') ?? []),
    stated: readStated(valuesOf('stated') ?? []),
    statedAt: dayIn(valuesOf('statedAt')?.[0] ?? BLANK),
    rollupMethod: readRollup(textFor('rollupMethod')),
    rollupBy: readGrouping(textsOf('rollupBy')),
    scheme: readScheme({
      bands: textsOf('bands'),
      rounding: textFor('rounding'),
      edge: textFor('edge'),
      id: textFor('schemeId'),
    }),
    baseline: readBaseline(valuesOf('baseline') ?? []),
    paceTolerance: numberFor('paceTolerance'),
    dueSoonDays: numberFor('dueSoonDays'),
  };
}

/** True for a line that says the year and nothing else. */
export function isYearLine(cells: readonly Cell[]): boolean {
  const [line] = readLine(cells);
  if (line?.fact !== 'planYear') return false;
  return line.values.length === 1 && yearIn(line.values.map(textOf).join('')) !== null;
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

/** Days are those of any date column: a spreadsheet that saves the table writes them its own way. */
function readCalendar([
  first = BLANK,
  last = BLANK,
  months = BLANK,
  ...days
]: readonly Cell[]): Calendar | null {
  const [start, end] = [dayIn(first), dayIn(last)];
  const monthsPerPeriod = Number(textOf(months));
  if (!start || !end || start > end || !Number.isInteger(monthsPerPeriod)) return null;
  const cuts = days.map(dayIn).filter((day) => day !== null);
  return usableCalendar({ start, end, monthsPerPeriod, ...(cuts.length > 0 ? { cuts } : {}) });
}

function dayIn(cell: Cell): IsoDay | null {
  return dayOf(cell)?.day ?? null;
}

function readStated(values: readonly Cell[]): StatedValue | null {
  const [cell] = values;
  return cell ? statedValueOf(cell, 'comma') : null;
}
