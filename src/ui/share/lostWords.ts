import type { MatrixWay, PreparedMatrix } from '../../commands/exportMatrix';
import { LOST_FACTS } from '../../text/matrixOut';

// Here the facts of a way out meet their words: a code without a sentence does not compile.

type LostFact = PreparedMatrix['lost'][number];
type Teller<Fact> = (facts: Fact) => string;

const TELLERS: { readonly [Code in LostFact['code']]: Teller<Extract<LostFact, { code: Code }>> } =
  LOST_FACTS;

/** What a way out cannot keep, in a sentence. */
export function tellLost(fact: LostFact): string {
  return (TELLERS[fact.code] as Teller<LostFact>)(fact);
}

/** What tells a way out from the others. */
export function keyOfWay(way: MatrixWay): string {
  return way.k === 'source' ? way.layout : way.kind;
}
