/** How a file left the app. `cancelled`: the person closed the share sheet, so nothing left. */
export type Delivery = 'shared' | 'downloaded' | 'cancelled';

/** A file in memory, or one so large that the browser keeps it. */
export interface OutgoingFile<Bytes extends Uint8Array<ArrayBuffer> | Blob = Uint8Array<ArrayBuffer>> {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Bytes;
  /** True for what is shared as it is or not at all: a kind that browsers take, or one that is no text. */
  readonly isShareable?: boolean;
}

type AnyFile = OutgoingFile<Uint8Array<ArrayBuffer> | Blob>;

/**
 * Hands a file over: the share sheet where the browser takes it, else a download. Browsers refuse to share
 * `.json`, so it travels as `.json.txt`. Call it inside the tap, with the bytes ready.
 */
export async function deliver(file: AnyFile): Promise<Delivery> {
  const shareable = shareableFile(file);
  if (shareable && prefersShareSheet()) return share(shareable, file);
  download(file);
  return 'downloaded';
}

/** True where the share sheet is the way to hand a file over: phones, tablets and installed iOS apps. */
function prefersShareSheet(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

function shareableFile({ name, mime, bytes, isShareable }: AnyFile): File | null {
  if (typeof navigator.canShare !== 'function') return null;
  const file = isShareable
    ? new File([bytes], name, { type: mime })
    : new File([bytes], `${name}.txt`, { type: 'text/plain' });
  return navigator.canShare({ files: [file] }) ? file : null;
}

async function share(shareable: File, file: AnyFile): Promise<Delivery> {
  try {
    await navigator.share({ files: [shareable] });
    return 'shared';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    download(file);
    return 'downloaded';
  }
}

function download({ name, mime, bytes }: AnyFile): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
}

/** Long enough for a slow phone to begin the download. */
const REVOKE_MS = 60_000;
