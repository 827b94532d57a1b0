import { compareKey } from '../cells';
import { remembered } from '../remembered';
import { DICTIONARY } from './dictionary';
import type { MatrixField } from './fields';
import type { PeriodAspect } from './periods';

export type { MatrixField } from './fields';

// A longer text is a sentence that happens to use the word.
const LONGEST_HEADER = 90;

/** How good a header is for a field: 0 can mean nothing else, 3 serves when nothing better does. */
export type Rank = 0 | 1 | 2 | 3;

/** A field that a header may mean. */
export interface FieldCandidate {
  readonly field: MatrixField;
  readonly rank: Rank;
}

const TIERS: readonly (readonly [Rank, 'headers' | 'alike' | 'standIns' | 'lastResort'])[] = [
  [0, 'headers'],
  [1, 'alike'],
  [2, 'standIns'],
  [3, 'lastResort'],
];
const BY_KEY: ReadonlyMap<string, readonly FieldCandidate[]> = indexWords();

export type Confidence = 'sure' | 'likely' | 'none';

export interface MatrixColumn {
  /** 0-based place in the sheet. */
  readonly index: number;
  readonly letter: string;
  /** Parent and child header joined. */
  readonly header: string;
  readonly field: MatrixField | null;
  readonly period: { readonly index: number; readonly aspect: PeriodAspect } | null;
  readonly confidence: Confidence;
  /** Up to three cells that are not blank, as written. */
  readonly samples: readonly string[];
}

interface RecognisedField {
  readonly field: MatrixField;
  readonly confidence: 'sure' | 'likely';
}

/** What a header may mean, the best first, compared without blanks, accents and case; [] for one nobody knows. */
export const fieldCandidates = remembered((header): readonly FieldCandidate[] => {
  const key = compareKey(header);
  if (key === '') return [];
  const exact = BY_KEY.get(key);
  if (exact) return exact;
  if (key.length > LONGEST_HEADER) return [];
  return DICTIONARY.flatMap(({ field, likely }) => (likely?.test(key) ? [{ field, rank: 1 }] : []));
});

/** The field of a header taken by itself; null for a header nobody knows. */
export function recogniseField(header: string): RecognisedField | null {
  const [best] = fieldCandidates(header);
  return best ? { field: best.field, confidence: confidenceOf(best.rank) } : null;
}

export function confidenceOf(rank: Rank): 'sure' | 'likely' {
  return rank === 0 ? 'sure' : 'likely';
}

/** The field of a header that is surely one; for rows of data, where most texts are none. */
export function knownField(header: string): MatrixField | null {
  const [best] = BY_KEY.get(compareKey(header)) ?? [];
  return best?.rank === 0 ? best.field : null;
}

/** The header we write for a field and name when it is missing. */
export function headerOf(field: MatrixField): string {
  return DICTIONARY.find((words) => words.field === field)?.headers[0] ?? field;
}

function indexWords(): ReadonlyMap<string, readonly FieldCandidate[]> {
  const index = new Map<string, FieldCandidate[]>();
  for (const [rank, tier] of TIERS) {
    for (const words of DICTIONARY) {
      for (const header of words[tier] ?? []) {
        const key = compareKey(header);
        const known = index.get(key) ?? [];
        if (!known.some(({ field }) => field === words.field)) known.push({ field: words.field, rank });
        index.set(key, known);
      }
    }
  }
  return index;
}
