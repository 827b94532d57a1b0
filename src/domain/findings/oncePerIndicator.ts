import type { Indicator } from '../model';

/** Looks at each indicator once: one that did not change is the same object, and shows the same. */
export function oncePerIndicator<T>(look: (indicator: Indicator) => T): (indicator: Indicator) => T {
  const known = new WeakMap<Indicator, { readonly seen: T }>();
  return (indicator) => {
    const before = known.get(indicator);
    if (before) return before.seen;
    const seen = look(indicator);
    known.set(indicator, { seen });
    return seen;
  };
}
