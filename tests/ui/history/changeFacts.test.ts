import { expect, test } from 'vitest';
import { ChangeTeller } from '../../../src/ui/history/changeFacts';
import { caliPlan } from '../../support/caliPlan';

test('a device without a name goes by the start of its id, as everywhere', () => {
  expect(new ChangeTeller(caliPlan()).deviceOf('k3f9a2mt')).toBe('El equipo k3f9');
});
