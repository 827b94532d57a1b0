import type { Problem, Result } from '../../domain/problem';
import { fileKind } from '../../formats/fileKind';
import { isProtectedSign } from '../../formats/protectedFile';
import type { FolderRow, SeenFile } from '../../storage/database';
import type { MergedSnapshot, SnapshotPreview } from '../snapshotWork';
import type { SharedFolder } from './sharedFolder';

/** How a file is looked at and merged: in a worker each time, and directly where there is none. */
export interface MergePorts {
  readonly preview: (file: File) => Promise<Result<SnapshotPreview>>;
  readonly merge: (file: File) => Promise<Result<MergedSnapshot>>;
}

type Why = FolderRow['unread'][number]['why'];

/** What came of one file. `passed`: it is something else, or brings nothing new. */
export type Weighed =
  | { readonly k: 'passed'; readonly known: number }
  | { readonly k: 'merged'; readonly person: string; readonly added: number }
  | { readonly k: 'waits' }
  | { readonly k: 'again'; readonly why: Why }
  | { readonly k: 'failed'; readonly problem: Problem };

const SIGN_BYTES = 4096;
/** More than this is not taken into memory unasked. */
const MAX_UNASKED_BYTES = 200_000_000;
const GZIP = [0x1f, 0x8b];

/**
 * Reads one file of a shared folder and merges what is clean. What a file is, is told by its content alone: a copy
 * that the replicating program put beside another ("plan (1).json") is merged like any other, and a file of
 * another plan is none of ours.
 */
export async function weighFile(
  copy: string,
  folder: SharedFolder,
  seen: SeenFile,
  { preview, merge }: MergePorts,
): Promise<Weighed> {
  if (seen.size === 0) return again('empty');
  const file = await takeFile(folder, seen.name);
  if (file === null) return again('unreadable');
  if (typeof file === 'string') return file === 'other' ? PASSED : { k: 'waits' };
  const looked = await preview(file);
  if (!looked.ok) return refused(looked.problem);
  const { value } = looked;
  if (value.copy !== copy) return PASSED;
  if (bringsNothing(value)) return { k: 'passed', known: value.known };
  if (!isClean(value)) return { k: 'waits' };
  const merged = await merge(file);
  if (!merged.ok) return { k: 'failed', problem: merged.problem };
  return { k: 'merged', person: merged.value.exportedBy, added: merged.value.added };
}

/**
 * The rule of what is merged in the background, after the automatic copy like any merge: what leaves nothing to a
 * person. A new conflict, something late for a closed cut, anything altered, a clock that looks wrong, or this
 * device's own identity in other hands waits until somebody has seen it in the ordinary preview.
 */
export function isClean(preview: SnapshotPreview): boolean {
  const { conflicts, late, quarantined, clockWarnings, isDeviceCopied, files } = preview;
  const counts = [conflicts, late, quarantined, clockWarnings.length, files?.altered ?? 0];
  return !isDeviceCopied && counts.every((count) => count === 0);
}

function bringsNothing({ added, quarantined, files }: SnapshotPreview): boolean {
  return added === 0 && quarantined === 0 && (files?.added ?? 0) === 0 && (files?.altered ?? 0) === 0;
}

const PASSED: Weighed = { k: 'passed', known: 0 };

function again(why: Why): Weighed {
  return { k: 'again', why };
}

/**
 * The file as it is at one moment: what is previewed is what is merged, whatever is written over it meanwhile. Null
 * when it cannot be read now.
 */
async function takeFile(folder: SharedFolder, name: string): Promise<File | 'other' | 'asks' | null> {
  try {
    const file = await folder.read(name);
    const sign = new Uint8Array(await file.slice(0, SIGN_BYTES).arrayBuffer());
    if (sign.every((byte) => byte === 0)) return null;
    if (isProtectedSign(sign)) return 'asks';
    if (!maySay(sign)) return 'other';
    if (file.size > MAX_UNASKED_BYTES) return 'asks';
    return new File([await file.arrayBuffer()], name);
  } catch {
    // Moved, taken away or held by another program between two looks.
    return null;
  }
}

/** Whether a file may be a copy of a plan by its first bytes. */
function maySay(sign: Uint8Array): boolean {
  if (GZIP.every((byte, index) => sign[index] === byte)) return true;
  const kind = fileKind(sign);
  return kind === 'zip' || (kind === 'text' && new TextDecoder().decode(sign).includes('"plan-log"'));
}

function refused({ code }: Problem): Weighed {
  return FOREIGN.has(code) ? PASSED : again(WHY.get(code) ?? 'unreadable');
}

/** Something else, or of a plan that is not here: what it holds is for whoever opens it. */
const FOREIGN: ReadonlySet<Problem['code']> = new Set([
  'snapshotForeign',
  'snapshotAltered',
  'deltaWithoutPlan',
]);
const WHY: ReadonlyMap<Problem['code'], Why> = new Map([
  ['snapshotNewer', 'newer'],
  ['fileEmpty', 'empty'],
]);
