import * as v from 'valibot';
import { failure, success } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import { fromBase64, toBase64 } from './base64';

const FORMAT = 'bitacora-protected';
const VERSION = 1;
const KDF = 'PBKDF2-SHA-256';
const CIPHER = 'AES-256-GCM';

/** More rounds than these serve only to keep a device busy. */
const MAX_ITERATIONS = 10_000_000;
const MAX_PART_BYTES = 8_000_000;
const MAX_HEAD = 4096;
const READ_BYTES = 1_000_000;

/** What has to be known, beside the passphrase, to open a protected file. */
export interface Protection {
  readonly iterations: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  /** The first bytes of each part's nonce; the number of the part follows them. */
  readonly nonce: Uint8Array<ArrayBuffer>;
  /** Bytes of each part before it is encrypted, but for the last. */
  readonly partBytes: number;
  /** Bytes of the whole before it is encrypted: a file that was cut short cannot pass for whole. */
  readonly bytes: number;
}

/** A protected file that was looked into: its parts are read as they are asked for. */
export interface ProtectedFile {
  readonly protection: Protection;
  /** Nothing, encrypted: only the right passphrase opens it, whatever became of the rest. */
  readonly check: Uint8Array<ArrayBuffer>;
  /** Each part as it stands in the file; null for one that is not whole. */
  readonly parts: () => AsyncGenerator<Uint8Array<ArrayBuffer> | null>;
}

const HeadSchema = v.looseObject({ format: v.literal(FORMAT) });
const Bytes = v.pipe(v.string(), v.transform(fromBase64), v.instance(Uint8Array<ArrayBuffer>));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const ProtectionSchema = v.looseObject({
  version: v.literal(VERSION),
  kdf: v.object({
    name: v.literal(KDF),
    iterations: v.pipe(Count, v.maxValue(MAX_ITERATIONS)),
    salt: Bytes,
  }),
  cipher: v.object({
    name: v.literal(CIPHER),
    nonce: Bytes,
    partBytes: v.pipe(Count, v.maxValue(MAX_PART_BYTES)),
  }),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  check: Bytes,
});

/** Whether a file that begins so is a protected one, whatever it is called. */
export function isProtectedSign(sign: Uint8Array): boolean {
  return new TextDecoder().decode(sign).includes(`"format":"${FORMAT}"`);
}

/** What every part is bound to: a file whose head was altered opens no more than one whose parts were. */
export function boundTo(protection: Protection): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(headOf(protection)));
}

function headOf({ iterations, salt, nonce, partBytes, bytes }: Protection) {
  return {
    format: FORMAT,
    version: VERSION,
    kdf: { name: KDF, iterations, salt: toBase64(salt) },
    cipher: { name: CIPHER, nonce: toBase64(nonce), partBytes },
    bytes,
  };
}

/**
 * Writes a protected file: JSON in letters of ASCII alone, so that it travels wherever text does; a line for what
 * it says of itself and a line for each part. The parts are taken one at a time.
 */
export async function writeProtected(
  protection: Protection,
  check: Uint8Array,
  parts: AsyncIterable<Uint8Array>,
): Promise<Blob> {
  const head = JSON.stringify({ ...headOf(protection), check: toBase64(check) });
  const written: Blob[] = [new Blob([`${head.slice(0, -1)},"parts":[`])];
  let before = '\n';
  for await (const part of parts) {
    written.push(new Blob([`${before}"${toBase64(part)}"`]));
    before = ',\n';
  }
  return new Blob([...written, '\n]}\n'], { type: 'application/json' });
}

/** Looks into a protected file. Refuses, and says why: another file; one cut short; one protected in a way unknown here. */
export async function openProtected(file: Blob, fileName: string): Promise<Result<ProtectedFile>> {
  if (file.size === 0) return failure({ code: 'fileEmpty', file: fileName });
  const line = (await file.slice(0, MAX_HEAD).text()).split('\n', 1)[0]?.trim() ?? '';
  const head = parseJson(`${line}]}`);
  if (!v.is(HeadSchema, head)) return failure(otherFile(line, fileName));
  const read = v.safeParse(ProtectionSchema, head);
  if (!read.success) return failure({ code: 'protectionUnusable', file: fileName });
  const { kdf, cipher, bytes, check } = read.output;
  const { iterations, salt } = kdf;
  const { nonce, partBytes } = cipher;
  const protection = { iterations, salt, nonce, partBytes, bytes };
  return success({ protection, check, parts: () => partsOf(file) });
}

function otherFile(line: string, file: string): Problem {
  return { code: line.includes(`"format":"${FORMAT}"`) ? 'snapshotBroken' : 'snapshotForeign', file };
}

const PART = /^"([A-Za-z0-9+/=]*)",?$/;

async function* partsOf(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer> | null> {
  let isHead = true;
  for await (const line of linesOf(file)) {
    if (!isHead && line === ']}') return;
    if (!isHead) yield fromPart(line);
    isHead = false;
  }
  yield null;
}

function fromPart(line: string): Uint8Array<ArrayBuffer> | null {
  const [, letters] = PART.exec(line) ?? [];
  return letters === undefined ? null : fromBase64(letters);
}

/** The lines of a file however they end, one at a time; the last one only when it is a line. */
async function* linesOf(file: Blob): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for (let at = 0; at < file.size && rest.length <= 2 * MAX_PART_BYTES; at += READ_BYTES) {
    rest += decoder.decode(await file.slice(at, at + READ_BYTES).arrayBuffer(), { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.trim();
  }
  if (rest.trim() !== '') yield rest.trim();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
