import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { isProtected, protect, unprotect } from '../../src/commands/protectFile';
import { previewCopyFile } from '../../src/commands/packageWork';
import { valueOf } from '../support/tablets';

/** Few rounds and small parts: what must hold does not depend on how long it takes. */
const QUICK = { iterations: 10, partBytes: 64 };
const CLAVE = 'tres gatos en la azotea';

async function protectedFile(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase = CLAVE,
  cost = QUICK,
): Promise<File> {
  return new File([valueOf(await protect(bytes, passphrase, cost))], 'copia.json');
}

async function bytesOf(file: Blob): Promise<number[]> {
  return [...new Uint8Array(await file.arrayBuffer())];
}

const anyBytes = fc.uint8Array({ maxLength: 400 }).map((bytes) => new Uint8Array(bytes));

describe('a protected copy', () => {
  test('opens with its passphrase to the very bytes, and with no other', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.string({ minLength: 1 }), fc.string(), async (bytes, right, wrong) => {
        fc.pre(right.normalize('NFC') !== wrong.normalize('NFC'));
        const file = await protectedFile(bytes, right);
        expect(await bytesOf(valueOf(await unprotect(file, right)))).toEqual([...bytes]);
        expect(await unprotect(file, wrong)).toEqual({
          ok: false,
          problem: { code: 'passphraseWrong', file: 'copia.json' },
        });
      }),
      { numRuns: 60 },
    );
  });

  test('never opens to anything else, whichever of its bytes was altered', async () => {
    const plain = new TextEncoder().encode('{"format":"plan-log"}'.repeat(12));
    const whole = await bytesOf(await protectedFile(plain));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const altered = Uint8Array.from(whole);
          altered[at] = (altered[at] ?? 0) ^ change;
          const opened = await unprotect(new File([altered], 'copia.json'), CLAVE);
          // A blank or a line end that reads the same is no alteration.
          if (opened.ok) expect(await bytesOf(opened.value)).toEqual([...plain]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('says of a passphrase that is right and of a part that is not that the file is broken', async () => {
    const text = await (await protectedFile(new Uint8Array(200))).text();
    const lines = text.split('\n');
    lines[2] = lines[2]!.startsWith('"A') ? lines[2]!.replace('"A', '"B') : `"A${lines[2]!.slice(2)}`;
    const altered = new File([lines.join('\n')], 'copia.json');
    expect(await unprotect(altered, CLAVE)).toMatchObject({ ok: false, problem: { code: 'snapshotBroken' } });
  });

  test('cut short anywhere, or without one of its parts, is refused', async () => {
    const text = await (await protectedFile(new Uint8Array(300).fill(7))).text();
    for (let end = 0; end < text.trimEnd().length - 2; end += 7) {
      const opened = await unprotect(new File([text.slice(0, end)], 'copia.json'), CLAVE);
      expect(opened.ok).toBe(false);
    }
    const lines = text.split('\n');
    for (const gone of [1, 3, lines.length - 3]) {
      const less = lines.filter((_line, index) => index !== gone).join('\n');
      expect(await unprotect(new File([less], 'copia.json'), CLAVE)).toMatchObject({
        problem: { code: 'snapshotBroken' },
      });
    }
  });

  test('is JSON of ASCII alone, and survives other line ends and a byte order mark', async () => {
    const file = await protectedFile(new Uint8Array(300).fill(200), 'clave con eñe');
    const text = await file.text();
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    expect(JSON.parse(text)).toMatchObject({ format: 'bitacora-protected', version: 1, bytes: 300 });
    const mailed = new File([`\ufeff${text.replaceAll('\n', '\r\n')}`], 'copia.json.txt');
    expect(await isProtected(mailed)).toBe(true);
    expect((await unprotect(mailed, 'clave con eñe')).ok).toBe(true);
  });

  test('opens whichever way the keyboard composed the letters', async () => {
    const file = await protectedFile(new Uint8Array(3), 'contraseña'.normalize('NFD'));
    expect((await unprotect(file, 'contraseña'.normalize('NFC'))).ok).toBe(true);
  });

  test('never repeats its salt or nonce, nor shows what it holds', async () => {
    const plain = new TextEncoder().encode('Secreto de la entidad');
    const [a, b] = [await (await protectedFile(plain)).text(), await (await protectedFile(plain)).text()];
    expect(a.split('\n')[1]).not.toBe(b.split('\n')[1]);
    expect(a).not.toContain(btoa('Secreto'));
  });

  test('takes the rounds that the design asks for', async () => {
    const text = await (await protectedFile(new Uint8Array(3), CLAVE, {} as typeof QUICK)).text();
    expect(JSON.parse(text)).toMatchObject({ kdf: { name: 'PBKDF2-SHA-256', iterations: 600_000 } });
  });
});

describe('a file that cannot be opened is refused with a sentence', () => {
  async function withHead(change: (head: string) => string): Promise<File> {
    return new File([change(await (await protectedFile(new Uint8Array(10))).text())], 'copia.json');
  }

  test.each([
    ['rounds past any use', (head: string) => head.replace('"iterations":10', '"iterations":4000000000')],
    ['no rounds', (head: string) => head.replace('"iterations":10', '"iterations":0')],
    ['a later version', (head: string) => head.replace('"version":1', '"version":2')],
    ['another cipher', (head: string) => head.replace('AES-256-GCM', 'ROT-13')],
    ['parts larger than memory', (head: string) => head.replace('"partBytes":64', '"partBytes":9000000000')],
    ['a salt that is none', (head: string) => head.replace(/"salt":"[^"]*"/, '"salt":"%%%"')],
  ])('%s', async (_name, change) => {
    expect(await unprotect(await withHead(change), CLAVE)).toMatchObject({
      problem: { code: 'protectionUnusable' },
    });
  });

  test('rounds that were altered to fewer open nothing', async () => {
    const file = await withHead((head) => head.replace('"iterations":10', '"iterations":11'));
    expect(await unprotect(file, CLAVE)).toMatchObject({ problem: { code: 'passphraseWrong' } });
  });

  test('an empty file and another kind of file', async () => {
    expect(await unprotect(new File([], 'a'), CLAVE)).toMatchObject({ problem: { code: 'fileEmpty' } });
    expect(await unprotect(new File(['hola'], 'a'), CLAVE)).toMatchObject({
      problem: { code: 'snapshotForeign' },
    });
  });

  test('without HTTPS nothing is protected or opened, and that is said', async () => {
    const file = await protectedFile(new Uint8Array(3));
    vi.stubGlobal('crypto', { getRandomValues: () => new Uint8Array(1) });
    try {
      const missing = { ok: false, problem: { code: 'cryptoMissing' } };
      expect(await protect(new Uint8Array(3), CLAVE)).toEqual(missing);
      expect(await unprotect(file, CLAVE)).toEqual(missing);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('where a copy is expected it asks for its passphrase', async () => {
    const file = new File([await (await protectedFile(new Uint8Array(3))).text()], 'plan.json.txt');
    expect(await previewCopyFile(file)).toEqual({
      ok: false,
      problem: { code: 'fileProtected', file: 'plan.json.txt' },
    });
  });
});
