import type { MatrixChoices } from '../../commands/matrixEntities';
import { matrix } from '../../text/matrix';
import type { Reading } from './reading';

/** What is proposed for a matrix: its names, the cut that it seems to be of, and zeros after it as not reported. */
export function proposedChoices(reading: Reading, isExample: boolean): MatrixChoices {
  const { facts, periods, calendar } = reading;
  // Our own file bears the plan's title; the heading of any other is a form's, and its policy says more.
  const isOwn = reading.rows.some(({ own }) => own !== null);
  const hasOwnTitle = facts.title !== '' && (isOwn || facts.policy === '');
  return {
    title: hasOwnTitle ? facts.title : matrix.proposedTitle(facts.policy, facts.planYear),
    entityName: facts.entityName,
    cut: reading.proposedCut ?? periods[0]?.end ?? calendar.end,
    zerosAfterCut: 'notReported',
    repairs: [],
    isExample,
  };
}
