import { key } from '../matrixReports';

/** What is compared of a row of the matrix and of an indicator of the plan. */
export interface Described {
  /** Of the activity, the deliverable and the indicator. */
  readonly texts: readonly string[];
  /** The printed number of the activity; '' for none. */
  readonly number: string;
  readonly start: string | null;
  readonly end: string | null;
}

/** Two that are likely the same, from 0 for nothing in common to 1. */
export interface Likeness {
  readonly row: number;
  readonly indicator: number;
  readonly score: number;
}

/** Under this, two texts have no more in common than any two of a plan. */
const LEAST_LIKENESS = 0.5;
const NUMBER_COUNTS = 0.1;
const DAYS_COUNT = 0.1;
const WORDS_COUNT = 1 - NUMBER_COUNTS - DAYS_COUNT;
/** A word that stands in more rows than this finds none of them. */
const COMMONEST = 60;
/** How many of those that share most rare words are looked at closely. */
const LOOKED_AT = 12;

/**
 * Pairs rows with indicators by likeness, best first and each once; what is under the least likeness is no pair. The
 * numbers are places in the two lists.
 */
export function likenesses(
  rows: readonly Described[],
  indicators: readonly Described[],
): readonly Likeness[] {
  if (rows.length === 0 || indicators.length === 0) return [];
  const [ofRows, ofIndicators] = [rows.map(wordsOf), indicators.map(wordsOf)];
  const weightOf = weights([...ofRows, ...ofIndicators]);
  const standing = postings(ofIndicators);
  const found: Likeness[] = [];
  rows.forEach((row, at) => {
    const words = ofRows[at] ?? new Set();
    for (const indicator of candidates(words, standing, weightOf)) {
      const other = indicators[indicator];
      if (!other) continue;
      const score = scoreOf(shared(words, ofIndicators[indicator] ?? new Set(), weightOf), row, other);
      if (score >= LEAST_LIKENESS) found.push({ row: at, indicator, score });
    }
  });
  return eachOnce(found.sort((a, b) => b.score - a.score || a.row - b.row || a.indicator - b.indicator));
}

function scoreOf(words: number, row: Described, other: Described): number {
  const isNumber = row.number !== '' && row.number === other.number;
  const areDays = row.start !== null && row.start === other.start && row.end === other.end;
  return WORDS_COUNT * words + (isNumber ? NUMBER_COUNTS : 0) + (areDays ? DAYS_COUNT : 0);
}

function eachOnce(best: readonly Likeness[]): readonly Likeness[] {
  const [rows, indicators] = [new Set<number>(), new Set<number>()];
  return best.filter(({ row, indicator }) => {
    if (rows.has(row) || indicators.has(indicator)) return false;
    rows.add(row);
    indicators.add(indicator);
    return true;
  });
}

type Words = ReadonlySet<string>;
type WeightOf = (word: string) => number;

/** Words of one or two letters join others and tell nothing apart; digits do. */
function wordsOf({ texts }: Described): Words {
  return new Set(
    texts.flatMap((text) => key(text).split(' ')).filter((word) => word.length > 2 || /\d/.test(word)),
  );
}

/** The rarer a word, the more it tells. */
function weights(all: readonly Words[]): WeightOf {
  const counts = new Map<string, number>();
  for (const words of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + all.length / (counts.get(word) ?? 1));
}

function postings(all: readonly Words[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  all.forEach((words, at) => {
    for (const word of words) {
      const known = places.get(word);
      if (known) known.push(at);
      else places.set(word, [at]);
    }
  });
  return places;
}

function candidates(
  words: Words,
  standing: ReadonlyMap<string, readonly number[]>,
  weightOf: WeightOf,
): readonly number[] {
  const sums = new Map<number, number>();
  for (const word of words) {
    const places = standing.get(word) ?? [];
    if (places.length > COMMONEST) continue;
    for (const at of places) sums.set(at, (sums.get(at) ?? 0) + weightOf(word));
  }
  return [...sums]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, LOOKED_AT)
    .map(([at]) => at);
}

/** How much of the weight of two sets of words is in both: 1 for the same words. */
function shared(some: Words, others: Words, weightOf: WeightOf): number {
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weightOf(word), 0);
  const total = sum(some) + sum(others);
  return total === 0 ? 0 : (2 * sum([...some].filter((word) => others.has(word)))) / total;
}
