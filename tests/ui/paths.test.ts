import { expect, test } from 'vitest';
import { isProjection, meetingsPath, projectorPath, sessionPath } from '../../src/ui/paths';

test('only the address of the projected window is a projection', () => {
  expect(isProjection(projectorPath('k3f9', 'mtg:a1'))).toBe(true);
  const others = ['', '#/', sessionPath('k3f9', 'mtg:a1'), meetingsPath('k3f9'), '#/proyectar'];
  expect(others.filter(isProjection)).toEqual([]);
});
