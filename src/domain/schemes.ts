import { CALI_3, schemeOf } from './bands';
import type { Band, BandScheme } from './bands';

// What a plan can choose from besides the scheme that it begins with: only the screen of the rules needs them.

/** The alternative of domain.md A6.3: (≤40], (40, 80], (80, …]. */
export const CALI_3_EXACT = schemeOf('cali-3-exact', 'exact', 'below', [
  ['critical', 'critical', 0, 40],
  ['inProgress', 'inProgress', 40, 80],
  ['finished', 'finished', 80, 100],
]);

/** The five levels in DNP's tradition: exactly 40 is low, and exactly 80 outstanding (domain.md B). */
export const DNP_5 = schemeOf('dnp-5', 'halfUp', 'above', [
  ['critical', 'critical', 0, 39],
  ['low', 'inProgress', 40, 59],
  ['medium', 'inProgress', 60, 69],
  ['satisfactory', 'inProgress', 70, 79],
  ['outstanding', 'finished', 80, 100],
]);

/** The same without rounding: below 40, from 40 to below 60, and so on. */
export const DNP_5_EXACT = schemeOf('dnp-5-exact', 'exact', 'above', [
  ['critical', 'critical', 0, 40],
  ['low', 'inProgress', 40, 60],
  ['medium', 'inProgress', 60, 70],
  ['satisfactory', 'inProgress', 70, 80],
  ['outstanding', 'finished', 80, 100],
]);

/** The five levels of DAFP's self-assessment (domain.md B). */
export const DAFP_5 = schemeOf('dafp-5', 'halfUp', 'below', [
  ['level1', 'critical', 0, 20],
  ['level2', 'critical', 21, 40],
  ['level3', 'inProgress', 41, 60],
  ['level4', 'inProgress', 61, 80],
  ['level5', 'finished', 81, 100],
]);

/** What a plan can choose from; anything else is its own, and passes `validateScheme`. */
export const SCHEMES: readonly BandScheme[] = [CALI_3, CALI_3_EXACT, DNP_5, DNP_5_EXACT, DAFP_5];

/** The scheme of the list that files every percent in the same bands; null for one of a plan's own. */
export function knownScheme(scheme: BandScheme): BandScheme | null {
  return SCHEMES.find((known) => doesTheSame(known, scheme)) ?? null;
}

function doesTheSame(one: BandScheme, other: BandScheme): boolean {
  if (one.rounding !== other.rounding || one.bands.length !== other.bands.length) return false;
  if (one.rounding === 'exact' && one.edge !== other.edge) return false;
  return one.bands.every((band, place) => isSameBand(band, other.bands[place]));
}

function isSameBand(one: Band, other: Band | undefined): boolean {
  const keys = ['id', 'label', 'progressClass', 'from', 'to'] as const;
  return keys.every((key) => one[key] === other?.[key]);
}
