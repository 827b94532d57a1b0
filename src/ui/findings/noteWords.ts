import type { NotedFinding } from '../../commands/readingNotes';
import { READING_NOTES } from '../../text/readingNotes';

// Here the reader's types meet their words: a doubt that is noted and has no words does not compile.

type InCell = Exclude<NotedFinding, { readonly code: 'notesLeftOut' }>;

const WORDS: {
  readonly [Code in InCell['code']]: { readonly line: (facts: Extract<InCell, { code: Code }>) => string };
} = READING_NOTES;

/** The doubts that are told, in the order in which they are: how many were left out comes last. */
export const NOTE_CODES: readonly string[] = [...Object.keys(WORDS), 'notesLeftOut'];
