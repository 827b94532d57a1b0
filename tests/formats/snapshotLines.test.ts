import { expect, test } from 'vitest';
import { parseBounded } from '../../src/formats/boundedJson';
import { encodeSnapshot } from '../../src/formats/snapshot';
import { parseLines } from '../../src/formats/snapshotLines';
import { verifyCommit } from '../../src/log/commit';
import { commitLine } from '../../src/log/commitLine';
import { foldAll } from '../../src/log/fold';
import { aWriter } from '../support/commits';
import { PLAN } from '../support/histories';

const eva = aWriter('eva');
const WRITTEN = Array.from({ length: 400 }, (_, at) => eva.set(`act:${at}`, { name: `Mesa ${at}` }));
const FILE = encodeSnapshot({
  plan: PLAN,
  exportedAt: '2026-06-14T12:00:00.000Z',
  exportedBy: { device: 'eva', person: '' },
  commits: WRITTEN,
  quarantine: [],
  state: foldAll(WRITTEN),
});
/** In the middle of those that are read together. */
const LINE = commitLine(WRITTEN[250]!);
const EMOJI = commitLine(aWriter('eva').set('act:1', { name: '"Mesa" 🙂' }));

const READ = [
  { name: 'as it is', put: LINE, sound: 400 },
  // Sound as it is, it takes a closer look than bytes give.
  { name: 'one that takes another look', put: EMOJI, sound: 399 },
  { name: 'one that was altered', put: LINE.replace('Mesa', 'Misa'), sound: 399 },
  { name: 'a record that is no commit', put: '{"id":"eva.1.","x":[]}', sound: 399 },
  { name: 'no record', put: '[1, 2]', sound: 399 },
];
const NOT_READ = ['', '{', '1,2', '{"id":"eva.9.', LINE.slice(0, -1), `${LINE}}`, `${LINE},${LINE}`];

test.each(READ)('a line among many: $name', ({ put, sound }) => {
  const file = FILE.replace(LINE, () => put);
  const read = parseLines(new TextEncoder().encode(file), new Map());
  const whole = parseBounded(file) as { readonly log: readonly unknown[] };
  expect({ ...(read?.value as object), state: null }).toEqual({ ...whole, state: null });
  expect(read?.sound.size).toBe(sound);
  expect([...(read?.sound ?? [])].every((one) => verifyCommit(one).ok)).toBe(true);
});

test.each(NOT_READ)('where a line is no value by itself, the file is read as a whole: %s', (put) => {
  const file = FILE.replace(LINE, () => put);
  expect(parseLines(new TextEncoder().encode(file), new Map())).toBeUndefined();
});
