import { againstSealed } from '../../domain/cuts/closedCuts';
import type { Block } from '../../domain/document';
import { cutSealWords } from '../../text/reports';
import type { ReportContext } from './context';
import { percent, planFigure, points, quote } from './figures';
import { say } from '../../text/say';

/** Digits of a seal that tell one from another on paper. */
const SHORT_SEAL = 16;

/**
 * What a closed cut sealed, where the report is of one: a figure that was corrected afterwards stands beside the sealed
 * one with its difference, and nobody may overlook it.
 */
export function sealedBlocks(context: ReportContext): readonly Block[] {
  const { plan, cut, facts } = context;
  const closed = plan.cuts.find(({ date }) => date === cut);
  if (!closed) return [];
  const { before, after, difference } = againstSealed(closed, facts.overall.value);
  const sealed = percent('sealed/attainment', before);
  const seal = quote(closed.seal.slice(0, SHORT_SEAL));
  if (before === after) return [{ k: 'paragraph', text: cutSealWords.closed(sealed, seal), manner: 'quiet' }];
  const corrected = cutSealWords.rectified(
    sealed,
    planFigure.attainment(context),
    points('sealed/difference', difference),
  );
  return [{ k: 'paragraph', text: say`${corrected} ${cutSealWords.seal(seal)}`, manner: 'boxed' }];
}
