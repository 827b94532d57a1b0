import { expect, it } from 'vitest';
import { rowsOwnedBy } from '../../src/domain/ownership';
import { aPlanThatMeets } from '../support/meetings';

it.each([
  ['Gobierno Digital', 'Equipo Gobierno Digital y áreas de gestión OAI', true],
  ['Equipo Gobierno Digital y áreas de gestión OAI', 'Gobierno digital', true],
  ['oai', 'Equipo Gobierno Digital (OAI)', true],
  ['SECRETARIA DE HACIENDA', 'Secretaría  de Hacienda', true],
  ['Secretaría de Hacienda.', 'Hacienda', true],
  ['IDER', 'Líderes de cada política', false],
  ['DATT', 'Datos abiertos', false],
  ['Digital', 'Digitalización', false],
  ['Gobierno abierto', 'Gobierno Digital y dato abierto', false],
  [' - ', 'Secretaría de Hacienda', false],
  ['Hacienda', '', false],
])('%s answers for what %s answers for: %s', (department, party, isOwned) => {
  const plan = aPlanThatMeets([['pty:gd', { name: party }]]);
  expect(rowsOwnedBy(plan, department)).toEqual(isOwned ? [0] : []);
});
