/**
 * Random lives of one plan on several tablets: wrong clocks, whole and partial exchanges, forms that were open for
 * long, deletes, settled conflicts, copied tablets, newer versions of the app, forged and broken commits. What each
 * person had in sight when writing is recorded beside the log, so that tests can say what must come out without
 * asking the log.
 *
 * Where each invariant of the log's contract is held; the names of the tests carry its number:
 *
 *   1, 2, 3, 10, 13, 14, 15   tests/log/union.property.test.ts
 *   4, 5, 6, 7, 8, 9, 11      tests/log/causality.property.test.ts
 *   2, 12, 19                 tests/formats/snapshot.test.ts, on files in memory
 *   13, 14                    tests/storage/exchange.property.test.ts, through files and databases
 *   15                        tests/storage/materialised.property.test.ts, on the stored rows
 *   17                        tests/storage/killedWrites.test.ts; tests/browser/crash.spec.ts in Chromium
 *   18                        tests/storage/twoTabs.property.test.ts; tests/browser/versions.spec.ts in Chromium
 *   19                        tests/storage/alteredFiles.property.test.ts, on the stored rows
 *   1 to 4, 6, 7, 13 together tests/fleet/fleet.test.ts
 *
 * The sixteenth is about compaction, which there is not.
 */
import process from 'node:process';
import fc from 'fast-check';
import { composeCommit } from '../../src/log/commit';
import type { Commit, CommitId, DraftOperation, SeenHead } from '../../src/log/commit';
import { conflictsIn, resolve } from '../../src/log/conflicts';
import type { FieldClass } from '../../src/log/conflicts';
import { deleteOperation, restoreOperation } from '../../src/log/deletes';
import { fold } from '../../src/log/fold';
import type { Json } from '../../src/log/json';
import { EMPTY_STATE, entityOf } from '../../src/log/state';
import type { LogState } from '../../src/log/state';
import { EMPTY_LOG, mergeCommits } from '../../src/log/union';
import type { Log } from '../../src/log/union';
import { forged, FORGERIES, idOf, JUNK } from './forgeries';
import type { Forgery } from './forgeries';

/** How often each property is tried, and from which seed: the same on every machine unless told otherwise. */
export const SAMPLED = {
  numRuns: Number(process.env['SOAK_RUNS'] ?? 200),
  seed: Number(process.env['FC_SEED'] ?? 20_260_101),
};
/** A property may take as long as its runs ask for. */
export const PATIENCE_MS = 20_000 + SAMPLED.numRuns * 200;

export const PLAN = 'pl_9f3kq2';
const DEVICES = 4;
const ENTITIES = ['act:1', 'act:2', 'act:3'] as const;
/** Also names that plain objects already have. */
const FIELDS = ['status', 'toString', 'resp/pty:ana', 'pos'] as const;
const START_MS = Date.UTC(2026, 3, 1);

export function classOf(_entity: string, field: string): FieldClass {
  if (field === 'pos') return 'auto';
  return field.startsWith('resp/') ? 'set' : 'human';
}

type Entity = (typeof ENTITIES)[number];
type Field = (typeof FIELDS)[number];

/** What a person does on one tablet. */
type Edit =
  | { kind: 'open'; tablet: number; e: Entity; f: Field }
  | { kind: 'write'; tablet: number; e: Entity; f: Field; value: number; skew: number }
  | { kind: 'remove' | 'restore'; tablet: number; e: Entity; isInformed: boolean; skew: number }
  | { kind: 'settle'; tablet: number; skew: number };

/** What happens between tablets. */
type Event =
  | { kind: 'send'; tablet: number; to: number; mask: number }
  | { kind: 'copy'; tablet: number }
  | { kind: 'newer'; tablet: number; e: Entity; value: number }
  | { kind: 'forge'; tablet: number; to: number; pick: number; forgery: Forgery }
  | { kind: 'junk'; tablet: number; pick: number };

const tablet = fc.nat(DEVICES);
const e = fc.constantFrom(...ENTITIES, 'act:1' as const);
const f = fc.constantFrom(...FIELDS);
const skew = fc.oneof(fc.constant(0), fc.integer({ min: -9e9, max: 9e9 }));
const value = fc.nat(3);
const pick = fc.nat(1000);
const isInformed = fc.boolean();
const forgery = fc.constantFrom(...FORGERIES);
const WHOLE = 0xffff_ffff;
const mask = fc.oneof(fc.constant(WHOLE), fc.integer({ min: 0, max: WHOLE }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('write' as const), tablet, e, f, value, skew }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('open' as const), tablet, e, f }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('remove' as const, 'remove' as const, 'restore' as const),
      tablet,
      e,
      isInformed,
      skew,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle' as const), tablet, skew }) },
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('send' as const), tablet, to: tablet, mask }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('copy' as const), tablet }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('newer' as const), tablet, e, value }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('forge' as const), tablet, to: tablet, pick, forgery }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('junk' as const), tablet, pick }) },
);

const steps: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });

export type Step = Edit | Event;

export interface Tablet {
  readonly device: string;
  seq: number;
  after: string;
  log: Log;
  /** Folded bit by bit, as commits came. */
  state: LogState;
  /** Heads that an open form shows, and all that this tablet held when it was opened. */
  readonly forms: Map<string, { over: readonly SeenHead[]; past: ReadonlySet<CommitId> }>;
}

export interface World {
  readonly tablets: Tablet[];
  /** Every commit that somebody wrote, in the order of writing. */
  readonly written: Commit[];
  /** What whoever wrote a commit had had in sight: all on the tablet, or all when the form was opened. */
  readonly past: Map<CommitId, ReadonlySet<CommitId>>;
  /** Forged and broken things that were sent around. */
  readonly bad: unknown[];
  /** The wall clock of each commit's tablet. */
  readonly wall: Map<CommitId, number>;
  /** Device ids that two tablets write under. */
  readonly copied: Set<string>;
  now: number;
}

/** Lives through the steps. */
function play(all: readonly Step[]): World {
  const tablets = Array.from({ length: DEVICES }, (_, i) => emptyTablet(`tab${i}`));
  const world: World = {
    tablets,
    written: [],
    past: new Map(),
    bad: [],
    wall: new Map(),
    copied: new Set(),
    now: START_MS,
  };
  for (const one of all) {
    world.now += 1000;
    take(world, one);
  }
  return world;
}

/** Random lives, already lived. */
export const histories: fc.Arbitrary<World> = steps
  .map(play)
  .map((world) => ({ ...world, [fc.toStringMethod]: () => tell(world) }));

/** What a failing example shows. */
function tell({ written }: World): string {
  return written.map((commit) => JSON.stringify(commit)).join('\n');
}

function emptyTablet(device: string): Tablet {
  return { device, seq: 0, after: PLAN, log: EMPTY_LOG, state: EMPTY_STATE, forms: new Map() };
}

function at(world: World, index: number): Tablet {
  const found = world.tablets[index % world.tablets.length];
  if (!found) throw new Error('No such tablet');
  return found;
}

function take(world: World, one: Step): void {
  const here = at(world, one.tablet);
  if (isEdit(one)) edit(world, here, one);
  else befall(world, here, one);
}

function isEdit(one: Step): one is Edit {
  return ['open', 'write', 'remove', 'restore', 'settle'].includes(one.kind);
}

function edit(world: World, here: Tablet, one: Edit): void {
  switch (one.kind) {
    case 'open':
      here.forms.set(key(one.e, one.f), { over: headsOf(here, one.e, one.f), past: held(here) });
      break;
    case 'write':
      write(world, here, one);
      break;
    case 'remove':
    case 'restore':
      mark(world, here, one);
      break;
    case 'settle':
      settle(world, here, one.skew);
      break;
  }
}

function befall(world: World, here: Tablet, one: Event): void {
  switch (one.kind) {
    case 'send':
      receive(at(world, one.to), some(allOf(here), one.mask));
      break;
    case 'copy':
      copy(world, here);
      break;
    case 'newer':
      saveNewer(world, here, one.e, one.value);
      break;
    case 'forge':
      forge(world, here, at(world, one.to), one);
      break;
    case 'junk':
      bring(world, here, JUNK[one.pick % JUNK.length]);
      break;
  }
}

/** Deletes or restores; the informed ask everybody else for their changes first. */
function mark(world: World, here: Tablet, one: Extract<Edit, { kind: 'remove' | 'restore' }>): void {
  if (one.isInformed) for (const other of world.tablets) receive(here, allOf(other));
  const seen = entityOf(here.state, one.e);
  const operation = one.kind === 'remove' ? deleteOperation : restoreOperation;
  if (seen) save(world, here, [operation(one.e, seen)], one.skew);
}

function allOf({ log }: Tablet): unknown[] {
  return [...log.commits.values(), ...log.quarantine.map(({ raw }) => raw)];
}

function key(entity: string, field: string): string {
  return `${entity}|${field}`;
}

function held(tab: Tablet): ReadonlySet<CommitId> {
  return new Set(tab.log.commits.keys());
}

function headsOf(tab: Tablet, entity: string, field: string): readonly SeenHead[] {
  return entityOf(tab.state, entity)?.get(field)?.heads ?? [];
}

/** A form keeps the heads that it showed; after a save it shows exactly what was saved (merge.md 1). */
function write(world: World, tab: Tablet, one: Extract<Step, { kind: 'write' }>): void {
  const form = tab.forms.get(key(one.e, one.f));
  const shown: Json = one.f.startsWith('resp/') ? one.value % 2 === 0 : one.value;
  const over = form?.over ?? headsOf(tab, one.e, one.f);
  const commit = save(
    world,
    tab,
    [{ e: one.e, fields: { [one.f]: { value: shown, over } } }],
    one.skew,
    form?.past,
  );
  if (form) tab.forms.set(key(one.e, one.f), { over: [commit], past: new Set([...form.past, commit.id]) });
}

export function save(
  world: World,
  tab: Tablet,
  ops: readonly DraftOperation[],
  skewMs = 0,
  formPast?: ReadonlySet<CommitId>,
): Commit {
  const wall = world.now + skewMs;
  const by = `p:${tab.device}`;
  const commit = composeCommit({ device: tab.device, seq: tab.seq + 1, after: tab.after, wall, by, ops });
  const past = formPast ?? held(tab);
  register(world, tab, commit, past);
  world.wall.set(commit.id, wall);
  return commit;
}

function register(world: World, tab: Tablet, commit: Commit, past: ReadonlySet<CommitId>): void {
  world.past.set(commit.id, past);
  world.written.push(commit);
  tab.seq += 1;
  tab.after = commit.id;
  receive(tab, [commit]);
}

function receive(tab: Tablet, incoming: readonly unknown[]): void {
  const { log, added } = mergeCommits(tab.log, incoming);
  tab.log = log;
  tab.state = fold(tab.state, added);
}

function some<T>(items: readonly T[], chosen: number): T[] {
  return items.filter((_, index) => chosen & (1 << (index % 32)));
}

/** Decides every conflict that this tablet shows, in one save. */
function settle(world: World, tab: Tablet, skewMs: number): void {
  const conflicts = conflictsIn(tab.state, classOf);
  if (conflicts.length > 0) save(world, tab, settling(conflicts), skewMs);
}

export function settling(conflicts: ReturnType<typeof conflictsIn>): DraftOperation[] {
  const byEntity = new Map<string, DraftOperation>();
  for (const conflict of conflicts) {
    const operation = resolve(conflict, conflict.field === '_deleted' ? false : 9);
    const fields = { ...byEntity.get(conflict.entityId)?.fields, ...operation.fields };
    byEntity.set(conflict.entityId, { e: conflict.entityId, fields });
  }
  return [...byEntity.values()];
}

/** A tablet whose storage was copied: both go on under one device id. */
function copy(world: World, tab: Tablet): void {
  const twin = { ...tab, forms: new Map(tab.forms) };
  world.tablets.push(twin);
  world.copied.add(tab.device);
  for (const [index, one] of [tab, twin].entries()) {
    const over = headsOf(one, 'act:1', 'status');
    save(world, one, [{ e: 'act:1', fields: { status: { value: 100 + index, over } } }]);
  }
}

/** A commit as a later version may write it: keys, fields and entities that this one does not know. */
function saveNewer(world: World, tab: Tablet, entity: Entity, worth: number): void {
  const seq = tab.seq + 1;
  const over = headsOf(tab, entity, 'mood').map(({ id }) => id);
  const was = over.length > 0 ? { was: { mood: over } } : {};
  const stamp = new Date(world.now + 20e9 + seq).toISOString();
  const ops = [
    { e: entity, set: { mood: worth }, ...was, weight: 0.5 },
    { e: `zzz:${tab.device}-${seq}`, set: { form: { a: [1, null] } } },
  ];
  const first = seq === 1 ? { device: tab.device } : {};
  const content = {
    after: tab.after,
    ...first,
    at: stamp,
    by: 'p:new',
    sv: 2,
    ops,
    place: { lat: 4.6, lon: -74.1 },
  };
  const commit: Commit = { id: idOf(tab.device, seq, content), ...content };
  const past = held(tab);
  register(world, tab, commit, past);
}

/** Alters a commit and leaves its id; the one who receives it may not have the true one yet. */
function forge(world: World, from: Tablet, to: Tablet, one: Extract<Step, { kind: 'forge' }>): void {
  const known = [...from.log.commits.values()];
  const original = known[one.pick % Math.max(1, known.length)];
  if (original) bring(world, to, forged(original, one.forgery));
}

function bring(world: World, to: Tablet, thing: unknown): void {
  world.bad.push(thing);
  receive(to, [thing]);
}
