import 'fake-indexeddb/auto';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { keepEvidence, verifyEvidence } from '../../src/commands/attachEvidence';
import { changePlan } from '../../src/commands/changePlan';
import { prepareEvidence, sizeProblem } from '../../src/commands/evidenceWork';
import type { ReducePhoto } from '../../src/commands/evidenceWork';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { mergeCopyFile, packCopy, previewCopyFile } from '../../src/commands/packageWork';
import { measurementId } from '../../src/domain/entities';
import type { Evidence } from '../../src/domain/report';
import { sha256Hex } from '../../src/log/hash';
import { heldHashes } from '../../src/storage/blobs';
import { db } from '../../src/storage/database';
import { readState } from '../../src/storage/stateStore';
import { canonicalState } from '../../src/log/bucketText';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';

const T2 = '20230401-20230630';
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...new Array<number>(2000).fill(7));
const photo = (name = 'foto.jpg', bytes = JPEG) => new File([bytes], name, { type: 'image/jpeg' });
const kept: ReducePhoto = () => Promise.resolve({ k: 'kept' });
const text = (value: string) => new File([value], 'acta.txt', { type: 'text/plain' });

/** A file that says it is so large without being it. */
function sized(name: string, type: string, megabytes: number): File {
  return Object.defineProperty(new File(['x'], name, { type }), 'size', { value: megabytes * 1_000_000 });
}

async function rowOf(copy: string, row: number): Promise<string> {
  return measurementId((await planOn(copy)).indicators[row]?.id ?? '', T2);
}
async function evidenceOf(copy: string, row: number): Promise<readonly Evidence[]> {
  return (await planOn(copy)).indicators[row]?.reports.get(T2)?.evidence ?? [];
}
async function attach(copy: string, file: File, as = {}): Promise<string> {
  const prepared = valueOf(await prepareEvidence(file, kept));
  return valueOf(await keepEvidence(copy, await rowOf(copy, 3), prepared, as)).sha256;
}

describe('a file that is to be evidence', () => {
  test('is known by the hash of its bytes', async () => {
    const { facts, bytes } = valueOf(await prepareEvidence(photo(), kept));
    expect(facts).toEqual({
      sha256: sha256Hex(JPEG),
      size: JPEG.length,
      mime: 'image/jpeg',
      name: 'foto.jpg',
      original: null,
    });
    expect(new Uint8Array(bytes)).toEqual(JPEG);
  });

  test('made smaller, notes the original', async () => {
    const small = JPEG.slice(0, 100);
    const { facts } = valueOf(
      await prepareEvidence(photo('foto.png'), () => Promise.resolve({ k: 'reduced', bytes: small.buffer })),
    );
    expect(facts).toEqual({
      sha256: sha256Hex(small),
      size: 100,
      mime: 'image/jpeg',
      name: 'foto.jpg',
      original: { sha256: sha256Hex(JPEG), size: JPEG.length },
    });
  });

  test('that lies about what it is, is refused with what it is', async () => {
    const lie = new File(['MZ\x90\0 program'], 'acta.pdf', { type: 'application/pdf' });
    expect(await prepareEvidence(lie, kept)).toEqual({
      ok: false,
      problem: { code: 'evidenceMisnamed', file: 'acta.pdf', claims: 'pdf', is: 'program' },
    });
    expect(await prepareEvidence(photo('acta.pdf'), kept)).toMatchObject({
      problem: { claims: 'pdf', is: 'image' },
    });
  });

  test('an image of another kind than its extension is no lie, and gets its true kind', async () => {
    expect(valueOf(await prepareEvidence(photo('foto.png'), kept)).facts.mime).toBe('image/jpeg');
  });

  test('a photo that cannot be read is refused', async () => {
    const problem = { code: 'evidenceUnreadable', file: 'foto.jpg' };
    expect(await prepareEvidence(photo(), () => Promise.resolve({ k: 'unreadable' }))).toMatchObject({
      problem,
    });
    const gone = Object.assign(photo(), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    expect(await prepareEvidence(gone, kept)).toMatchObject({ problem });
  });

  test('is refused by its size before it is read: 60 MB for a photo, 25 for the rest', () => {
    expect(sizeProblem(sized('a.jpg', 'image/jpeg', 60))).toBeNull();
    expect(sizeProblem(sized('a.jpg', 'image/jpeg', 61))).toMatchObject({ maxMegabytes: 60 });
    expect(sizeProblem(sized('a.docx', '', 25))).toBeNull();
    expect(sizeProblem(sized('a.docx', '', 60))).toMatchObject({
      code: 'evidenceTooLarge',
      maxMegabytes: 25,
    });
    expect(sizeProblem(new File([], 'a.pdf'))).toEqual({ code: 'fileEmpty', file: 'a.pdf' });
  });

  test('a photo of more than 25 MB is taken when it can be made smaller, and only then', async () => {
    const bytes = new Uint8Array(26_000_000);
    bytes.set(JPEG);
    const small = JPEG.slice(0, 100).buffer;
    const reduced: ReducePhoto = () => Promise.resolve({ k: 'reduced', bytes: small });
    expect((await prepareEvidence(photo('a.jpg', bytes), reduced)).ok).toBe(true);
    expect(await prepareEvidence(photo('a.jpg', bytes), kept)).toMatchObject({
      problem: { code: 'evidenceTooLarge', maxMegabytes: 25 },
    });
  });
});

describe('attached evidence', () => {
  test('has its name, number and year, and its bytes under their hash', async () => {
    (await aTablet()).use();
    const copy = await loadExample();
    const name = 'Anexo 09 - Línea base - 2023T2 - actas';
    const sha256 = await attach(copy, photo(), { name, number: '09', planYear: 2022 });
    const [evidence] = await evidenceOf(copy, 3);
    expect(evidence).toMatchObject({ name, number: '09', planYear: 2022, status: 'attached' });
    expect(evidence?.file?.sha256).toBe(sha256);
    expect(await heldHashes()).toEqual(new Set([sha256]));
  });

  test('serves another row without being copied, and stops serving it', async () => {
    (await aTablet()).use();
    const copy = await loadExample();
    await attach(copy, photo());
    const [{ id } = { id: '' }] = await evidenceOf(copy, 3);
    const field = `serves/${await rowOf(copy, 2)}`;
    const serve = async (value: boolean) =>
      valueOf(await changePlan(copy, [{ entity: id, field, value, seen: await seenIn(copy, id, field) }]));
    await serve(true);
    expect((await evidenceOf(copy, 2)).map((one) => one.id)).toEqual([id]);
    expect(await db().blobs.count()).toBe(1);
    await serve(false);
    expect(await evidenceOf(copy, 2)).toEqual([]);
    expect(await evidenceOf(copy, 3)).toHaveLength(1);
  });

  test('is not half there when its plan is not', async () => {
    (await aTablet()).use();
    const prepared = valueOf(await prepareEvidence(photo(), kept));
    expect(await keepEvidence('nowhere', 'meas:x:20230401-20230630', prepared)).toMatchObject({
      problem: { code: 'planNotFound' },
    });
  });

  test('on a full disk leaves neither bytes nor a commit', async () => {
    (await aTablet()).use();
    const copy = await loadExample();
    const commits = await db().tail.count();
    const prepared = valueOf(await prepareEvidence(photo(), kept));
    const full = () => {
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    };
    db().tail.hook('creating', full);
    const refused = await keepEvidence(copy, await rowOf(copy, 3), prepared);
    db().tail.hook('creating').unsubscribe(full);
    expect(refused).toMatchObject({ problem: { code: 'storageFull' } });
    expect(await db().blobs.count()).toBe(0);
    expect(await db().tail.count()).toBe(commits);
  });
});

describe('a package with evidence', () => {
  async function packed(): Promise<{ file: File; sha256: string; state: string }> {
    (await aTablet()).use();
    const copy = await loadExample();
    const sha256 = await attach(copy, photo());
    await attach(copy, text('acta'));
    const { file } = valueOf(await packCopy(copy));
    expect(file.name).toMatch(/\.zip$/);
    const state = canonicalState(await readState(copy));
    return { file: new File([file.bytes], file.name), sha256, state };
  }

  test('brings the plan and its files to another tablet', async () => {
    const { file, sha256, state } = await packed();
    (await aTablet()).use();
    const preview = valueOf(await previewCopyFile(file));
    expect(preview.files).toMatchObject({ added: 2, known: 0, altered: 0, bytes: JPEG.length + 4 });
    expect(await db().blobs.count()).toBe(0);
    const { copy } = valueOf(await mergeCopyFile(file));
    expect(canonicalState(await readState(copy))).toBe(state);
    expect((await heldHashes()).has(sha256)).toBe(true);
    expect(await db().blobs.get(sha256)).toMatchObject({ mime: 'image/jpeg' });
    expect(valueOf(await previewCopyFile(file)).files).toMatchObject({ added: 0, known: 2 });
  });

  test('brings only files to who has the plan from a light copy', async () => {
    (await aTablet()).use();
    const copy = await loadExample();
    await attach(copy, photo());
    const light = valueOf(await prepareSnapshot(copy)).file;
    const { file } = valueOf(await packCopy(copy));
    (await aTablet()).use();
    expect(valueOf(await mergeCopyFile(new File([light.bytes], 'plan.json'))).files).toBeNull();
    expect(await db().blobs.count()).toBe(0);
    const merged = valueOf(await mergeCopyFile(new File([file.bytes], 'plan.zip')));
    expect(merged).toMatchObject({ added: 0, files: { added: 1 } });
    expect(await db().blobs.count()).toBe(1);
  });

  test('keeps nothing that is not what its hash says, nor what no evidence names', async () => {
    (await aTablet()).use();
    const copy = await loadExample();
    const sha256 = await attach(copy, photo());
    const { bytes } = valueOf(await prepareSnapshot(copy)).file;
    const stranger = new TextEncoder().encode('stranger');
    const forged = zipSync({
      'plan.json': bytes,
      [`blobs/${sha256}`]: stranger,
      [`blobs/${sha256Hex(stranger)}`]: stranger,
    });
    (await aTablet()).use();
    const merged = valueOf(await mergeCopyFile(new File([forged], 'plan.zip')));
    expect(merged.files).toEqual({ added: 0, bytes: 0, known: 0, altered: 1 });
    expect(await db().blobs.count()).toBe(0);
  });

  test('on a full disk brings neither the plan nor a file', async () => {
    const { file } = await packed();
    (await aTablet()).use();
    const full = () => {
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    };
    db().state.hook('creating', full);
    expect(await mergeCopyFile(file)).toMatchObject({ problem: { code: 'storageFull' } });
    expect(await db().blobs.count()).toBe(0);
    expect(await db().copies.count()).toBe(0);
  });

  test('is refused where it passes what one file can carry, or is no package', async () => {
    (await aTablet()).use();
    const zip = [zipSync({ 'plan.json': new Uint8Array(3) })];
    const large = Object.defineProperty(new File(zip, 'g.zip'), 'size', { value: 1_000_000_001 });
    expect(await previewCopyFile(large)).toMatchObject({
      problem: { code: 'packageTooLarge', maxMegabytes: 1000 },
    });
    const workbook = new File([zipSync({ 'xl/workbook.xml': new Uint8Array(3) })], 'm.xlsx');
    expect(await previewCopyFile(workbook)).toMatchObject({ problem: { code: 'snapshotForeign' } });
  });
});

test('a verification is of the file that was seen', async () => {
  (await aTablet()).use();
  const copy = await loadExample();
  await attach(copy, photo());
  const [evidence] = await evidenceOf(copy, 3);
  expect(await verifyEvidence(copy, { ...evidence!, seen: [] }, true)).toMatchObject({
    problem: { code: 'nameNeeded' },
  });
});
