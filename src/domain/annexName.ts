import { civilSpan } from './calendar';
import type { Calendar, ReportingPeriod } from './calendar';
import { evidenceIn } from './evidence';
import type { Plan } from './model';

/** What the name of an annex is made of (journey J5). */
export interface AnnexParts {
  /** As printed: `02`. */
  readonly number: string;
  readonly criterion: string;
  /** As `periodCode` gives it. */
  readonly period: string;
  readonly text: string;
}

const BETWEEN = ' - ';
/** A name goes into folders and messages, where a long one is cut by others. */
const MOST_OF_CRITERION = 40;
const MOST_OF_TEXT = 80;
// What no system takes in the name of a file.
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]+/gu;
// A shortened criterion does not end in a word that announces another.
const HANGING = /\s+(?:a|al|con|de|del|e|el|en|la|las|los|o|para|por|que|sobre|y)$/i;
const SPAN_LETTERS: Readonly<Record<number, string>> = { 1: 'M', 2: 'B', 3: 'T', 4: 'C', 6: 'S' };
const BY_RULE = /^Anexo \d+ - (?:.+? - )?\d{4}(?:[MBTCS]\d{1,2}|-\d\d-\d\d)?(?: - |$)/;

/** `Anexo 02 - <criterio> - 2023T1 - <texto>`; what is empty is left out. */
export function annexName({ number, criterion, period, text }: AnnexParts): string {
  const parts = [`Anexo ${number}`, shortCriterion(criterion), period, part(text).slice(0, MOST_OF_TEXT)];
  return parts
    .map((one) => one.trim())
    .filter(Boolean)
    .join(BETWEEN);
}

/** A name by the rule in two: what the app gives it and what a person wrote; null for any other name. */
export function splitAnnexName(name: string): { readonly given: string; readonly text: string } | null {
  const [begins] = BY_RULE.exec(name) ?? [];
  if (begins === undefined) return null;
  const given = begins.endsWith(BETWEEN) ? begins.slice(0, -BETWEEN.length) : begins;
  return { given, text: name.slice(begins.length) };
}

/** The same name with another text. One that is not by the rule is all text. */
export function renamedAnnex(name: string, text: string): string {
  const given = splitAnnexName(name)?.given;
  const own = part(text).slice(0, MOST_OF_TEXT).trim();
  if (given === undefined) return own || name;
  return own ? given + BETWEEN + own : given;
}

/** The number after the last one that an annex of the plan bears, as they are printed: `09`. */
export function nextAnnexNumber(plan: Plan, after = 0): string {
  const taken = evidenceIn(plan).map(({ number }) => (/^\d+$/.test(number) ? Number(number) : 0));
  return String(Math.max(0, ...taken) + 1 + after).padStart(2, '0');
}

/** `2023T1`, `2023S2`, `2023M03`, `2023`; a period that is no whole span goes by its last day. */
export function periodCode(period: ReportingPeriod, calendar: Calendar): string {
  const span = civilSpan(period, calendar);
  if (!span) return period.end;
  if (span.months === 12) return String(span.year);
  const ordinal = span.months === 1 ? String(span.ordinal).padStart(2, '0') : span.ordinal;
  return `${span.year}${SPAN_LETTERS[span.months] ?? ''}${ordinal}`;
}

/** What a file is called, without its extension. */
export function nameWithoutExtension(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '');
}

/** In one line, without what no system takes in the name of a file. */
export function fitForFileName(text: string): string {
  return text.replace(NOT_IN_NAMES, ' ').replace(/\s+/g, ' ').trim();
}

function shortCriterion(criterion: string): string {
  const whole = part(criterion).replace(/^\d+[.)]\s*/, '');
  if (whole.length <= MOST_OF_CRITERION) return whole;
  // One more than fits shows whether a word ends right there.
  const fits = whole.slice(0, MOST_OF_CRITERION + 1).replace(/\s+\S*$/, '');
  return withoutHanging(fits.slice(0, MOST_OF_CRITERION));
}

function withoutHanging(text: string): string {
  const bare = text.replace(HANGING, '').replace(/[\s,;.]+$/, '');
  return bare === text ? text : withoutHanging(bare);
}

/** One part of a name, never taken for two. */
function part(text: string): string {
  return fitForFileName(text).replaceAll(BETWEEN, ' ');
}
