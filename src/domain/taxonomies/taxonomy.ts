/**
 * A versioned tree of elements that activities are tagged with. An element is known by its path of slugs,
 * `architecture/enterprise-architecture`, and never by an ordinal: sources number them differently.
 */
export interface Taxonomy {
  readonly id: string;
  /** True where the top elements are kinds of elements: one activity may carry one of each (domain.md A1). */
  readonly hasKinds?: boolean;
  readonly elements: readonly TaxonomyElement[];
}

export interface TaxonomyElement {
  readonly slug: string;
  /** As the source names it. */
  readonly name: string;
  /** What the policy asks for as proof of the element (domain.md A4). */
  readonly products?: readonly string[];
  readonly parts?: readonly TaxonomyElement[];
}
