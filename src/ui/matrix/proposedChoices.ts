import type { MatrixChoices } from '../../commands/matrixEntities';
import type { IsoDay } from '../../domain/isoDay';
import { matrix } from '../../text/matrix';
import type { Example } from '../../commands/openExample';
import { EXAMPLE_WORDS } from '../../text/examples';
import type { Reading } from './reading';

/** What an example is known by; null for any other matrix. */
export type KnownExample = Pick<Example, 'key' | 'cut'> | null;

/** What is proposed for a matrix: its names, the cut that it seems to be of, and zeros after it as not reported. */
export function proposedChoices(reading: Reading, example: KnownExample): MatrixChoices {
  const { facts, periods, calendar } = reading;
  const words = example ? EXAMPLE_WORDS[example.key] : NO_WORDS;
  return {
    title: words.planTitle || proposedTitle(reading),
    entityName: facts.entityName || words.entityName,
    cut: knownCut(reading, example) ?? periods[0]?.end ?? calendar.end,
    zerosAfterCut: 'notReported',
    repairs: [],
    // A follow-up by domains is the mean of their means (domain.md A6.5).
    rollupMethod: facts.rollupMethod ?? (reading.isDirect ? 'groupMean' : 'flatMean'),
    isExample: example !== null,
  };
}

const NO_WORDS = { planTitle: '', entityName: '' };

/** Our own file bears the plan's title; the heading of any other is a form's, and its policy says more. */
function proposedTitle({ facts, isOwn }: Reading): string {
  const hasOwnTitle = facts.title !== '' && (isOwn || facts.policy === '');
  return hasOwnTitle ? facts.title : matrix.proposedTitle(facts.policy, facts.planYear);
}

/** The cut that the file tells, or the document it comes from; where percents have none, a person must say it. */
export function knownCut(reading: Reading, example: KnownExample): IsoDay | null {
  return reading.proposedCut ?? example?.cut ?? null;
}
