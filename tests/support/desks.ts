import { keepGiven, prepareSnapshot } from '../../src/commands/exportSnapshot';
import { WHOLE } from '../../src/commands/handOver';
import type { HandOver } from '../../src/commands/handOver';
import { recordProgress } from '../../src/commands/recordProgress';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import type { MergedSnapshot } from '../../src/commands/snapshotWork';
import { setIdentity } from '../../src/commands/thisDevice';
import { measurementId } from '../../src/domain/entities';
import { canonicalState } from '../../src/log/bucketText';
import { readCommits } from '../../src/storage/commitStore';
import { db } from '../../src/storage/database';
import { readState } from '../../src/storage/stateStore';
import { aTablet, loadExample, planOn, seenIn, valueOf } from './tablets';
import type { Tablet } from './tablets';

const T2 = '20230401-20230630';

/** A tablet with its copy of the plan. */
export interface Desk {
  readonly tablet: Tablet;
  readonly copy: string;
}

export async function fileOf({ tablet, copy }: Desk, handOver: HandOver = WHOLE): Promise<Uint8Array> {
  tablet.use();
  const prepared = valueOf(await prepareSnapshot(copy, handOver));
  await keepGiven(copy, prepared, 'downloaded');
  return prepared.file.bytes;
}

export async function merge(
  { tablet }: { readonly tablet: Tablet },
  bytes: Uint8Array,
): Promise<MergedSnapshot> {
  tablet.use();
  return valueOf(await mergeSnapshotBytes(bytes, 'plan.json'));
}

export async function report({ tablet, copy }: Desk, value: number, row: number): Promise<void> {
  tablet.use();
  const indicatorId = (await planOn(copy)).indicators[row]?.id ?? '';
  const seen = await seenIn(copy, measurementId(indicatorId, T2), 'report');
  valueOf(await recordProgress({ copy, indicatorId, period: T2, seen }, { k: 'value', v: value }));
}

async function named(tablet: Tablet, name: string): Promise<void> {
  tablet.use();
  await setIdentity({ name, role: '', department: '' });
}

/** Tablets with the same plan: Ana's loaded the matrix, the others opened her whole copy. */
export async function desks<const Names extends readonly string[]>(
  ...names: Names
): Promise<{ [K in keyof Names]: Desk }> {
  const all: Desk[] = [];
  for (const name of names) {
    const tablet = await aTablet();
    await named(tablet, name);
    const [first] = all;
    if (first) all.push({ tablet, copy: (await merge({ tablet }, await fileOf(first))).copy });
    else all.push({ tablet, copy: await loadExample() });
  }
  return all as { [K in keyof Names]: Desk };
}

export async function deviceOf({ tablet }: Desk): Promise<string> {
  tablet.use();
  return (await db().device.get('id'))?.value as string;
}

export async function stateOf({ tablet, copy }: Desk): Promise<string> {
  tablet.use();
  return canonicalState(await readState(copy));
}

export async function idsIn({ tablet, copy }: Desk): Promise<readonly string[]> {
  tablet.use();
  return (await readCommits(copy)).map(({ id }) => id).sort();
}
