import { compareKey } from '../cells';
import { confidenceOf, fieldCandidates } from './columns';
import type { Confidence, MatrixField, Rank } from './columns';
import { MONEY, OF_ACTIVITIES, OF_PROJECTS } from './dictionary';
import { isOfOthers, readOver, shortestOver } from './overPeriods';
import { readPeriodHeader } from './periods';
import type { PeriodAspect, PeriodHeader } from './periods';
import { MONTH_INITIALS, MONTH_NAMES, bareAspect, lettered, spelledOut } from './periodWords';
import { yearIn } from './years';

/** Something that a column may mean: a field or a period, never both. */
export interface Candidate {
  readonly field: MatrixField | null;
  readonly period: PeriodHeader | null;
  readonly rank: Rank;
}

/** What a column was taken for; both null for one that nobody knows. */
export interface Meaning {
  readonly field: MatrixField | null;
  readonly period: PeriodHeader | null;
  readonly confidence: Confidence;
}

/** The header texts over one column, from top to bottom. */
export type Parts = readonly string[];

const UNKNOWN: Meaning = { field: null, period: null, confidence: 'none' };
const RANKS: readonly Rank[] = [0, 1, 2, 3];
// A percent beside a result is what comes of it; alone, it is the result.
const OF_RESULT = /%|cumplimiento|porcentaje/i;
// Words or a number: only the other columns tell.
const OF_WORDS = /seguimiento|reporte|monitoreo/i;

/** What each column of a header may mean, the best first. */
export function candidatesOf(columns: readonly Parts[]): readonly (readonly Candidate[])[] {
  const own = doubted(withLetters(withMonths(columns)).map(candidatesFor));
  const beside = columns.map((parts, index) => besidePlanned(parts, own[index - 1] ?? []));
  // Once is a coincidence: the last programme of a year stands beside the year's own result.
  const isPaired = beside.filter((candidate) => candidate !== null).length > 1;
  const paired = own.map((candidates, index) => {
    const pair = isPaired ? beside[index] : null;
    return pair ? [pair, ...candidates] : candidates;
  });
  return withoutProjectCodes(columns, paired);
}

/** The code of a project is the number of an activity only where the projects are the activities. */
function withoutProjectCodes(
  columns: readonly Parts[],
  candidates: readonly (readonly Candidate[])[],
): readonly (readonly Candidate[])[] {
  const keys = columns.map((parts) => compareKey(parts.at(-1) ?? ''));
  const activity = assign(candidates).findIndex(({ field }) => field === 'activity');
  if (!OF_ACTIVITIES.test(keys[activity] ?? '')) return candidates;
  return candidates.map((some, index) =>
    OF_PROJECTS.test(keys[index] ?? '') ? some.filter(({ field }) => field !== 'activityNumber') : some,
  );
}

/** Gives each field and each period to one column: that of the best header, then the leftmost. */
export function assign(columns: readonly (readonly Candidate[])[]): readonly Meaning[] {
  const given = new Map<number, Meaning>();
  const taken = new Set<string>();
  for (const rank of RANKS) {
    columns.forEach((candidates, index) => {
      if (given.has(index)) return;
      const best = candidates.find((one) => one.rank === rank && !taken.has(meaningKey(one)));
      if (!best) return;
      taken.add(meaningKey(best));
      given.set(index, { field: best.field, period: best.period, confidence: confidenceOf(rank) });
    });
  }
  return columns.map((_, index) => given.get(index) ?? UNKNOWN);
}

/** The same for two columns that mean the same. */
export function meaningKey({ field, period }: Pick<Candidate, 'field' | 'period'>): string {
  return field ?? JSON.stringify(period);
}

/** A header over one column; a band such as SEGUIMIENTO over a known header leaves the header itself. */
function candidatesFor(written: Parts): readonly Candidate[] {
  const parts = namesPeriod(written) ? written.map(spelledOut) : written;
  // Over or under a period, a text says something of that period and nothing of the plan.
  const isOfPeriod = namesPeriod(parts);
  for (let first = 0; first < parts.length; first++) {
    const above = parts.slice(0, first);
    const found = candidatesOfText(parts.slice(first).join(' '), above)
      .filter(({ period }) => (period ? isOver(above, period) : !isOfPeriod))
      .map((candidate) => datedBy(candidate, above));
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether some of these texts name a period, alone or with those right under them, as I under TRIMESTRES 2024. */
function namesPeriod(parts: Parts): boolean {
  return parts.some((_, first) =>
    parts.slice(first).some((__, more) => readPeriodHeader(parts.slice(first, first + more + 1).join(' '))),
  );
}

function candidatesOfText(text: string, above: Parts): readonly Candidate[] {
  const period = readPeriodHeader(text);
  if (!period) return fieldCandidates(text).map(({ field, rank }) => ({ field, period: null, rank }));
  return above.length === 0
    ? candidatesOfPeriod(period, text)
    : candidatesUnder(above.join(' '), period, text);
}

/** A band gives its aspect to a period that names none itself; what it says else leaves it in doubt. */
function candidatesUnder(band: string, period: PeriodHeader, text: string): readonly Candidate[] {
  const over = readOver(band);
  const own = readOver(text).aspect;
  const aspect = own ?? over.aspect ?? period.aspect;
  const found = candidatesOfPeriod({ ...period, aspect }, `${band} ${text}`);
  const isProgramme = over.aspect === 'planned' && own === 'value';
  const isSure = over.isKnown && !isProgramme && !isForOthers(band, period);
  return isSure ? found : found.slice(0, 1).map((one) => ({ ...one, rank: 2 }));
}

/** True for the word of periods of another length, as AVANCE TRIMESTRAL over months. */
function isForOthers(band: string, { monthsPerPeriod }: PeriodHeader): boolean {
  const months = readPeriodHeader(band) ? Infinity : shortestOver(band);
  return months !== Infinity && months !== monthsPerPeriod;
}

function candidatesOfPeriod(period: PeriodHeader, text: string): readonly Candidate[] {
  const isBoth = readOver(text).isBoth;
  if (period.aspect !== 'value') return [{ field: null, period, rank: isBoth ? 1 : 0 }];
  if (isBoth || OF_RESULT.test(text)) return [{ field: null, period, rank: 1 }];
  if (!OF_WORDS.test(text)) return [{ field: null, period, rank: 0 }];
  return [
    { field: null, period, rank: 1 },
    { field: null, period: { ...period, aspect: 'remark' }, rank: 2 },
  ];
}

/** Of two columns for the same figures, one of them under words that nobody knows, neither is sure. */
function doubted(columns: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
  const inDoubt = columns.flatMap((candidates) => candidates.filter(isDoubtful).map(meaningKey));
  const keys = new Set(inDoubt);
  return columns.map((candidates) =>
    candidates.map((one) => (one.rank === 0 && keys.has(meaningKey(one)) ? { ...one, rank: 1 } : one)),
  );
}

function isDoubtful({ period, rank }: Candidate): boolean {
  return period !== null && period.aspect !== 'remark' && rank > 1;
}

/** True where a period may stand under these texts: a longer one than theirs is no period, as S1 to S4 under a month. */
function isOver(above: Parts, { monthsPerPeriod }: PeriodHeader): boolean {
  return !above.some((part) => isNoResult(part) || shortestOver(part) < monthsPerPeriod);
}

/** Under money, or what others report, there is no result of the plan. */
function isNoResult(part: string): boolean {
  return MONEY.test(compareKey(part)) || isOfOthers(part);
}

function datedBy(candidate: Candidate, above: Parts): Candidate {
  const { period } = candidate;
  const year = yearIn(above.join(' '));
  return period?.year === null && year !== null ? { ...candidate, period: { ...period, year } } : candidate;
}

/** EJECUTADO right of what was programmed for a period is the result of that period. */
function besidePlanned(parts: Parts, left: readonly Candidate[]): Candidate | null {
  const planned = left.find(({ period }) => period?.aspect === 'planned')?.period;
  if (!planned || parts.length === 0) return null;
  const isResult = bareAspect(parts.join(' ')) === ('value' satisfies PeriodAspect);
  return isResult ? { field: null, period: { ...planned, aspect: 'value' }, rank: 0 } : null;
}

/** E F M A M J J A S O N D, twelve in a row, are months; an initial alone is not. */
function withMonths(columns: readonly Parts[]): readonly Parts[] {
  const keys = columns.map((parts) => compareKey(parts.at(-1) ?? ''));
  const initials = keys.map((key) => (key.length === 1 ? key : ' ')).join('');
  const first = initials.indexOf(MONTH_INITIALS);
  if (first < 0) return columns;
  return columns.map((parts, index) => {
    const month = MONTH_NAMES[index - first];
    return month ? [...parts.slice(0, -1), month] : parts;
  });
}

/** P T1 beside E T1 is what was programmed and what was done; one of the letters without the other is not. */
function withLetters(columns: readonly Parts[]): readonly Parts[] {
  const besides = columns.map((parts) => {
    const own = parts.at(-1) ?? '';
    const beside = readPeriodHeader(own) ? null : lettered(own);
    return beside && readPeriodHeader(beside.rest) ? beside : null;
  });
  const letters = new Set(besides.flatMap((beside) => beside?.letter ?? []));
  if (letters.size < 2) return columns;
  return columns.map((parts, index) => {
    const beside = besides[index];
    return beside ? [...parts.slice(0, -1), `${spelledOut(beside.letter)} ${beside.rest}`] : parts;
  });
}
