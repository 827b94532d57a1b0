import { DECREE_1008 } from './decree1008';
import { DECREE_767 } from './decree767';

/** What each element of Decreto 1008 became in Decreto 767; one that is not here has no counterpart (domain.md B). */
const FROM_1008_TO_767: readonly (readonly [string, readonly string[]])[] = [
  [
    'components/ict-for-state',
    [
      'action-lines/smart-services',
      'architecture',
      'security-privacy',
      'citizen-digital-services',
      'culture-adoption',
    ],
  ],
  ['enablers/architecture', ['architecture']],
  ['enablers/security-privacy', ['security-privacy']],
  ['enablers/citizen-digital-services', ['citizen-digital-services']],
  ['purposes/data-driven-decisions', ['action-lines/data-driven-decisions']],
  ['purposes/open-state', ['action-lines/open-state']],
  ['purposes/smart-territories', ['driving-initiatives/smart-territories']],
];

/** The elements of the other decree that one of the two trees' elements corresponds to, by their paths. */
export function counterpartsOf(taxonomyId: string, path: string): readonly string[] {
  if (taxonomyId === DECREE_1008.id) return FROM_1008_TO_767.find(([from]) => from === path)?.[1] ?? [];
  if (taxonomyId !== DECREE_767.id) return [];
  return FROM_1008_TO_767.flatMap(([from, to]) => (to.includes(path) ? [from] : []));
}
