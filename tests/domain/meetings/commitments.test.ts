import { describe, expect, it } from 'vitest';
import {
  allCommitments,
  commitmentsToReview,
  commitmentState,
  madeIn,
} from '../../../src/domain/meetings/commitments';
import { sessionOf } from '../../../src/domain/meetings/model';
import type { Commitment } from '../../../src/domain/meetings/model';
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
