import type { Activity } from './model';
import { DECREE_1008 } from './taxonomies/decree1008';
import { DECREE_767 } from './taxonomies/decree767';
import { DEPARTMENTS, MRAE_DOMAINS, PHVA } from './taxonomies/others';
import type { Taxonomy, TaxonomyElement } from './taxonomies/taxonomy';

/** The taxonomies that come with the product. A plan's tags may use others: their elements go by their path. */
export const TAXONOMIES: readonly Taxonomy[] = [DECREE_767, DECREE_1008, MRAE_DOMAINS, PHVA, DEPARTMENTS];

/** The known elements right under a path of a taxonomy, or at its top; none for a taxonomy of the plan's own. */
export function elementsUnder(
  taxonomyId: string,
  under = '',
): readonly { readonly path: string; readonly name: string }[] {
  const parts = under === '' ? taxonomyOf(taxonomyId) : elementAt(taxonomyId, under)?.parts;
  return (parts ?? []).map(({ slug, name }) => ({ path: under === '' ? slug : `${under}/${slug}`, name }));
}

/** The known element at a path; null for any other. */
export function elementAt(taxonomyId: string, path: string): TaxonomyElement | null {
  let parts = taxonomyOf(taxonomyId);
  let found: TaxonomyElement | undefined;
  for (const slug of path.split('/')) {
    found = parts.find((one) => one.slug === slug);
    parts = found?.parts ?? [];
  }
  return found ?? null;
}

/** The elements of a taxonomy that an activity carries; the stage of its cycle is the one of PHVA. */
export function elementsOf(activity: Activity, taxonomyId: string): readonly string[] {
  if (taxonomyId === PHVA.id) return activity.phvaStage ? [activity.phvaStage] : [];
  return activity.tags.get(taxonomyId) ?? [];
}

function taxonomyOf(id: string): readonly TaxonomyElement[] {
  return TAXONOMIES.find((one) => one.id === id)?.elements ?? [];
}
