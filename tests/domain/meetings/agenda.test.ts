import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../../src/domain/meetings/agenda';
import { sessionOf } from '../../../src/domain/meetings/model';
import type { SessionKind } from '../../../src/domain/meetings/words';
import { aPlanThatMeets } from '../../support/meetings';

const TOPICS = [
  ['tpc:b', { series: 'ser:1', name: 'Arquitectura', pos: 'b' }],
  ['tpc:a', { series: 'ser:1', name: 'Gobernanza', pos: 'a' }],
] as const;
const session = (id: string, fields: Record<string, unknown> = {}) =>
  [id, { series: 'ser:1', department: 'pty:gd', day: '2023-04-10', ...fields }] as const;

function keysOf(given: Parameters<typeof aPlanThatMeets>[0], kind: SessionKind = 'workshop') {
  const series = ['ser:1', { kind, 'covers/pty:gd': true, 'covers/pty:hac': true }] as const;
  const plan = aPlanThatMeets([series, ...TOPICS, ...given]);
  return agendaOf(plan, sessionOf(plan.meetings, 'mtg:1')!, '2023-04-10', [0]).map(({ key }) => key);
}

describe('the agenda of a session', () => {
  it('has the rows its department answers for, then the topics of the series, then the rest', () => {
    expect(keysOf([session('mtg:1')])).toEqual(['ind:1', 'tpc:a', 'tpc:b', 'other']);
  });

  it('is not empty for a department that answers for no row', () => {
    expect(keysOf([session('mtg:1', { department: 'pty:hac' })])).toEqual(['tpc:a', 'tpc:b', 'other']);
  });

  it('begins with what earlier sessions of the series left open', () => {
    const before = [
      session('mtg:0', { state: 'closed', day: '2023-02-10' }),
      ['com:1', { session: 'mtg:0', what: 'Publicar', due: '2023-06-30' }],
    ] as const;
    expect(keysOf([...before, session('mtg:1')])).toEqual([
      'commitments',
      'ind:1',
      'tpc:a',
      'tpc:b',
      'other',
    ]);
    const closed = [
      'com:1',
      { session: 'mtg:0', what: 'Publicar', outcome: { k: 'justified', reason: 'x' } },
    ] as const;
    expect(keysOf([before[0], closed, session('mtg:1')])).not.toContain('commitments');
  });

  it('begins also with what was closed since the session before, outside of any', () => {
    const given = [
      session('mtg:0', { state: 'closed', day: '2023-02-10' }),
      ['com:1', { session: 'mtg:0', what: 'Publicar', outcome: { k: 'fulfilled', on: '2023-03-01' } }],
      session('mtg:1'),
    ] as const;
    expect(keysOf(given)[0]).toBe('commitments');
  });

  it('of an awareness session has its topics and what people add, but neither rows nor promises', () => {
    const given = [
      session('mtg:0', { state: 'closed', day: '2023-02-10' }),
      ['com:1', { session: 'mtg:0', what: 'Publicar' }],
      session('mtg:1'),
      ['pnt:1:free:x', { title: 'Seguridad en el correo' }],
    ] as const;
    expect(keysOf(given, 'awareness')).toEqual(['tpc:a', 'tpc:b', 'free:x', 'other']);
  });

  it('keeps the order and the points that people gave it', () => {
    const written = [
      ['pnt:1:tpc:b', { pos: 'a' }],
      ['pnt:1:free:x', { pos: 'b', title: 'Otra cosa' }],
      ['pnt:1:ind:1', { pos: 'c' }],
      ['pnt:1:tpc:a', { pos: 'd', isRemoved: true }],
      ['pnt:1:other', { pos: 'e' }],
    ] as const;
    expect(keysOf([session('mtg:1'), ...written])).toEqual(['tpc:b', 'free:x', 'ind:1', 'other']);
  });

  it('keeps a point that was taken out while somebody wrote of it', () => {
    const written = [
      ['pnt:1:tpc:a', { isRemoved: true, discussion: 'Se acordó publicar' }],
      ['pnt:1:tpc:b', { isRemoved: true, discussion: ' ' }],
    ] as const;
    expect(keysOf([session('mtg:1'), ...written])).toEqual(['ind:1', 'tpc:a', 'other']);
  });

  it('puts what was promised first in an order that was given before it was', () => {
    const given = [
      session('mtg:0', { state: 'closed', day: '2023-02-10' }),
      ['com:1', { session: 'mtg:0', what: 'Publicar' }],
      session('mtg:1'),
      ['pnt:1:ind:1', { pos: 'b' }],
    ] as const;
    expect(keysOf(given)).toEqual(['commitments', 'ind:1', 'tpc:a', 'tpc:b', 'other']);
  });
});
