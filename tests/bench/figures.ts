/** What a roll-up comes to, whoever computes it. */
export interface Figures {
  /** Of each indicator, beyond 100 too. */
  readonly percents: ArrayLike<number>;
  readonly classes: ArrayLike<unknown>;
  readonly mean: number;
}

/** What the ninth decimal may differ by when one rounds to it and another does not. */
const TOLERANCE = 1e-9;

/** The first figure that a peer comes to and we do not; null when they are the same. */
export function differenceOf(ours: Figures, theirs: Figures): string | null {
  const sizes = [ours.percents.length, ours.classes.length, theirs.percents.length, theirs.classes.length];
  if (new Set(sizes).size > 1) return `not as many rows: ${sizes.join(', ')}`;
  for (let row = 0; row < ours.percents.length; row++) {
    const [one, other] = [ours.percents[row]!, theirs.percents[row]!];
    if (!isClose(one, other)) return `percent of row ${row}: ${one} and ${other}`;
    const [its, another] = [ours.classes[row], theirs.classes[row]];
    if (its !== another) return `class of row ${row}: ${String(its)} and ${String(another)}`;
  }
  return isClose(ours.mean, theirs.mean) ? null : `mean: ${ours.mean} and ${theirs.mean}`;
}

/** False for NaN, which is what an error comes in as. */
function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE;
}
