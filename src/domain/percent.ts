/** 0 to 100 and beyond; a percent is rounded to 9 decimals before it is banded or printed (domain.md A6.12). */
export type Percent = number;
/** A difference between two percents. */
export type Points = number;
