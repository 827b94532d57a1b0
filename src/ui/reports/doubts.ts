import { groupBy } from '../../domain/groupBy';
import type { TextDoubt } from '../../domain/textDoubts';
import { tellDoubt } from '../../text/beforeIssuing';
import type { Marks } from '../documents/marks';

/** Why a place of an edited text should be looked at again, in one line. */
export function doubtWords(doubt: TextDoubt): string {
  const { title, lines } = tellDoubt(doubt);
  return [title, ...lines].join('. ');
}

/** The places to mark in the paper, passage by passage; of two that overlap the first. */
export function marksOf(doubts: readonly TextDoubt[]): Marks {
  const byKey = [...groupBy(doubts, ({ key }) => key)];
  return new Map(
    byKey.map(([key, some]) => [
      key,
      some
        .map((doubt) => ({ ...doubt.place, says: doubtWords(doubt) }))
        .sort((a, b) => a.start - b.start)
        .filter(({ start }, at, all) => at === 0 || start >= (all[at - 1]?.end ?? 0)),
    ]),
  );
}
