import { bandedPercent } from './bands';
import { roundPercent } from './decimal';
import type { Figure } from './document';
import {
  FINISHED,
  IN_POINTS,
  LACK,
  LACKING_AFTER,
  LACKING_BEFORE,
  NAMED_PERCENT,
  OF_A_TOTAL,
} from './lexicon';
import { mentionFinder } from './mentions';
import { mentionsOf } from './mentionsOf';
import type { Mention } from './mentions';
import { planMentionFinder } from './planMentions';
import type { PlanNames } from './planMentions';
import type { Percent } from './percent';
import { numberFinder } from './writtenNumbers';
import type { NoResults, Span, WrittenNumber } from './writtenNumbers';

/** A row, a group or the plan, as a text may speak of it. */
export interface TextSubject {
  /** What the names of its figures begin with: `row/ind:7`. */
  readonly of: string;
  /** Empty for the plan, which goes by no name. */
  readonly names: readonly string[];
  readonly attainment: Figure;
  /** How many rows it has; null where that is not said of it. */
  readonly n: Figure | null;
}

/** A text that a person wrote in the place of one of ours, with the figures that ours had. */
export interface EditedText {
  readonly key: string;
  readonly text: string;
  readonly original: readonly Figure[];
}

/** What a document says, to hold a text against. */
export interface TextGround extends NoResults {
  readonly subjects: readonly TextSubject[];
  readonly figures: readonly Figure[];
  readonly plan: PlanNames;
}

/**
 * Something in an edited text that the figures do not bear out: a number that is none of theirs, or
 * words that deny a result.
 */
export interface TextDoubt {
  readonly k: 'number' | 'denies';
  readonly key: string;
  /** Where it is in the text. */
  readonly place: Span;
  readonly written: string;
  /** What the document says of it; null where nobody can tell what it speaks of. */
  readonly says: Figure | null;
}

interface Reading {
  readonly ground: TextGround;
  readonly edited: EditedText;
  readonly mentions: readonly Mention[];
}

/** The doubts of some edited texts, each text in reading order. */
export function textDoubts(texts: readonly EditedText[], ground: TextGround): readonly TextDoubt[] {
  if (texts.length === 0) return [];
  const findMentions = mentionFinder(ground.subjects.map(({ names }) => names));
  const findNumbers = numberFinder(ground);
  const findPlan = planMentionFinder(
    ground.plan,
    ground.subjects.flatMap(({ names }) => names),
  );
  const thePlan = ground.subjects.findIndex(({ names }) => names.length === 0);
  return texts.flatMap((edited) => {
    const ofPlan = thePlan < 0 ? [] : findPlan(edited.text).map((one) => ({ ...one, of: [thePlan] }));
    const mentions = longestOf([...ofPlan, ...findMentions(edited.text)]);
    const reading = { ground, edited, mentions };
    const denials = denialsIn(reading);
    const numbers = findNumbers(edited.text)
      .flatMap((one) => numberDoubt(reading, one))
      .filter(({ place }) => !denials.some((one) => overlap(one.place, place)));
    return [...denials, ...numbers].sort((a, b) => a.place.start - b.place.start);
  });
}

/** Of mentions that share words the longest, then the first given, weak ones last; in reading order. */
function longestOf(mentions: readonly Mention[]): readonly Mention[] {
  const length = ({ start, end, isWeak }: Mention) => (isWeak ? 0 : end - start);
  return [...mentions]
    .sort((a, b) => length(b) - length(a))
    .filter((one, at, all) => !all.slice(0, at).some((other) => overlap(one, other)))
    .sort((a, b) => a.start - b.start);
}

function numberDoubt(reading: Reading, one: WrittenNumber): readonly TextDoubt[] {
  const { ground, edited } = reading;
  const near = mentionsOf(one, edited.text, mentionsNear(reading, one, 'also weak'));
  const counts = one.isPercent ? [] : countsOf(reading, one, near);
  const known = one.isPercent ? knownPercents(reading, near) : knownNumbers(reading, near, counts);
  const isTrue = isLacking(edited.text, one)
    ? known.some((figure) => isRestOf(figure, one) || (!isAttainment(figure) && isAsWritten(figure, one)))
    : known.some((figure) => isAsWritten(figure, one));
  if (isTrue) return [];
  const { start, end, written } = one;
  const says = one.isPercent ? saidOf(reading, near) : countSaid(ground, one, counts);
  return [{ k: 'number', key: edited.key, place: { start, end }, written, says }];
}

/** The counts of what was named before a number, unless it is one of points or of a larger total. */
function countsOf({ ground, edited: { text } }: Reading, one: WrittenNumber, near: readonly Mention[]) {
  if (IN_POINTS.test(text.slice(one.end)) || OF_A_TOTAL.test(text.slice(0, one.start))) return [];
  if (near.some(({ isWeak, end }) => isWeak || end > one.start)) return [];
  const meant = subjectsOf(ground.subjects, near);
  if (meant.some(({ names }) => names.length === 0)) return [];
  return figuresOf(ground, near, ground.figures).filter(({ unit }) => unit === undefined);
}

/** What a plain number may be: of what was named and of what ours said; any, where what was named counts nothing. */
function knownNumbers({ ground, edited }: Reading, near: readonly Mention[], counts: readonly Figure[]) {
  return counts.length === 0
    ? ground.figures
    : [...figuresOf(ground, near, ground.figures), ...edited.original];
}

/** The count to look at, where the number is of the document but of something else. */
function countSaid({ figures }: TextGround, one: WrittenNumber, counts: readonly Figure[]): Figure | null {
  if (!figures.some((figure) => isAsWritten(figure, one))) return null;
  return counts.find(({ of }) => of.endsWith('/n')) ?? null;
}

/** True for a number of what is not yet done. */
function isLacking(text: string, { start, end }: WrittenNumber): boolean {
  return LACKING_BEFORE.test(text.slice(0, start)) || LACKING_AFTER.test(text.slice(end));
}

/** True where the number is what a percent lacks of 100. */
function isRestOf(figure: Figure, one: WrittenNumber): boolean {
  if (!isPercent(figure)) return false;
  const rest = 100 - exactOf(figure);
  return isAsWritten({ ...figure, value: rest, text: `${rest}%` }, { ...one, isPercent: true });
}

function isAttainment({ of }: Figure): boolean {
  return of.endsWith('/attainment');
}

/** What a percent may be: of what its clause speaks of, else of what the text or ours did, else any of the document. */
function knownPercents({ ground, edited, mentions }: Reading, near: readonly Mention[]): readonly Figure[] {
  const percents = ground.figures.filter(isPercent);
  if (near.length > 0) return figuresOf(ground, near, percents);
  const own = edited.original.filter(isPercent);
  const spoken = [...figuresOf(ground, mentions, percents), ...own, ...siblingsOf(own, percents)];
  return spoken.length > 0 ? spoken : percents;
}

function figuresOf(
  { subjects }: TextGround,
  mentions: readonly Mention[],
  figures: readonly Figure[],
): readonly Figure[] {
  const meant = subjectsOf(subjects, mentions);
  return meant.flatMap((subject) => [
    subject.attainment,
    ...(subject.n === null ? [] : [subject.n]),
    ...figures.filter(({ of }) => of.startsWith(`${subject.of}/`)),
  ]);
}

function subjectsOf(subjects: readonly TextSubject[], mentions: readonly Mention[]): readonly TextSubject[] {
  return [...new Set(mentions.flatMap(({ of }) => of))].flatMap((place) => subjects[place] ?? []);
}

/** The other figures of what some figures are of. */
function siblingsOf(own: readonly Figure[], figures: readonly Figure[]): readonly Figure[] {
  const subjects = new Set(own.map(({ of }) => subjectOf(of)));
  return figures.filter(({ of }) => subjects.has(subjectOf(of)));
}

function subjectOf(of: string): string {
  return of.slice(0, Math.max(0, of.lastIndexOf('/')));
}

function saidOf({ ground, edited }: Reading, near: readonly Mention[]): Figure | null {
  const [meant] = subjectsOf(ground.subjects, near);
  return meant?.attainment ?? edited.original.find(isPercent) ?? null;
}

function denialsIn(reading: Reading): readonly TextDoubt[] {
  const { text, key } = reading.edited;
  const zeros = [...text.matchAll(NAMED_PERCENT)].filter(
    ([, number = '']) => Number(number.replace(',', '.')) === 0,
  );
  return [...text.matchAll(LACK), ...zeros].flatMap(({ 0: written, index }): readonly TextDoubt[] => {
    const place = { start: index, end: index + written.length };
    const meant = subjectsDenied(reading, place);
    const [first] = meant;
    if (!first || !meant.every(({ attainment }) => isFinished(attainment.value))) return [];
    return [{ k: 'denies', key, place, written, says: first.attainment }];
  });
}

/** What a denial speaks of: the nearest name in its clause, else the last one before it, else what ours spoke of. */
function subjectsDenied(reading: Reading, place: Span): readonly TextSubject[] {
  const { ground, edited, mentions } = reading;
  const [nearest] = mentionsNear(reading, place);
  const before = mentions.filter(({ end, isWeak }) => end <= place.start && !isWeak).at(-1);
  const said = nearest ?? before;
  if (said) return subjectsOf(ground.subjects, [said]);
  const original = edited.original.find(({ of }) => ground.subjects.some((one) => one.of === subjectOf(of)));
  return ground.subjects.filter((one) => original !== undefined && one.of === subjectOf(original.of));
}

function isFinished(value: Percent | null): boolean {
  return value !== null && bandedPercent(value, 'halfUp') >= FINISHED;
}

/** What the clause of a place names, the nearest first; single words only where it names nothing better. */
function mentionsNear(
  { edited, mentions }: Reading,
  place: Span,
  which: 'strongest' | 'also weak' = 'strongest',
): readonly Mention[] {
  const clause = clauseAt(edited.text, place);
  const within = mentions.filter(({ start, end }) => start >= clause.start && end <= clause.end);
  const strong = within.filter(({ isWeak }) => !isWeak);
  const distance = (one: Mention) => Math.max(one.start - place.end, place.start - one.end, 0);
  const kept = which === 'strongest' && strong.length > 0 ? strong : within;
  return [...kept].sort((a, b) => distance(a) - distance(b));
}

/** What stands between two stops. */
function clauseAt(text: string, { start, end }: Span): Span {
  const stops = [...text.matchAll(/[.;!?](?=\s|$)|\n/g)].map(({ index }) => index);
  const before = stops.filter((stop) => stop < start).at(-1) ?? -1;
  const after = stops.find((stop) => stop >= end) ?? text.length;
  return { start: before + 1, end: after };
}

function isPercent({ value, text }: Figure): boolean {
  return value !== null && text.endsWith('%');
}

/** True where the number is the figure with as many decimals as were written. */
function isAsWritten(figure: Figure, { value, decimals, isPercent: isOfPercent }: WrittenNumber): boolean {
  const exact = Math.abs(exactOf(figure));
  if (Number.isNaN(exact)) return false;
  const scale = 10 ** decimals;
  const isRounded = Math.floor(roundPercent(exact * scale) + 0.5) === Math.round(value * scale);
  return isRounded && (isOfPercent || decimals > 0 || Math.abs(exact - value) < 1e-9 || isPoints(figure));
}

/** A difference in points may be said without its decimals; a count may not. */
function isPoints({ of }: Figure): boolean {
  return of.endsWith('/lag') || of.endsWith('/gap') || of.endsWith('/points');
}

/** Percents of a unit are kept as fractions of 1, and read as they are printed. */
function exactOf({ value, text }: Figure): number {
  if (value === null) return NaN;
  if (!text.endsWith('%')) return value;
  const printed = Number(text.replace(/[^\d,-]/g, '').replace(',', '.'));
  return Math.abs(printed - value) > 0.1 ? printed : value;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start;
}
