import { expect, test } from 'vitest';
import { linkedFilters } from '../../../src/ui/activities/linkedFilters';
import type { Chosen } from '../../../src/ui/activities/listFilter';
import { T1 } from '../../support/builders';
import { cartagena } from '../../support/cartagena';

const named = (chosen: Chosen) =>
  linkedFilters(cartagena(), chosen).map(({ label }) => label.replaceAll('\u00a0', ' '));

test('says by name what a mark of the board asked for', () => {
  expect(named({ management: 'finished', by: 'responsible', group: 'pty:2', period: T1 })).toEqual([
    'Finalizadas o cercanas',
    'Equipo de Uso y Apropiación',
    'Período: 1.er trimestre de 2023',
  ]);
  expect(named({ class: 'critical', missing: '1' })).toEqual([]);
});

test('tells what the plan does not know as it came, so that it can be let go', () => {
  expect(named({ management: 'otra', by: 'phva', group: 'x', period: 'ayer' })).toEqual([
    'otra',
    'x',
    'Período: ayer',
  ]);
  expect(named({ by: 'color', group: 'rojo' })).toEqual([]);
});

test('each is let go by itself, and the rest stays', () => {
  const chosen = { class: 'critical', by: 'phva', group: 'do', period: T1 };
  const [group, period] = linkedFilters(cartagena(), chosen);
  expect(group?.without).toEqual({ ...chosen, by: '', group: '' });
  expect(period?.without).toEqual({ ...chosen, period: '' });
});
