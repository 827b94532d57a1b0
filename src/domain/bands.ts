import { roundPercent } from './decimal';
import type { Percent } from './percent';

/** What a band means for the board, whatever its scheme calls it and however many it has. */
export type ProgressClass = 'critical' | 'inProgress' | 'finished';

/** `halfUp`: to a whole percent, half up, before it is banded; `exact`: as it is (domain.md A6.3). */
export type Rounding = 'halfUp' | 'exact';

export interface Band {
  /** Names the band within its scheme. */
  readonly id: string;
  /** In a person's own words; empty where the words go by the id. */
  readonly label: string;
  readonly progressClass: ProgressClass;
  /** Whole percents. With `halfUp` both are in the band; with `exact` one band ends where the next begins. */
  readonly from: number;
  readonly to: number;
}

/** Classes are data: bands over the percent, kept with the plan (domain.md A6.3, E1). */
export interface BandScheme {
  readonly id: string;
  readonly rounding: Rounding;
  /** With `exact`, which of two bands takes a percent where they meet. */
  readonly edge: 'below' | 'above';
  readonly bands: readonly Band[];
}

type Given = readonly [id: string, progressClass: ProgressClass, from: number, to: number];

/** A scheme from its bands in order. */
export function schemeOf(
  id: string,
  rounding: Rounding,
  edge: BandScheme['edge'],
  bands: readonly Given[],
): BandScheme {
  return {
    id,
    rounding,
    edge,
    bands: bands.map(([band, progressClass, from, to]) => ({ id: band, label: '', progressClass, from, to })),
  };
}

/** The scheme of Cali's 2020 semester report, with its integer gaps closed by rounding. */
export const CALI_3 = schemeOf('cali-3', 'halfUp', 'below', [
  ['critical', 'critical', 0, 40],
  ['inProgress', 'inProgress', 41, 80],
  ['finished', 'finished', 81, 100],
]);

/** The band of a percent: below 0 counts as 0 and beyond 100 as 100 (domain.md A6.2, A6.12). */
export function bandOf(percent: Percent, scheme: BandScheme): Band {
  const banded = bandedPercent(percent, scheme.rounding);
  const band = scheme.bands.find((one) => holds(one, banded, scheme));
  if (!band) throw new RangeError(`scheme ${scheme.id} has no band for ${banded}`);
  return band;
}

/** The class of a percent, which is that of its band. */
export function classify(percent: Percent, scheme: BandScheme): ProgressClass {
  return bandOf(percent, scheme).progressClass;
}

/** The percent that is looked for among the bands: from 0 to 100, and whole where the scheme rounds. */
export function bandedPercent(percent: Percent, rounding: Rounding): Percent {
  const exact = roundPercent(percent);
  return Math.min(100, Math.max(0, rounding === 'halfUp' ? Math.floor(exact + 0.5) : exact));
}

function holds({ from, to }: Band, percent: Percent, { rounding, edge }: BandScheme): boolean {
  if (rounding === 'halfUp') return percent >= from && percent <= to;
  if (edge === 'below') return (percent > from || from === 0) && percent <= to;
  return percent >= from && (percent < to || to === 100);
}

/** What keeps a scheme from giving each percent exactly one band; percents are those left out or taken twice. */
export type SchemeFlaw =
  | { readonly code: 'noBands' }
  | { readonly code: 'repeatedBand' | 'notWhole' | 'outside' | 'empty'; readonly band: string }
  | { readonly code: 'hole' | 'overlap'; readonly from: number; readonly to: number };

/** Everything that is wrong with a scheme; nothing when every percent from 0 to 100 is in one band. */
export function validateScheme(scheme: BandScheme): readonly SchemeFlaw[] {
  if (scheme.bands.length === 0) return [{ code: 'noBands' }];
  const flaws = scheme.bands.flatMap((band, place) => flawsOf(band, place, scheme));
  return flaws.length > 0 ? flaws : seamsOf(scheme);
}

/** True when every percent from 0 to 100 is in exactly one band. */
export function isWholeScheme(scheme: BandScheme): boolean {
  return validateScheme(scheme).length === 0;
}

function flawsOf({ id, from, to }: Band, place: number, { bands, rounding }: BandScheme): SchemeFlaw[] {
  const flaws: SchemeFlaw[] = [];
  if (bands.findIndex((other) => other.id === id) < place) flaws.push({ code: 'repeatedBand', band: id });
  if (!Number.isInteger(from) || !Number.isInteger(to)) flaws.push({ code: 'notWhole', band: id });
  if (from < 0 || to > 100) flaws.push({ code: 'outside', band: id });
  if (rounding === 'halfUp' ? from > to : from >= to) flaws.push({ code: 'empty', band: id });
  return flaws;
}

/** Where one band does not begin right after the one before. */
function seamsOf({ bands, rounding }: BandScheme): SchemeFlaw[] {
  const step = rounding === 'halfUp' ? 1 : 0;
  const flaws: SchemeFlaw[] = [];
  let next = 0;
  for (const { from, to } of [...bands].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from > next) flaws.push({ code: 'hole', from: next, to: from - step });
    if (from < next) flaws.push({ code: 'overlap', from, to: Math.min(to, next - step) });
    next = Math.max(next, to + step);
  }
  if (next < 100 + step) flaws.push({ code: 'hole', from: next, to: 100 });
  return flaws;
}
