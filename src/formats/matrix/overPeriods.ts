import { compareKey } from '../cells';
import { aspectAmong, knownPieces } from './periodWords';
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

function wordsOf(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(compareKey)
    .filter((word) => word !== '');
}
