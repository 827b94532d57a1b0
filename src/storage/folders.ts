import { db } from './database';
import type { FolderRow } from './database';

/** The folder through which a copy is exchanged, where one was chosen. */
export async function readFolder(copy: string): Promise<FolderRow | undefined> {
  return db().folders.get(copy);
}

/** The copies that are exchanged through a folder. */
export async function copiesWithFolder(): Promise<readonly string[]> {
  return db().folders.toCollection().primaryKeys();
}

export async function keepFolder(row: FolderRow): Promise<void> {
  await db().folders.put(row);
}

/** Keeps what an exchange learnt, unless the folder was let go of meanwhile. */
export async function updateFolder(copy: string, changes: Partial<Omit<FolderRow, 'copy'>>): Promise<void> {
  await db().folders.update(copy, changes);
}

/** Lets go of a folder. Its files stay where they are. */
export async function forgetFolder(copy: string): Promise<void> {
  await db().folders.delete(copy);
}
