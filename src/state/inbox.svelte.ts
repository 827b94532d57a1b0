import { dropSharedFile, listSharedFiles } from '../storage/sharedFiles';

/** A file that waits to be looked at, and what takes it out of where it was kept. */
export interface Incoming {
  readonly file: File;
  readonly letGo: () => void;
}

/** Files on their way to Recibir: chosen on another screen, opened with the app, or shared by another app. */
class Inbox {
  #waiting = $state.raw<readonly Incoming[]>([]);
  readonly #taken = new Set<string>();

  get hasSome(): boolean {
    return this.#waiting.length > 0;
  }

  add(files: readonly File[]): void {
    this.#waiting = [...this.#waiting, ...files.map((file) => ({ file, letGo: () => undefined }))];
  }

  /** Looks for what other apps have shared. It stays kept until it is let go of. */
  async lookForShared(): Promise<void> {
    const shared = (await listSharedFiles()).filter(({ key }) => !this.#taken.has(key));
    for (const { key } of shared) this.#taken.add(key);
    const fresh = shared.map(({ key, file }) => ({ file, letGo: () => void dropSharedFile(key) }));
    if (fresh.length > 0) this.#waiting = [...this.#waiting, ...fresh];
  }

  /** Gives what waits, which then waits no more. */
  take(): readonly Incoming[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }
}

export const inbox = new Inbox();

interface LaunchQueue {
  readonly setConsumer: (
    consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void,
  ) => void;
}

/** Hears of files that the system opens with the app; `onFiles` comes after they are in the inbox. */
export function onFilesOpened(onFiles: () => void): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length === 0) return;
    void Promise.all(files.map((handle) => handle.getFile())).then((opened) => {
      inbox.add(opened);
      onFiles();
    });
  });
}
