import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openPackage, writePackage } from '../../src/formats/evidencePackage';
import type { PackedFile } from '../../src/formats/evidencePackage';
import { sha256Hex } from '../../src/log/hash';
import { valueOf } from '../support/tablets';

const PLAN = new TextEncoder().encode('{"format":"plan-log"}');
const photos = ['una', 'dos', 'tres'].map((text) => new TextEncoder().encode(text.repeat(500)));

async function* packed(): AsyncGenerator<PackedFile> {
  for (const bytes of photos) yield await Promise.resolve({ sha256: sha256Hex(bytes), bytes });
}

async function bytesOfPackage(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await writePackage(PLAN, packed())).arrayBuffer());
}

describe('a package', () => {
  test('is a zip that only stores, with the plan first and each file under its hash', async () => {
    const bytes = await bytesOfPackage();
    const entries = unzipSync(bytes);
    expect(Object.keys(entries)).toEqual([
      'plan.json',
      ...photos.map((photo) => `blobs/${sha256Hex(photo)}`),
    ]);
    expect(bytes.length).toBeGreaterThan(PLAN.length + photos.reduce((sum, { length }) => sum + length, 0));
  });

  test('gives back what was put in', async () => {
    const opened = valueOf(await openPackage(await writePackage(PLAN, packed()), 'p.zip'));
    expect(await opened.plan()).toEqual(PLAN);
    expect(opened.files).toEqual(photos.map(sha256Hex));
    for (const photo of photos) expect(await opened.read(sha256Hex(photo))).toEqual(photo);
    expect(await opened.read('0'.repeat(64))).toBeNull();
  });

  test('that somebody unpacked and packed again, with its folder, is one too', async () => {
    const name = `copia/blobs/${sha256Hex(photos[0]!)}`;
    const zip = zipSync({ 'copia/plan.json': PLAN, [name]: photos[0]!, '__MACOSX/._plan.json': PLAN });
    const opened = valueOf(await openPackage(new Blob([zip]), 'p.zip'));
    expect(await opened.plan()).toEqual(PLAN);
    expect(await opened.read(sha256Hex(photos[0]!))).toEqual(photos[0]);
  });

  test('that was cut short is broken, wherever the cut is', async () => {
    const whole = await bytesOfPackage();
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const cut = new Blob([whole.slice(0, Math.floor(whole.length * share))]);
      expect(await openPackage(cut, 'p.zip')).toMatchObject({ problem: { code: 'snapshotBroken' } });
    }
  });

  test('of something else is none of ours', async () => {
    const workbook = new Blob([zipSync({ 'xl/workbook.xml': PLAN })]);
    expect(await openPackage(workbook, 'm.xlsx')).toMatchObject({ problem: { code: 'snapshotForeign' } });
    expect(await openPackage(workbook.slice(0, 40), 'm.xlsx')).toMatchObject({
      problem: { code: 'snapshotForeign' },
    });
  });

  test('that unpacks to more than a file may hold gives nothing, whatever its sizes say', async () => {
    const name = `blobs/${'0'.repeat(64)}`;
    const bomb = zipSync({ 'plan.json': PLAN, [name]: [new Uint8Array(61_000_000), { level: 9 }] });
    expect(bomb.length).toBeLessThan(1_000_000);
    const opened = valueOf(await openPackage(new Blob([bomb]), 'p.zip'));
    expect(await opened.read('0'.repeat(64))).toBeNull();
    expect(await opened.plan()).toEqual(PLAN);
  });

  test('with nonsense for a directory never throws', async () => {
    const whole = await bytesOfPackage();
    for (let at = 1; at < 120; at += 7) {
      const bytes = whole.slice();
      bytes[bytes.length - at] = 0xff;
      const opened = await openPackage(new Blob([bytes]), 'p.zip');
      if (!opened.ok) continue;
      await opened.value.plan();
      for (const sha256 of opened.value.files) await opened.value.read(sha256);
    }
  });
});
