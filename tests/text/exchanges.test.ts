import { expect, test } from 'vitest';
import { exchanges } from '../../src/text/exchanges';

test('all of this device is said only where nothing of an earlier identity is only here', () => {
  expect(exchanges.confirmed(1, 1, 0)).toBe('Tiene todos los cambios de este equipo (1).');
  expect(exchanges.confirmed(1, 1, 3)).toBe(
    'Tiene todos los cambios de este equipo (1), de los escritos con la identidad de ahora.',
  );
  expect(exchanges.confirmed(1, 2, 3)).toBe(
    'Tiene 1 de 2\u00a0cambios de este equipo, de los escritos con la identidad de ahora.',
  );
  expect(exchanges.nothingOwn(0)).toBe('Este equipo no ha escrito nada en este plan.');
  expect(exchanges.nothingOwn(3)).toBe('Este equipo no ha escrito nada con la identidad de ahora.');
});
