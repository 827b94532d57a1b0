import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/domain/findings';
import { aPlanThatMeets } from '../../support/meetings';

describe('fewer actas than sessions', () => {
  const row = (what: 'minutes' | 'sessions', series: string | null) => ({
    activity: 'act:1',
    target: 21,
    ...(series && { counts: { what, series } }),
  });
  const value = (v: number) => ({ report: { k: 'value', v } });
  const found = (...given: Parameters<typeof aPlanThatMeets>[0]) =>
    findingsOf(
      aPlanThatMeets([
        ...given,
        ['meas:1:20230101-20230331', value(2)],
        ['meas:2:20230101-20230331', value(7)],
        ['meas:1:20230401-20230630', value(5)],
        ['meas:2:20230401-20230630', value(5)],
      ]),
    ).filter(({ code }) => code === 'fewerMinutesThanSessions');
  const finding = {
    code: 'fewerMinutesThanSessions',
    entity: 'ind:1',
    period: '20230101-20230331',
    sessions: 7,
    minutes: 2,
  };

  it('are said of two indicators that count one series', () => {
    expect(found(['ind:1', row('minutes', 'ser:1')], ['ind:2', row('sessions', 'ser:1')])).toEqual([finding]);
  });

  it('are not said of what counts different series, or counts none', () => {
    expect(found(['ind:1', row('minutes', 'ser:1')], ['ind:2', row('sessions', 'ser:2')])).toEqual([]);
    expect(found(['ind:1', row('minutes', null)], ['ind:2', row('sessions', null)])).toEqual([]);
  });

  it('are said of each pair, whatever comes first in the plan', () => {
    const others = [
      ['ind:0', row('minutes', 'ser:2')],
      ['ind:3', row('sessions', 'ser:2')],
      ['meas:0:20230401-20230630', value(1)],
      ['meas:3:20230401-20230630', value(3)],
    ] as const;
    const all = found(...others, ['ind:1', row('minutes', 'ser:1')], ['ind:2', row('sessions', 'ser:1')]);
    expect(all).toHaveLength(2);
    expect(all).toContainEqual(finding);
    expect(all).toContainEqual({
      ...finding,
      entity: 'ind:0',
      period: '20230401-20230630',
      sessions: 3,
      minutes: 1,
    });
  });
});
