import { describe, expect, test } from 'vitest';
import { isClean, weighFile } from '../../../src/commands/folder/weighFile';
import { protect } from '../../../src/commands/protectFile';
import type { SnapshotPreview } from '../../../src/commands/snapshotWork';
import { success } from '../../../src/domain/problem';
import { memoryFolder } from '../../support/folders';
import { valueOf } from '../../support/tablets';

const CLEAN: SnapshotPreview = {
  fileName: 'plan.json',
  title: 'Plan',
  entityName: '',
  exportedAt: '2023-04-03T12:00:00.000Z',
  exportedBy: 'Ana',
  copy: 'c1',
  added: 3,
  known: 10,
  conflicts: 0,
  quarantined: 0,
  auditFindings: 0,
  gaps: [],
  clockWarnings: [],
  isDeviceCopied: false,
  late: 0,
  files: null,
  plan: 'pl_1',
  device: 'd',
  devices: new Map(),
  unknownDevices: [],
  isDelta: false,
  touched: [],
  opensAt: null,
};
const NOT_ASKED = () => Promise.reject(new Error('nobody asked for this'));

describe('what is merged without a person', () => {
  test('is what leaves nothing to decide; something that is still missing will come', () => {
    expect(isClean(CLEAN)).toBe(true);
    expect(isClean({ ...CLEAN, gaps: [{ device: 'd', from: 1, to: 2 }] })).toBe(true);
    expect(isClean({ ...CLEAN, files: { added: 2, bytes: 9, known: 0, altered: 0 } })).toBe(true);
  });

  test.each<[string, Partial<SnapshotPreview>]>([
    ['a new conflict', { conflicts: 1 }],
    ['something late for a closed cut', { late: 1 }],
    ['something altered', { quarantined: 1 }],
    ['a clock that looks wrong', { clockWarnings: [{ device: 'd', kind: 'ahead', id: 'x', byMs: 1 }] }],
    ['a copied device', { isDeviceCopied: true }],
    ['an altered file', { files: { added: 1, bytes: 9, known: 0, altered: 1 } }],
  ])('is not what brings %s', async (_name, changes) => {
    const preview = { ...CLEAN, ...changes };
    expect(isClean(preview)).toBe(false);
    const folder = memoryFolder();
    folder.put('a.json', '{"format":"plan-log"}');
    const [seen] = await folder.list();
    const ports = { preview: () => Promise.resolve(success(preview)), merge: NOT_ASKED };
    expect(await weighFile('c1', folder, seen!, ports)).toEqual({ k: 'waits' });
  });

  test('is not what is protected: only a person has its passphrase', async () => {
    const folder = memoryFolder();
    const sealed = valueOf(await protect(new Uint8Array(9), 'clave larga', { iterations: 1 }));
    folder.put('a.txt', new Uint8Array(await sealed.arrayBuffer()));
    const [seen] = await folder.list();
    const ports = { preview: NOT_ASKED, merge: NOT_ASKED };
    expect(await weighFile('c1', folder, seen!, ports)).toEqual({ k: 'waits' });
  });

  test('is what was looked at, whatever is written over it meanwhile', async () => {
    const folder = memoryFolder();
    folder.put('a.json', '{"format":"plan-log","n":1}');
    const [seen] = await folder.list();
    const merged: string[] = [];
    await weighFile('c1', folder, seen!, {
      preview: () => {
        folder.put('a.json', '{"format":"plan-log","n":2}');
        return Promise.resolve(success(CLEAN));
      },
      merge: async (file) => {
        merged.push(await file.text());
        return success({ ...CLEAN, copy: 'c1' });
      },
    });
    expect(merged).toEqual(['{"format":"plan-log","n":1}']);
  });
});
