import { describe, expect, it } from 'vitest';
import {
  allCommitments,
  commitmentsToReview,
  commitmentState,
  madeIn,
  outcomeOf,
  reviewedIn,
} from '../../../src/domain/meetings/commitments';
import { sessionOf } from '../../../src/domain/meetings/model';
import type { Commitment } from '../../../src/domain/meetings/model';
import type { IsoDay } from '../../../src/domain/isoDay';
import { aPlanThatMeets } from '../../support/meetings';

const promise: Commitment = {
  id: 'com:1',
  sessionId: 'mtg:1',
  what: 'Publicar 20 conjuntos de datos',
  who: '',
  due: '2023-06-30',
  about: '',
  outcome: null,
  closedIn: '',
  closedOn: null,
  evidence: [],
};

describe('a commitment', () => {
  it('is overdue from the day after its own, until it is closed', () => {
    expect(commitmentState(promise, '2023-06-30')).toBe('open');
    expect(commitmentState(promise, '2023-07-01')).toBe('overdue');
    expect(commitmentState({ ...promise, due: null }, '2030-01-01')).toBe('open');
    expect(commitmentState({ ...promise, outcome: { k: 'fulfilled' } }, '2023-07-01')).toBe('fulfilled');
  });

  it('returns in the next sessions of its series: the own ones first, overdue before the rest', () => {
    const plan = aPlanThatMeets([
      ['ser:1', { kind: 'workshop' }],
      ['mtg:1', { series: 'ser:1', department: 'pty:hac', state: 'closed', day: '2023-02-01' }],
      ['mtg:2', { series: 'ser:1', department: 'pty:gd', state: 'closed', day: '2023-03-01' }],
      ['mtg:3', { series: 'ser:1', department: 'pty:hac', day: '2023-07-01' }],
      ['com:a', { session: 'mtg:2', what: 'a', due: '2023-06-01' }],
      ['com:b', { session: 'mtg:1', what: 'b', due: '2023-12-01' }],
      ['com:c', { session: 'mtg:1', what: 'c', due: '2023-06-30' }],
      ['com:d', { session: 'mtg:1', what: 'd', outcome: { k: 'fulfilled' } }],
      ['com:e', { session: 'mtg:3', what: 'e' }],
    ]);
    const ids = commitmentsToReview(plan.meetings, sessionOf(plan.meetings, 'mtg:3')!, '2023-07-01');
    expect(ids.map(({ what }) => what)).toEqual(['c', 'b', 'a']);
  });

  it('comes from what met before, by day and hour', () => {
    const closed = (id: string, day: string, start?: string) =>
      [id, { series: 'ser:1', state: 'closed', day, ...(start && { start }) }] as const;
    const { meetings } = aPlanThatMeets([
      ['ser:1', { kind: 'workshop' }],
      closed('mtg:1', '2023-02-01', '09:00'),
      closed('mtg:2', '2023-02-01', '10:30'),
      closed('mtg:3', '2023-02-01', '10:30'),
      closed('mtg:4', '2023-03-01', '08:00'),
      ...[1, 2, 3, 4].map((n) => [`com:${n}`, { session: `mtg:${n}`, what: `${n}` }] as const),
    ]);
    const before = (id: string) =>
      commitmentsToReview(meetings, sessionOf(meetings, id)!, '2023-03-01').map(({ what }) => what);
    expect(['mtg:1', 'mtg:2', 'mtg:3', 'mtg:4'].map(before)).toEqual([[], ['1'], ['1'], ['1', '2', '3']]);
  });

  it('is reviewed by the next session when it was closed between the two, outside of any', () => {
    const outcome = (closing: string, on: IsoDay) => outcomeOf({ k: 'fulfilled' }, closing, on);
    const { meetings } = aPlanThatMeets([
      ['ser:1', { kind: 'workshop' }],
      ['mtg:1', { series: 'ser:1', state: 'closed', day: '2023-02-01', start: '09:00' }],
      ['mtg:2', { series: 'ser:1', state: 'closed', day: '2023-03-01', start: '09:00' }],
      ['mtg:3', { series: 'ser:1', state: 'open', day: '2023-04-01', start: '09:00' }],
      ['mtg:4', { series: 'ser:1', day: '2023-05-01' }],
      ['com:a', { session: 'mtg:1', what: 'antes', outcome: outcome('', '2023-02-20') }],
      ['com:b', { session: 'mtg:1', what: 'entre', outcome: outcome('', '2023-03-20') }],
      ['com:c', { session: 'mtg:1', what: 'en la mesa', outcome: outcome('mtg:3', '2023-04-01') }],
      ['com:d', { session: 'mtg:1', what: 'después', outcome: outcome('', '2023-04-02') }],
      ['com:e', { session: 'mtg:1', what: 'sin día', outcome: { k: 'fulfilled' } }],
    ]);
    const reviewed = (id: string) =>
      reviewedIn(meetings, sessionOf(meetings, id)!, '2023-04-10').map(({ what }) => what);
    expect(reviewed('mtg:2')).toEqual(['antes']);
    expect(reviewed('mtg:3')).toEqual(['en la mesa', 'entre']);
    expect(reviewed('mtg:4')).toEqual(['después']);
  });

  it('says of its closing the day, and the session only where there was one', () => {
    expect(outcomeOf({ k: 'justified', reason: 'x' }, '', '2023-03-20')).toEqual({
      k: 'justified',
      reason: 'x',
      on: '2023-03-20',
    });
    expect(outcomeOf({ k: 'fulfilled' }, 'mtg:1', '2023-03-20')).toEqual({
      k: 'fulfilled',
      in: 'mtg:1',
      on: '2023-03-20',
    });
  });

  it('is one only once it says what', () => {
    const { meetings } = aPlanThatMeets([
      ['ser:1', { kind: 'workshop' }],
      ['mtg:1', { series: 'ser:1', state: 'closed', day: '2023-02-01' }],
      ['mtg:2', { series: 'ser:1', day: '2023-03-01' }],
      ['com:a', { session: 'mtg:1', what: ' ', who: 'Hacienda' }],
      ['com:b', { session: 'mtg:1', what: 'Publicar' }],
    ]);
    const said = (commitments: readonly Commitment[]) => commitments.map(({ what }) => what);
    expect(said(madeIn(sessionOf(meetings, 'mtg:1')!))).toEqual(['Publicar']);
    expect(said(allCommitments(meetings, '2023-03-01'))).toEqual(['Publicar']);
    expect(said(commitmentsToReview(meetings, sessionOf(meetings, 'mtg:2')!, '2023-03-01'))).toEqual([
      'Publicar',
    ]);
  });
});
