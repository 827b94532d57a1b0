import { expect, test } from 'vitest';
import { NOTHING_DECIDED } from '../../../src/commands/updatePlan';
import {
  likenessSaid,
  returnSaid,
  saidOfAll,
  withLikeness,
  withReturn,
} from '../../../src/ui/matrix/updateAnswers';
import type { LikenessAnswer } from '../../../src/ui/matrix/updateAnswers';

const nothing = { ...NOTHING_DECIDED, cut: '2024-06-30' } as const;
const like = { sourceRow: 5, indicatorId: 'in_5' };
const other = { sourceRow: 6, indicatorId: 'in_6' };
const unlike = { sourceRow: 7, indicatorId: null };
const all = [like, other, unlike];

test('each row is the one that it looks like, a new one, or left for later, alone or with others', () => {
  const one = withLikeness(nothing, [like], 'new');
  expect(one.matches).toEqual({ 5: 'new' });
  const many = withLikeness(one, all, 'same');
  expect(many.matches).toEqual({ 5: 'in_5', 6: 'in_6' });
  expect(withLikeness(many, [other], 'new').matches).toEqual({ 5: 'in_5', 6: 'new' });
  expect(withLikeness(many, all, 'later').matches).toEqual({});
  expect(nothing.matches).toEqual({});
});

test('what was said is read back, row by row and of all', () => {
  const said = (answer: LikenessAnswer, rows = [like, other]) => {
    const choices = withLikeness(nothing, rows, answer);
    return saidOfAll([like, other].map((row) => likenessSaid(choices, row)));
  };
  expect((['same', 'new', 'later'] as const).map((answer) => said(answer))).toEqual(['same', 'new', 'later']);
  expect(said('same', [like])).toBeNull();
});

test('rows that were removed come back, or stay out, each once', () => {
  const one = withReturn(nothing, [other], 'back');
  const every = withReturn(one, all, 'back');
  expect([...every.restore].sort()).toEqual([5, 6, 7]);
  expect(all.map((row) => returnSaid(every, row))).toEqual(['back', 'back', 'back']);
  expect(withReturn(every, [like, unlike], 'out').restore).toEqual([6]);
  expect(returnSaid(nothing, like)).toBe('out');
});
