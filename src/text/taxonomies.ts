/** What the taxonomies that come with the product are called; a plan's own goes by its name in the plan. */
export const TAXONOMY_NAME: Readonly<Record<string, string>> = {
  'decree-767': 'Decreto 767 de 2022',
  'decree-1008': 'Decreto 1008 de 2018',
  'mrae-domains': 'Dominios del MRAE',
  departments: 'Dependencias',
};
