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
type Entities = readonly (readonly [string, ReadonlyMap<string, unknown>])[];
const plan = (...more: Entities) => readPlan('pl:1', [['plan', head], ...meetings, ...more]);

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

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

it('a session stays the same object until something of it changes', () => {
  const base = [
    ['mtg:2', fields({ series: 'ser:1', department: 'pty:1', day: '2023-03-01' })],
    ['pty:1', fields({ name: 'Hacienda' })],
    ['att:2:a', fields({ role: 'guest' })],
    ['com:2', fields({ session: 'mtg:2', what: 'Publicar' })],
    ['pnt:2:other', fields({ discussion: 'a' })],
    ['evi:1', fields({ name: 'Foto', 'serves/mtg:2': true, 'serves/com:2': true })],
    ['min:2:1:aaaaaaaaaaaa', fields({ frozen: { sha256: A, facts: {} } })],
    ['sig:2:1:aaaaaaaaaaaa:a', fields({ signature: { k: 'paper', signed: A } })],
  ] as const;
  const sessionsIn = (...more: Entities) => plan(...base, ...more).meetings.series[0]!.sessions;
  const [first, second] = sessionsIn();
  expect(second).toMatchObject({
    attendance: [{ role: 'guest' }],
    commitments: [{ evidence: [{ name: 'Foto' }] }],
    evidence: [{ name: 'Foto' }],
    minutes: [{ signatures: [{ signature: { k: 'paper' } }] }],
  });
  const changed = sessionsIn(['com:1', fields({ session: 'mtg:1', what: 'Enviar' })]);
  expect(changed[0]).not.toBe(first);
  expect(changed[1]).toBe(second);
  const isAnother: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['pty:1', { name: 'Secretaría de Hacienda' }],
    ['per:a', { name: 'Ana Pérez' }],
    ['att:2:a', { role: 'attendee' }],
    ['com:2', { session: 'mtg:2', what: 'Otra cosa' }],
    ['pnt:2:tpc:1', { discussion: 'b' }],
    ['evi:1', { name: 'Otra', 'serves/mtg:2': true }],
    ['evi:2', { name: 'Otra', 'serves/com:2': true }],
    ['min:2:1:aaaaaaaaaaaa', { frozen: { sha256: A, facts: {}, reason: 'x' } }],
    ['min:2:2:bbbbbbbbbbbb', { frozen: { sha256: B, facts: {} } }],
    ['sig:2:1:aaaaaaaaaaaa:a', { signature: { k: 'paper', signed: B } }],
    ['mtg:2', { series: 'ser:1', department: 'pty:1', day: '2023-03-01', 'reopened/aaaaaaaaaaaa': true }],
    ['ser:1', { name: 'Mesas', kind: 'awareness' }],
  ];
  for (const [id, given] of isAnother) {
    const entities = new Map<string, ReadonlyMap<string, unknown>>([
      ['plan', head],
      ...meetings,
      ...base,
      [id, fields(given)],
    ]);
    const [before, after] = [sessionsIn()[1], readPlan('pl:1', entities).meetings.series[0]!.sessions[1]];
    expect(before).toEqual(second);
    expect([id, after === before]).toEqual([id, false]);
  }
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
    [
      'min:1:1:aaaaaaaaaaaa',
      fields({ frozen: { sha256: 'a'.repeat(64), facts: { points: 'none', people: [7] } } }),
    ],
    ['min:1:2:bbbbbbbbbbbb', fields({ frozen: { sha256: 'c'.repeat(64), facts: {} } })],
    ['com:1', fields({ session: 'mtg:1', outcome: { k: 'justified' } })],
    ['pnt:1', fields({})],
  ]);
  const [session] = odd.meetings.series[0]?.sessions ?? [];
  expect(session).toMatchObject({ state: 'closed', start: null, period: null, attendance: [] });
  expect(session?.minutes.map(({ version, facts }) => [version, facts.points, facts.people.length])).toEqual([
    [1, [], 1],
  ]);
  expect(session?.commitments).toMatchObject([{ outcome: null }]);
});
