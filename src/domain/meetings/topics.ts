import { DECREE_767 } from '../taxonomies/decree767';
import type { TaxonomyElement } from '../taxonomies/taxonomy';

/** What a session can talk about with any department: the elements of the policy, with the products it asks for (S3). */
export function policyTopics(): readonly { readonly name: string; readonly guide: string }[] {
  return DECREE_767.elements.map((element) => ({
    name: element.name,
    guide: productsOf(element).join('; '),
  }));
}

function productsOf({ products = [], parts = [] }: TaxonomyElement): readonly string[] {
  return [...products, ...parts.flatMap(productsOf)];
}
