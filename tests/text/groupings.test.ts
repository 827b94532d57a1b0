import { expect, test } from 'vitest';
import type { Grouping } from '../../src/domain/model';
import { TAXONOMIES } from '../../src/domain/taxonomies';
import { elementName, groupingName, notTargeted, withoutElement } from '../../src/text/groupings';

test.each<[Grouping, string]>([
  ['item', 'Por ítem'],
  ['phva', 'Por ciclo PHVA'],
  ['responsible', 'Por responsable'],
  [{ taxonomy: 'decree-767' }, 'Por elemento (Decreto 767)'],
  [{ taxonomy: 'decree-767', under: 'action-lines' }, 'Por línea de acción (Decreto 767)'],
  [{ taxonomy: 'decree-767', under: 'architecture' }, 'Dentro de Arquitectura TI'],
  [{ taxonomy: 'decree-1008', under: 'enablers' }, 'Por habilitador (Decreto 1008)'],
  [{ taxonomy: 'mrae-domains' }, 'Por dominio (MRAE)'],
  [{ taxonomy: 'ejes-del-plan' }, 'Por ejes del plan'],
  [{ taxonomy: 'ejes', under: 'uno/dos-tres' }, 'Dentro de dos tres'],
])('%j is called "%s"', (by, name) => expect(groupingName(by)).toBe(name));

test('every known taxonomy has a name of its own', () => {
  const named = TAXONOMIES.filter(({ hasKinds, id }) => !hasKinds && id !== 'phva');
  for (const { id } of named)
    expect(groupingName({ taxonomy: id })).not.toBe(`Por ${id.replaceAll('-', ' ')}`);
});

test('an element that nobody knows goes by what its taxonomy calls it', () => {
  expect(elementName('decree-767', 'action-lines/open-state')).toBe('Estado abierto');
  expect(elementName('ejes', 'gente/mesa-de-ayuda')).toBe('mesa de ayuda');
});

test('what is not targeted is never a 0 %', () => {
  expect(notTargeted(['Gobernanza', 'Innovación pública digital'])).toBe(
    'No aplica: Gobernanza e Innovación pública digital.',
  );
  expect(withoutElement(1).replaceAll('\u00a0', ' ')).toBe('1 indicador no lleva ninguno de estos.');
});
