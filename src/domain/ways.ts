/**
 * How period values come to what has been achieved (domain.md A6.11, B, X-46): their sum, the last of them,
 * their mean, or how far the last has gone from the baseline up (`capacity`) or down (`reduction`).
 */
export type Accumulation = 'sum' | 'latest' | 'average' | 'capacity' | 'reduction';
export type RollupMethod = 'flatMean' | 'groupMean' | 'weighted';
export type GroupBy = 'item' | 'phva' | 'responsible';
/** By the elements of a taxonomy at its top, or right under one of its paths. */
export interface TaxonomyGrouping {
  readonly taxonomy: string;
  readonly under?: string;
}
export type Grouping = GroupBy | TaxonomyGrouping;
