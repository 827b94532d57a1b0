import { describe, expect, it } from 'vitest';
import { pointTitle } from '../../src/text/agenda';
import { aPlanThatMeets } from '../support/meetings';

describe('the title of a point', () => {
  const plan = aPlanThatMeets([
    ['ser:1', { name: 'Mesas' }],
    ['tpc:1', { series: 'ser:1', name: 'Gobernanza' }],
  ]);
  const titleOf = (key: string, title = '') => pointTitle({ key, title }, plan, plan.meetings.series[0]!);

  it('is that of what it is about, as that is called now', () => {
    expect(titleOf('tpc:1', 'Otro nombre')).toBe('Gobernanza');
    expect(titleOf('ind:1', 'Otro nombre')).toContain('Actas de reunión');
  });

  it('is the one it was opened with where that was removed since', () => {
    expect(titleOf('tpc:gone', 'Arquitectura')).toBe('Arquitectura');
    expect(titleOf('ind:gone', 'Actas de reunión')).toBe('Actas de reunión');
    expect(titleOf('ind:gone')).toBe('Punto sin título');
  });
});
