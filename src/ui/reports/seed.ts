import type { SampleRule } from '../../domain/auditTrail';

const SIZE = 10;
const LETTERS = 6;

/** A rule for a sample that nobody could have chosen beforehand. */
export function proposedSeed(): SampleRule {
  const bytes = crypto.getRandomValues(new Uint8Array(LETTERS));
  return {
    seed: [...bytes].map((byte) => 'abcdefghjkmnpqrstuvwxyz23456789'[byte % 31]).join(''),
    size: SIZE,
  };
}
