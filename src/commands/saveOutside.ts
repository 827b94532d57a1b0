import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { readBackup } from '../storage/backups';
import { readCopy } from '../storage/copies';
import { storageProblem } from '../storage/failures';
import { deliver } from './deliver';
import type { Delivery } from './deliver';
import { fileNameOf } from './fileName';

/** How a copy left: `verified` where it was written where the person said, and read back. */
export type SavedOutside = Delivery | 'verified';

type PickSave = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;

/**
 * Saves a kept copy outside the browser. Where the browser lets the person choose the place, what was written is read
 * back and compared; a share or a download cannot be looked into afterwards. Call it inside the tap.
 */
export async function saveOutside(copy: string, madeAt: string): Promise<Result<SavedOutside>> {
  try {
    const [row, text] = [await readCopy(copy), await readBackup(copy, madeAt)];
    if (text === undefined) return failure({ code: 'copyGone' });
    const name = fileNameOf({ title: row?.title ?? '', planYear: row?.planYear ?? 0 }, 'json');
    const pick = (globalThis as { showSaveFilePicker?: PickSave }).showSaveFilePicker;
    if (pick) return await saveWhere(pick, name, text);
    const bytes = new TextEncoder().encode(text);
    return success(await deliver({ name, mime: 'application/json', bytes }));
  } catch (error) {
    return failure(storageProblem(error));
  }
}

async function saveWhere(pick: PickSave, name: string, text: string): Promise<Result<SavedOutside>> {
  try {
    const handle = await pick({ suggestedName: name });
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
    const isSame = (await (await handle.getFile()).text()) === text;
    return isSame ? success('verified') : failure({ code: 'fileNotReadBack', file: handle.name });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return success('cancelled');
    return failure({ code: 'fileNotReadBack', file: name });
  }
}
