import process from 'node:process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsIn } from '../../src/log/chains';
import { conflictsIn } from '../../src/log/conflicts';
import { deletionOf } from '../../src/log/deletes';
import { foldAll } from '../../src/log/fold';
import { entitiesOf } from '../../src/log/state';
import { classOf, histories, PATIENCE_MS, SAMPLED } from '../support/histories';
import { mergeAll } from '../support/oracle';

test('the random histories hold what the properties are about', { timeout: PATIENCE_MS }, () => {
  const worlds = fc.sample(histories, { numRuns: 200, seed: SAMPLED.seed });
  const states = worlds.map((world) => foldAll(world.written));
  const fates = states.flatMap((state) => Array.from(entitiesOf(state), ([, entity]) => deletionOf(entity)));
  const share = (found: boolean[]) => found.filter(Boolean).length / found.length;
  const gapped = worlds.map(({ tablets }) => tablets.some(({ log }) => gapsIn(log.commits).length > 0));
  const stepped = worlds.map(({ written }) => written.some(({ at }) => at.includes('+')));
  const shares = {
    conflict: share(states.map((state) => conflictsIn(state, classOf).length > 0)),
    copied: share(worlds.map(({ copied }) => copied.size > 0)),
    quarantine: share(worlds.map((world) => mergeAll(world).quarantine.length > 0)),
    newer: share(worlds.map(({ written }) => written.some(({ sv }) => sv === 2))),
    gaps: share(gapped),
    counters: share(stepped),
    deleted: share(fates.map((fate) => fate === 'deleted')),
    contested: share(fates.map((fate) => fate === 'contested')),
  };
  if (process.env['SOAK_RUNS']) console.log(JSON.stringify({ ...SAMPLED, ...shares }));
  const rare = Object.entries(shares).filter(([, part]) => part < 0.03);
  expect(rare).toEqual([]);
});
