import { wordIn } from './fields';
import type { GroupBy, Grouping } from './model';

const GROUPINGS: readonly GroupBy[] = ['item', 'phva', 'responsible'];
const TAXONOMY = 'taxonomy/';

/** A grouping as the plan keeps it: `item`, `taxonomy/mrae-domains`, `taxonomy/decree-1008/enablers`. */
export function groupingText(by: Grouping): string {
  if (typeof by === 'string') return by;
  return TAXONOMY + [by.taxonomy, by.under ?? ''].filter(Boolean).join('/');
}

/** The grouping that a text says; null when it says none. */
export function groupingFrom(text: unknown): Grouping | null {
  if (typeof text !== 'string' || !text.startsWith(TAXONOMY)) return wordIn(GROUPINGS, text);
  const [taxonomy = '', ...under] = text.slice(TAXONOMY.length).split('/');
  if (taxonomy === '') return null;
  return under.length === 0 ? { taxonomy } : { taxonomy, under: under.join('/') };
}
