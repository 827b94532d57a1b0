import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { exchangeFolder, NOTHING_EXCHANGED } from '../../src/commands/folder/exchangeFolder';
import type { Exchanged, FolderMemory } from '../../src/commands/folder/exchangeFolder';
import { ownFileName } from '../../src/commands/folder/sharedFolder';
import type { SharedFolder } from '../../src/commands/folder/sharedFolder';
import { mergeCopyFile, previewCopyFile } from '../../src/commands/packageWork';
import { recordProgress } from '../../src/commands/recordProgress';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { measurementId } from '../../src/domain/entities';
import { canonicalState } from '../../src/log/bucketText';
import { readCopy } from '../../src/storage/copies';
import type { CopyRow } from '../../src/storage/database';
import { db } from '../../src/storage/database';
import { readCopyState } from '../../src/storage/stateStore';
import { aTablet, loadExample, planOn, seenIn, valueOf } from './tablets';
import type { Tablet } from './tablets';

const T2 = '20230401-20230630';
/** What an exchange does in a worker each, done here. */
export const PORTS = { preview: previewCopyFile, merge: mergeCopyFile, snapshot: prepareSnapshot };

/** A device that exchanges one plan through a folder. */
export class Partner {
  memory: FolderMemory = NOTHING_EXCHANGED;
  constructor(
    readonly tablet: Tablet,
    readonly copy: string,
  ) {}

  async exchange(folder: SharedFolder): Promise<Exchanged> {
    this.tablet.use();
    const done = await exchangeFolder(this.copy, folder, this.memory, PORTS);
    this.memory = done.memory;
    return done;
  }

  async report(value: number, row = 3): Promise<void> {
    this.tablet.use();
    const indicatorId = (await planOn(this.copy)).indicators[row]?.id ?? '';
    const seen = await seenIn(this.copy, measurementId(indicatorId, T2), 'report');
    valueOf(
      await recordProgress({ copy: this.copy, indicatorId, period: T2, seen }, { k: 'value', v: value }),
    );
  }

  async file(): Promise<string> {
    this.tablet.use();
    return ownFileName((await readCopy(this.copy))!.plan, (await db().device.get('id'))!.value as string);
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    this.tablet.use();
    return valueOf(await prepareSnapshot(this.copy)).file.bytes;
  }

  async state(): Promise<string> {
    this.tablet.use();
    return canonicalState((await readCopyState(this.copy))!.log);
  }

  async row(): Promise<CopyRow> {
    this.tablet.use();
    return (await readCopy(this.copy))!;
  }
}

/** So many devices with one plan: the first loaded it, the others opened its copy. */
export async function partners(howMany: number): Promise<Partner[]> {
  const first = await aTablet();
  const made = [new Partner(first, await loadExample())];
  const bytes = await made[0]!.bytes();
  while (made.length < howMany) {
    const tablet = await aTablet();
    made.push(new Partner(tablet, valueOf(await mergeSnapshotBytes(bytes, 'plan.json')).copy));
  }
  return made;
}

export async function twoPartners(): Promise<[Partner, Partner]> {
  const [a, b] = await partners(2);
  return [a!, b!];
}
