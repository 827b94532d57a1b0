import type { Plan } from './model';

/**
 * The places in `plan.indicators` that a department or team answers for, by its name as people type it: whole, or
 * in part but by whole words, so that IDER does not answer for what the *líderes* do.
 */
export function rowsOwnedBy(plan: Plan, department: string): readonly number[] {
  const wanted = wordsOf(department);
  if (wanted === NO_WORDS) return [];
  return plan.indicators.flatMap(({ activity }, row) => {
    const parties = activity.responsibleParties.map(({ name }) => wordsOf(name));
    const isOwned = parties.some(
      (party) => party !== NO_WORDS && (party.includes(wanted) || wanted.includes(party)),
    );
    return isOwned ? [row] : [];
  });
}

const NO_WORDS = ' ';

/** The words of a name with a space on both sides of each, so that what it includes begins and ends with a word. */
function wordsOf(name: string): string {
  const words =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => ` ${word}`).join('') + ' ';
}
