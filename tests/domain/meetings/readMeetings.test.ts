import { expect, it } from 'vitest';
import { sessionOf } from '../../../src/domain/meetings/model';
import { readPlan } from '../../../src/domain/readPlan';

const fields = (given: Readonly<Record<string, unknown>>) => new Map(Object.entries(given));
const head = fields({ title: 'Plan' });
const meetings = [
  ['ser:1', fields({ name: 'Mesas' })],
  ['mtg:1', fields({ series: 'ser:1', day: '2023-02-10' })],
  ['per:a', fields({ name: 'Ana' })],
  ['att:1:a', fields({ role: 'attendee' })],
] as const;
const plan = (...more: readonly (readonly [string, ReadonlyMap<string, unknown>])[]) =>
  readPlan('pl:1', [['plan', head], ...meetings, ...more]);

it('meetings stay the same object until something of them changes', () => {
  const before = plan(['meas:1:20230101-20230331', fields({ remark: 'a' })]);
  expect(plan(['meas:1:20230101-20230331', fields({ remark: 'b' })]).meetings).toBe(before.meetings);
  const after = plan(['com:1', fields({ session: 'mtg:1', what: 'Publicar' })]);
  expect(after.meetings).not.toBe(before.meetings);
  expect(after.meetings.series[0]?.sessions[0]).toMatchObject({
    attendance: [{ person: { name: 'Ana' } }],
    commitments: [{ what: 'Publicar' }],
  });
});

it('a session whose series was removed is still among the sessions', () => {
  const { meetings } = plan(['mtg:2', fields({ series: 'ser:gone', day: '2023-03-01' })]);
  expect(meetings.strays.map(({ id }) => id)).toEqual(['mtg:2']);
  expect(sessionOf(meetings, 'mtg:2')).toMatchObject({ seriesId: 'ser:gone', day: '2023-03-01' });
  expect(meetings.series[0]?.sessions.map(({ id }) => id)).toEqual(['mtg:1']);
});

it('whatever another program wrote of a meeting is read as something, and nothing is invented', () => {
  const odd = readPlan('pl:1', [
    ['ser:1', fields({ kind: 7, start: 'mañana' })],
    ['mtg:1', fields({ series: 'ser:1', state: 'x', start: '25:00', period: 3 })],
    ['mtg:2', fields({ series: 'ser:gone' })],
    ['att:1:nobody', fields({ role: 'attendee' })],
    ['att:1:a', fields({ role: 'king' })],
    ['per:a', fields({ name: 'Ana' })],
    ['min:1:cero', fields({ frozen: { sha256: 'aa', facts: {} } })],
    ['min:1:1', fields({ frozen: { sha256: 'aa', facts: { points: 'none', people: [7] } } })],
    ['com:1', fields({ session: 'mtg:1', outcome: { k: 'justified' } })],
    ['pnt:1', fields({})],
  ]);
  const [session] = odd.meetings.series[0]?.sessions ?? [];
  expect(session).toMatchObject({ state: 'prepared', start: null, period: null, attendance: [] });
  expect(session?.minutes.map(({ version, facts }) => [version, facts.points, facts.people.length])).toEqual([
    [1, [], 1],
  ]);
  expect(session?.commitments).toMatchObject([{ outcome: null }]);
});
