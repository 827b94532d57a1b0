import type { Percent } from './percent';

export type ProgressClass = 'critical' | 'inProgress' | 'finished';

export interface Band {
  readonly progressClass: ProgressClass;
  /** First and last whole percent of the band, both included. */
  readonly from: number;
  readonly to: number;
}

/** Classes are data: bands over the percent, rounded half up to a whole number first (domain.md A6.3). */
export interface BandScheme {
  readonly id: string;
  readonly bands: readonly Band[];
}

/** The scheme of Cali's 2020 semester report, with its integer gaps closed by rounding. */
export const CALI_3: BandScheme = {
  id: 'cali-3',
  bands: [
    { progressClass: 'critical', from: 0, to: 40 },
    { progressClass: 'inProgress', from: 41, to: 80 },
    { progressClass: 'finished', from: 81, to: 100 },
  ],
};

/** The class of a percent: below 0 counts as 0 and beyond 100 as 100 (domain.md A6.2, A6.12). */
export function classify(percent: Percent, scheme: BandScheme): ProgressClass {
  const whole = Math.min(100, Math.max(0, Math.floor(percent + 0.5)));
  const band = scheme.bands.find(({ from, to }) => whole >= from && whole <= to);
  if (!band) throw new RangeError(`scheme ${scheme.id} has no band for ${whole}`);
  return band.progressClass;
}

/** True when every whole percent from 0 to 100 is in exactly one band. */
export function isWholeScheme(scheme: BandScheme): boolean {
  for (let whole = 0; whole <= 100; whole++) {
    if (scheme.bands.filter(({ from, to }) => whole >= from && whole <= to).length !== 1) return false;
  }
  return true;
}
