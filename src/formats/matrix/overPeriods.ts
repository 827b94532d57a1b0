import { compareKey } from '../cells';
import { readPeriodHeader } from './periods';
import { aspectAmong, knownPieces, monthsOf } from './periodWords';
import type { SaidAspect } from './periodWords';

/** What the texts over the header of a period say of it. */
export interface OverPeriod extends SaidAspect {
  /** False where they say more than is known. */
  readonly isKnown: boolean;
}

const REPORTED_BY_OTHERS =
  /\b(?:oci|control interno|(?:segunda|tercera|2a?|3a?|ii|iii) linea|auditor(?:ia|ias|es)?)\b/;

/** Takes the words of a band apart; those that a spreadsheet cut in pieces too. */
export function readOver(text: string): OverPeriod {
  const pieces = knownPieces(compareKey(text));
  return { ...aspectAmong(pieces ?? wordsOf(text)), isKnown: pieces !== null };
}

/** True where a band says that others than those of the plan report, as its auditors do. */
export function isOfOthers(text: string): boolean {
  return REPORTED_BY_OTHERS.test(wordsOf(text).join(' '));
}

/** The months of the shortest period that a band names, by itself or as the word for many; Infinity where it names none. */
export function shortestOver(band: string): number {
  const spans = (knownPieces(compareKey(band)) ?? wordsOf(band)).filter((word) => word.length > 1);
  const named = [readPeriodHeader(band)?.monthsPerPeriod ?? 0, ...spans.map(monthsOf)];
  return Math.min(...named.filter((months) => months > 0));
}

function wordsOf(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(compareKey)
    .filter((word) => word !== '');
}
