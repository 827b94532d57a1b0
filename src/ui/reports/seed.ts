import { randomId } from '../../commands/clock';
import type { SampleRule } from '../../domain/auditTrail';

const SIZE = 10;
const LETTERS = 6;

/** A rule for a sample that nobody could have chosen beforehand. */
export function proposedSeed(): SampleRule {
  return { seed: randomId(LETTERS), size: SIZE };
}
