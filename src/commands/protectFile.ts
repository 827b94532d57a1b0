import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { boundTo, isProtectedSign, openProtected, writeProtected } from '../formats/protectedFile';
import type { Protection, ProtectedFile } from '../formats/protectedFile';
import type { PreparedSnapshot } from './exportSnapshot';

/** What brute force costs (design.md 5), and what is encrypted at once: a phone holds a few of these. */
const ITERATIONS = 600_000;
const PART_BYTES = 1_000_000;
const SALT_BYTES = 16;
const NONCE_BYTES = 8;
const SIGN_BYTES = 4096;
/** The number that stands for no part: of what the passphrase is tried on. */
const CHECK = 2 ** 32 - 1;

interface Cost {
  readonly iterations?: number;
  readonly partBytes?: number;
}

/** Whether this page may encrypt at all: over plain HTTP browsers do not let it. */
export function canProtect(): boolean {
  return (globalThis as { crypto?: Partial<Crypto> }).crypto?.subtle !== undefined;
}

/** Whether a file is protected, by its content. */
export async function isProtected(file: Blob): Promise<boolean> {
  return isProtectedSign(new Uint8Array(await file.slice(0, SIGN_BYTES).arrayBuffer()));
}

/**
 * Encrypts a file with a passphrase: PBKDF2-SHA-256 and AES-256-GCM, salt and nonce by chance. It is opened again
 * and compared before it is given: a copy that does not open is worse than none.
 */
export async function protect(
  bytes: Uint8Array<ArrayBuffer> | Blob,
  passphrase: string,
  { iterations = ITERATIONS, partBytes = PART_BYTES }: Cost = {},
): Promise<Result<Blob>> {
  if (!canProtect()) return failure({ code: 'cryptoMissing' });
  const plain = bytes instanceof Blob ? bytes : new Blob([bytes]);
  const protection: Protection = {
    iterations,
    salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)),
    nonce: crypto.getRandomValues(new Uint8Array(NONCE_BYTES)),
    partBytes,
    bytes: plain.size,
  };
  const key = await keyOf(passphrase, protection);
  const sealed = await writeProtected(
    protection,
    await seal(key, protection, CHECK, new Uint8Array()),
    sealedParts(key, protection, plain),
  );
  return (await opensTo(sealed, passphrase, plain))
    ? success(sealed)
    : failure({ code: 'protectionUnproven' });
}

/** A copy that stands ready, protected: light or with evidence, it travels as text. */
export async function protectSnapshot(
  prepared: PreparedSnapshot<Uint8Array<ArrayBuffer> | Blob>,
  passphrase: string,
): Promise<Result<PreparedSnapshot<Blob>>> {
  const { name, bytes } = prepared.file;
  const sealed = await protect(bytes, passphrase);
  if (!sealed.ok) return sealed;
  const file = { name: protectedName(name), mime: 'application/json', bytes: sealed.value };
  return success({ ...prepared, file });
}

/** Says that it is protected, and not how what is in it is kept. */
function protectedName(name: string): string {
  return `${name.replace(/\.[^.]*$/, '')}.protegido.json`;
}

async function* sealedParts(key: CryptoKey, protection: Protection, plain: Blob): AsyncGenerator<Uint8Array> {
  const { partBytes } = protection;
  for (let n = 0; n * partBytes < plain.size; n += 1) {
    const part = await plain.slice(n * partBytes, (n + 1) * partBytes).arrayBuffer();
    yield await seal(key, protection, n, new Uint8Array(part));
  }
}

/**
 * Opens a protected file with its passphrase. A wrong passphrase is told apart from a file that was altered or cut
 * short on its way, and both from one that is protected in a way that this version does not know.
 */
export async function unprotect(file: File, passphrase: string): Promise<Result<File>> {
  if (!canProtect()) return failure({ code: 'cryptoMissing' });
  const opened = await openProtected(file, file.name);
  if (!opened.ok) return opened;
  const { protection, check } = opened.value;
  const key = await keyOf(passphrase, protection);
  if (!(await unseal(key, protection, CHECK, check)))
    return failure({ code: 'passphraseWrong', file: file.name });
  const plain = await plainOf(key, opened.value);
  return plain
    ? success(new File([plain], file.name, { lastModified: file.lastModified }))
    : failure({ code: 'snapshotBroken', file: file.name });
}

async function plainOf(key: CryptoKey, { protection, parts }: ProtectedFile): Promise<Blob | null> {
  const plain: Blob[] = [];
  for await (const part of parts()) {
    const bytes = part && (await unseal(key, protection, plain.length, part));
    if (!bytes) return null;
    plain.push(new Blob([bytes]));
  }
  const whole = new Blob(plain);
  return whole.size === protection.bytes ? whole : null;
}

async function opensTo(sealed: Blob, passphrase: string, plain: Blob): Promise<boolean> {
  const opened = await unprotect(new File([sealed], ''), passphrase);
  if (!opened.ok || opened.value.size !== plain.size) return false;
  for (let at = 0; at < plain.size; at += PART_BYTES) {
    const [a, b] = await Promise.all(
      [plain, opened.value].map(
        async (blob) => new Uint8Array(await blob.slice(at, at + PART_BYTES).arrayBuffer()),
      ),
    );
    if (!a?.every((byte, index) => byte === b?.[index])) return false;
  }
  return true;
}

/** The same letters may be typed in two ways on two keyboards: composed, they are one passphrase. */
async function keyOf(passphrase: string, { salt, iterations }: Protection): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(kdf, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function seal(
  key: CryptoKey,
  protection: Protection,
  n: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.encrypt(cipherOf(protection, n), key, bytes));
}

async function unseal(
  key: CryptoKey,
  protection: Protection,
  n: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer | null> {
  try {
    return await crypto.subtle.decrypt(cipherOf(protection, n), key, bytes);
  } catch {
    // Not what was sealed: another key, or something altered. There is no telling which, by design.
    return null;
  }
}

function cipherOf(protection: Protection, n: number) {
  const iv = new Uint8Array(protection.nonce.length + 4);
  iv.set(protection.nonce);
  new DataView(iv.buffer).setUint32(protection.nonce.length, n);
  return { name: 'AES-GCM', iv, additionalData: boundTo(protection) };
}
