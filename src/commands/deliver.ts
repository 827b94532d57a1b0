/** How a file left the app. `cancelled`: the person closed the sheet that asked where to, so nothing left. */
export type Delivery = 'shared' | 'downloaded' | 'folder' | 'cancelled';

/** How a person wants it to leave: `share` is the share sheet where that is the way, else a download. */
export type WayOut = 'share' | 'download' | 'folder';

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
export async function deliver(file: AnyFile, way: WayOut = 'share'): Promise<Delivery> {
  if (way === 'folder') return saveInFolder(file);
  const shareable = way === 'share' ? shareableFile(file) : null;
  if (shareable && prefersShareSheet()) return share(shareable, file);
  download(file);
  return 'downloaded';
}

/** The ways out besides the first one that this browser has. */
export function otherWaysOut(): readonly WayOut[] {
  const canShare = typeof navigator.canShare === 'function' && prefersShareSheet();
  return [...(canShare ? ['download' as const] : []), ...(savePicker() ? ['folder' as const] : [])];
}

interface SavePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
  }) => Promise<FileSystemFileHandle>;
}

function savePicker(): SavePicker['showSaveFilePicker'] {
  return (globalThis as SavePicker).showSaveFilePicker;
}

/** Writes the file where the person says; a download where the browser cannot ask. */
async function saveInFolder(file: AnyFile): Promise<Delivery> {
  const pick = savePicker();
  try {
    const handle = await pick?.call(globalThis, { suggestedName: file.name });
    if (handle) return await writeInto(handle, file);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
  }
  download(file);
  return 'downloaded';
}

/** The browser puts the file in place only when all of it is written. */
async function writeInto(handle: FileSystemFileHandle, { bytes }: AnyFile): Promise<Delivery> {
  const stream = await handle.createWritable();
  await stream.write(bytes);
  await stream.close();
  return 'folder';
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
