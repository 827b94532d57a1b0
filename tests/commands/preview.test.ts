import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { mergeSnapshotBytes, previewSnapshotBytes } from '../../src/commands/snapshotWork';
import { moveCut } from '../../src/commands/thisDevice';
import type { IsoDay } from '../../src/domain/isoDay';
import { readCopy } from '../../src/storage/copies';
import { desks, deviceOf, fileOf, merge, report } from '../support/desks';
import { aTablet, planOn, valueOf } from '../support/tablets';
import type { Tablet } from '../support/tablets';

describe('a preview', () => {
  test('says what changes by activity, and which devices were not known', async () => {
    const [ana, beto, caro] = await desks('Ana', 'Beto', 'Caro');
    await report(beto, 5, 3);
    await report(ana, 6, 3);
    await merge(caro, await fileOf(beto));
    await report(caro, 1, 6);
    const file = await fileOf(caro);
    const [deviceB, deviceC] = [await deviceOf(beto), await deviceOf(caro)];
    ana.tablet.use();
    const preview = valueOf(await previewSnapshotBytes(file, 'caro.json'));
    expect(new Set(preview.unknownDevices)).toEqual(new Set([deviceB, deviceC]));
    expect([deviceB, deviceC].map((id) => preview.devices.get(id)?.name)).toEqual(['Beto', 'Caro']);
    expect(preview.conflicts).toBe(1);
    const { indicators } = await planOn(ana.copy);
    expect(preview.touched.map(({ activity, conflicts }) => [activity, conflicts])).toEqual([
      [indicators[3]?.activity.id, 1],
      [indicators[6]?.activity.id, 0],
    ]);
    expect(preview.touched[0]?.fields).toMatchObject([{ field: 'report', changes: 1 }]);
  });

  test('of a file for a department says at whose rows it opens; its name says it too', async () => {
    const [ana] = await desks('Ana');
    const { activities } = await planOn(ana.copy);
    const party = activities[0]!.responsibleParties[0]!;
    const prepared = valueOf(await prepareSnapshot(ana.copy, { unseenBy: null, opensAt: party.id }));
    const letters = party.name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^a-z0-9]+/);
    expect(prepared.file.name).toContain(letters.filter(Boolean)[0]);
    const other = await aTablet();
    other.use();
    const preview = valueOf(await previewSnapshotBytes(prepared.file.bytes, prepared.file.name));
    expect(preview.opensAt).toEqual({ party: party.id, name: party.name });
  });

  test('of a file for a department brings the cut that it asks about, to a device that has chosen none', async () => {
    const [ana] = await desks('Ana');
    const party = (await planOn(ana.copy)).activities[0]!.responsibleParties[0]!;
    const asks = async (cut: IsoDay) => {
      ana.tablet.use();
      await moveCut(ana.copy, cut);
      return valueOf(await prepareSnapshot(ana.copy, { unseenBy: null, opensAt: party.id })).file;
    };
    const [june, outside] = [await asks('2023-06-30'), await asks('2019-06-30')];
    const comes = async (tablet: Tablet, file: Awaited<ReturnType<typeof asks>>) => {
      tablet.use();
      const { copy } = valueOf(await mergeSnapshotBytes(file.bytes, file.name));
      return (await readCopy(copy))?.cut;
    };
    const beto = await aTablet();
    expect(await comes(beto, june)).toBe('2023-06-30');
    expect(await comes(await aTablet(), outside)).toBe('2023-03-31');
    // What somebody looks at stays where they left it.
    expect(await comes(beto, await asks('2023-09-30'))).toBe('2023-06-30');
  });
});
