import { groupBy } from '../../domain/groupBy';
import type { TextDoubt } from '../../domain/textDoubts';
import { reportsScreen as words } from '../../text/reportsScreen';
import type { Marks } from '../documents/marks';

/** Why a place of an edited text should be looked at again. */
export function doubtWords({ k, written, says }: TextDoubt): string {
  const said = says?.text ?? null;
  return k === 'number' ? words.numberDoubt(written, said) : words.deniesDoubt(written, said);
}

/** The places to mark in the paper, passage by passage. */
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
