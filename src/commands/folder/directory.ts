import type { SharedFolder, ListedFile } from './sharedFolder';

// What the browsers that have folders offer and TypeScript's DOM does not know yet.
interface FolderWindow {
  readonly showDirectoryPicker?: (options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }) => Promise<FileSystemDirectoryHandle>;
}
interface AskingHandle {
  readonly queryPermission?: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
  readonly requestPermission?: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
}

const MODE = { mode: 'readwrite' } as const;

/** Whether this browser lets a page use a folder of the device. */
export function canPickDirectory(): boolean {
  return typeof (globalThis as FolderWindow).showDirectoryPicker === 'function';
}

/** Asks for a folder; call it inside a tap. Null when the person closed the dialog; throws where it is refused. */
export async function pickDirectory(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await (globalThis as FolderWindow).showDirectoryPicker?.({ id: 'bitacora', ...MODE })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Whether the folder may be used without asking: browsers ask again after a restart. */
export async function isAllowed(handle: FileSystemDirectoryHandle): Promise<boolean> {
  const state = await (handle as AskingHandle).queryPermission?.(MODE);
  return state === undefined || state === 'granted';
}

/** Asks the person for the folder again; call it inside a tap. */
export async function askToAllow(handle: FileSystemDirectoryHandle): Promise<boolean> {
  const state = await (handle as AskingHandle).requestPermission?.(MODE);
  return state === undefined || state === 'granted';
}

/** A folder of the device. What stands in its subfolders is not looked at. */
export function directoryFolder(handle: FileSystemDirectoryHandle): SharedFolder {
  const read = async (name: string): Promise<File> => (await handle.getFileHandle(name)).getFile();
  return {
    async list() {
      const listed: ListedFile[] = [];
      for await (const [name, entry] of handle.entries()) {
        if (entry.kind === 'file') listed.push(await look(name, entry));
      }
      return listed;
    },
    read,
    async write(name, bytes) {
      const writable = await (await handle.getFileHandle(name, { create: true })).createWritable();
      try {
        await writable.write(bytes);
      } catch (error) {
        await writable.abort();
        throw error;
      }
      // Only now the file is replaced, whole.
      await writable.close();
    },
  };
}

async function look(name: string, entry: FileSystemFileHandle): Promise<ListedFile> {
  try {
    const { size, lastModified } = await entry.getFile();
    return { name, size, modified: lastModified };
  } catch {
    return { name, size: null };
  }
}
