import { expect, it } from 'vitest';
import { findingsOf } from '../../../src/domain/findings';
import { aPlanThatMeets } from '../../support/meetings';

it('says where fewer actas than sessions were reported, once both are counted', () => {
  const value = (v: number) => ({ report: { k: 'value', v } });
  const given = (counts: boolean) =>
    aPlanThatMeets([
      [
        'ind:1',
        { activity: 'act:1', target: 21, ...(counts && { counts: { what: 'minutes', series: 'ser:1' } }) },
      ],
      [
        'ind:2',
        { activity: 'act:1', target: 21, ...(counts && { counts: { what: 'sessions', series: 'ser:2' } }) },
      ],
      ['meas:1:20230101-20230331', value(2)],
      ['meas:2:20230101-20230331', value(7)],
      ['meas:1:20230401-20230630', value(5)],
      ['meas:2:20230401-20230630', value(5)],
    ]);
  const found = (counts: boolean) =>
    findingsOf(given(counts)).filter(({ code }) => code === 'fewerMinutesThanSessions');
  expect(found(true)).toEqual([
    {
      code: 'fewerMinutesThanSessions',
      entity: 'ind:1',
      period: '20230101-20230331',
      sessions: 7,
      minutes: 2,
    },
  ]);
  expect(found(false)).toEqual([]);
});
