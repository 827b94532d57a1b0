import { sumExact } from '../decimal';
import type { Plan } from '../model';
import type { Finding } from './finding';

/**
 * The weights of a plan that has some, or that asks for a weighted mean, when they do not add up to 100 or
 * are not of all its indicators (domain.md A6.5).
 */
export function weightsThatDoNotAddUp({ id, indicators, rollupMethod }: Plan): readonly Finding[] {
  const weights = indicators.flatMap(({ weight }) => (weight === null ? [] : [weight]));
  if (indicators.length === 0 || (weights.length === 0 && rollupMethod !== 'weighted')) return [];
  const sum = sumExact(weights);
  const unweighted = indicators.filter(({ weight }) => weight === null).map((one) => one.id);
  if (sum === 100 && unweighted.length === 0) return [];
  return [{ code: 'weightsDoNotAddUp', entity: id, sum, unweighted }];
}
