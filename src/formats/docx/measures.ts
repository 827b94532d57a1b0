import type { Paper } from '../../domain/document';

// Lengths in twentieths of a point, as Word counts them.
const SHEETS: Readonly<Record<Paper['size'], { readonly short: number; readonly long: number }>> = {
  letter: { short: 12_240, long: 15_840 },
  oficio: { short: 12_246, long: 18_709 },
};
export const MARGIN = 1_134;
export const CELL_MARGIN = 100;
export const LINE = { style: 'single', size: 4, color: '7A8697' } as const;
export const NO_LINE = { style: 'none', size: 0, color: 'auto' } as const;
export const SOFT = 'EEF1F5';
export const MUTED = '4B5563';

export function sheetOf({ size }: Paper): { readonly short: number; readonly long: number } {
  return SHEETS[size];
}

/** What is left between the margins. */
export function textWidth(paper: Paper): number {
  const { short, long } = sheetOf(paper);
  return (paper.isLandscape ? long : short) - 2 * MARGIN;
}

/** Whole widths by shares; what rounding leaves over goes to the last. */
export function sharedOut(width: number, shares: readonly number[]): readonly number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((width * share) / whole));
  const given = widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one, at) => (at === widths.length - 1 ? one + width - given : one));
}
