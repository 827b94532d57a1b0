import { getBlob } from '../storage/blobs';

/** An address for the bytes of a piece of evidence; null when this device does not hold them. Revoke it after use. */
export async function evidenceUrl(sha256: string): Promise<string | null> {
  const blob = await getBlob(sha256);
  return blob ? URL.createObjectURL(new Blob([blob.bytes], { type: safeType(blob.mime) })) : null;
}

/** Opened as a page, a foreign HTML or SVG file could run as ours: only pictures and PDF keep their type. */
function safeType(mime: string): string {
  return /^image\/(?:png|jpeg|webp|gif|avif|heic)$|^application\/pdf$/.test(mime)
    ? mime
    : 'application/octet-stream';
}
