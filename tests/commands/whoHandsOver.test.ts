import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { writeAuditFinding } from '../../src/commands/auditFinding';
import { openForAudit } from '../../src/commands/auditWork';
import { prepareFindings } from '../../src/commands/exportFindings';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { WHOLE } from '../../src/commands/handOver';
import { introduce } from '../../src/commands/introduce';
import { mergeSnapshotBytes, previewSnapshotBytes } from '../../src/commands/snapshotWork';
import { setIdentity } from '../../src/commands/thisDevice';
import { aTablet, loadExample, planOn, valueOf } from '../support/tablets';
import { deviceOf, fileOf, idsIn, merge, report } from '../support/desks';
import type { Desk } from '../support/desks';

const ANA = { name: 'Ana Díaz', role: '', department: '' };

/** A tablet on which the plan was loaded before anybody said a name. */
async function nameless(): Promise<Desk> {
  const tablet = await aTablet();
  tablet.use();
  return { tablet, copy: await loadExample() };
}

test('a name that is given after the plan was loaded is told to whoever gets a file', async () => {
  const ana = await nameless();
  await setIdentity(ANA);
  expect(valueOf(await introduce(ana.copy))).toHaveLength(1);
  expect(valueOf(await introduce(ana.copy))).toEqual([]);
  const file = await fileOf(ana);
  const merged = await merge({ tablet: await aTablet() }, file);
  expect(merged.exportedBy).toBe('Ana Díaz');
  expect(merged.devices.get(await deviceOf(ana))?.name).toBe('Ana Díaz');
});

test('where nothing was written yet the first change tells the name, and nothing is written for it', async () => {
  const ana = await nameless();
  const beto = { tablet: await aTablet(), copy: '' };
  const desk = { ...beto, copy: (await merge(beto, await fileOf(ana))).copy };
  const before = await idsIn(desk);
  await setIdentity(ANA);
  expect(valueOf(await introduce(desk.copy))).toEqual([]);
  expect(await idsIn(desk)).toEqual(before);
  await report(desk, 5, 3);
  const { devices } = await merge(ana, await fileOf(desk));
  expect(devices.get(await deviceOf(desk))?.name).toBe('Ana Díaz');
});

test('a file says in its name who made it, and that it holds only what is new', async () => {
  const ana = await nameless();
  const nameOf = async (desk: Desk, unseenBy: string | null = null) => {
    desk.tablet.use();
    return valueOf(await prepareSnapshot(desk.copy, { ...WHOLE, unseenBy })).file.name;
  };
  const device = await deviceOf(ana);
  expect(await nameOf(ana)).toMatch(new RegExp(`^plan-de-accion-2023-de-${device.slice(0, 4)}-\\d{4}-`));
  await setIdentity(ANA);
  valueOf(await introduce(ana.copy));
  expect(await nameOf(ana)).toMatch(/^plan-de-accion-2023-de-ana-diaz-\d{4}-\d\d-\d\d\.json$/);

  const beto = { tablet: await aTablet(), copy: '' };
  const desk = { ...beto, copy: (await merge(beto, await fileOf(ana))).copy };
  await setIdentity({ name: 'Beto', role: '', department: '' });
  await report(desk, 5, 3);
  expect(await nameOf(desk, device)).toMatch(/^plan-de-accion-2023-solo-lo-nuevo-de-beto-\d{4}-/);
});

test("an auditor's findings say how many they are and whose, before and after they are merged", async () => {
  const ana = await nameless();
  const whole = await fileOf(ana);
  (await aTablet()).use();
  await setIdentity({ name: 'Luz Gil', role: '', department: 'Control interno' });
  const { copy } = valueOf(await openForAudit(new File([new Uint8Array(whole)], 'plan.json')));
  for (const text of ['Sin acta', 'Sin firma'])
    valueOf(
      await writeAuditFinding(copy, { about: (await planOn(copy)).id, kind: 'finding', text, sample: null }),
    );
  const { file } = valueOf(await prepareFindings(copy));
  expect(file.name).toMatch(/^plan-de-accion-2023-hallazgos-de-luz-gil-\d{4}-\d\d-\d\d\.json$/);

  ana.tablet.use();
  const preview = valueOf(await previewSnapshotBytes(file.bytes, file.name));
  expect([preview.auditFindings, preview.exportedBy]).toEqual([2, 'Luz Gil']);
  const merged = valueOf(await mergeSnapshotBytes(file.bytes, file.name));
  expect([merged.auditFindings, merged.exportedBy]).toEqual([2, 'Luz Gil']);
  const again = valueOf(await previewSnapshotBytes(file.bytes, file.name));
  expect(again.auditFindings).toBe(0);
});
