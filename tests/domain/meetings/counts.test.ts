import { expect, it } from 'vitest';
import { countsToPropose } from '../../../src/domain/meetings/counts';
import { sessionOf } from '../../../src/domain/meetings/model';
import { ACTA_HASH, aPlanThatMeets } from '../../support/meetings';

const REOPENED = `reopened/${ACTA_HASH.slice(0, 12)}`;

it('an indicator counts the closed sessions of its series in the period, or its actas, one being corrected too', () => {
  const counted = (what: 'minutes' | 'sessions') => {
    const plan = aPlanThatMeets([
      ['ind:2', { activity: 'act:1', counts: { what, series: 'ser:1' } }],
      ['ser:1', { kind: 'workshop' }],
      ['mtg:1', { series: 'ser:1', state: 'closed', day: '2023-03-31' }],
      ['mtg:2', { series: 'ser:1', state: 'closed', day: '2023-04-01', [REOPENED]: true }],
      ['mtg:3', { series: 'ser:1', state: 'closed', day: '2023-06-30' }],
      ['mtg:4', { series: 'ser:1', state: 'open', day: '2023-06-30' }],
    ]);
    return countsToPropose(plan, sessionOf(plan.meetings, 'mtg:4')!).map(
      ({ indicator, period, sessions }) => [indicator.id, period.id, sessions.map(({ id }) => id)],
    );
  };
  expect(counted('sessions')).toEqual([['ind:2', '20230401-20230630', ['mtg:3', 'mtg:4']]]);
  expect(counted('minutes')).toEqual([['ind:2', '20230401-20230630', ['mtg:2', 'mtg:3', 'mtg:4']]]);
});
