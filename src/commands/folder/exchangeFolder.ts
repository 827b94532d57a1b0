import type { Problem, Result } from '../../domain/problem';
import { readCopy } from '../../storage/copies';
import type { FolderRow, SeenFile } from '../../storage/database';
import { now, nowIso } from '../clock';
import type { PreparedSnapshot } from '../exportSnapshot';
import { ensureDevice } from '../thisDevice';
import { isPassedOver, ownFileName } from './sharedFolder';
import type { ListedFile, SharedFolder } from './sharedFolder';
import { weighFile } from './weighFile';
import type { MergePorts, Weighed } from './weighFile';
import { writeOwnFile } from './writeOwnFile';

/** What one exchange learns and hands on to the next. */
export type FolderMemory = Omit<FolderRow, 'copy' | 'handle'>;

export interface ExchangePorts extends MergePorts {
  readonly snapshot: (copy: string) => Promise<Result<PreparedSnapshot>>;
}

export const NOTHING_EXCHANGED: FolderMemory = {
  lastAt: null,
  read: [],
  waiting: [],
  unread: [],
  arrived: null,
  written: null,
  inFolder: 0,
};

/** What came from the folder is in it already: that this device holds it too may be told later. */
const TELL_AGAIN_MS = 600_000;

/** What an exchange came to, as far as it came; a problem says what of it failed. */
export interface Exchanged {
  readonly memory: FolderMemory;
  readonly problem: Problem | null;
}

/**
 * Exchanges a plan through a folder, once: reads every file that changed, merges what is clean, and writes this
 * device's own file when it holds something that no file of the folder does. An absent, an unreadable and an empty
 * file are three answers, and none of them takes anything away. A file that cannot be merged keeps nothing else from
 * being exchanged.
 */
export async function exchangeFolder(
  copy: string,
  folder: SharedFolder,
  memory: FolderMemory,
  ports: ExchangePorts,
): Promise<Exchanged> {
  const row = await readCopy(copy);
  if (!row) return { memory, problem: { code: 'planNotFound' } };
  const own = ownFileName(row.plan, row.ownDevice ?? (await ensureDevice()));
  const listed = (await folder.list()).filter(({ name }) => !isPassedOver(name));
  const reading = openReading(memory, listed);
  for (const file of listed) {
    const weighed = await weighListed(file, { copy, folder, memory, ports });
    if (weighed?.k === 'failed') reading.failed.set(file.name, weighed.problem);
    else if (weighed) take(reading, file, weighed);
  }
  const read = await closeReading(copy, memory, reading);
  const isDue = await isToBeWritten(copy, read, ownFileIn(own, listed, read, reading));
  const [failed = null] = reading.failed.values();
  if (!isDue) return { memory: read, problem: failed };
  const wrote = await writeOwn({ copy, folder, memory: read, ports }, own);
  return { ...wrote, problem: wrote.problem ?? failed };
}

async function writeOwn({ copy, folder, memory, ports }: Exchange, own: string): Promise<Exchanged> {
  const row = await readCopy(copy);
  if (!row) return { memory, problem: { code: 'planNotFound' } };
  const made = await ports.snapshot(copy);
  if (!made.ok) return { memory, problem: made.problem };
  const seen = await writeOwnFile(row, folder, own, made.value);
  if (!seen.ok) return { memory, problem: seen.problem };
  const read = [...memory.read.filter(({ name }) => name !== own), seen.value];
  const count = made.value.commits;
  return { memory: { ...memory, read, written: { at: nowIso(), count }, inFolder: count }, problem: null };
}

interface Exchange {
  readonly copy: string;
  readonly folder: SharedFolder;
  readonly memory: FolderMemory;
  readonly ports: ExchangePorts;
}

/** What came of a file, or null for one that stands as it was when it was last looked at. */
async function weighListed(
  file: ListedFile,
  { copy, folder, memory, ports }: Exchange,
): Promise<Weighed | null> {
  if (file.size === null) return { k: 'again', why: 'unreadable' };
  if (memory.read.some((one) => isSame(one, file))) return null;
  const waits = memory.waiting.find((one) => isSame(one, file));
  // What it would do may have changed with what is held here.
  if (waits && waits.held === (await readCopy(copy))?.count) return { k: 'waits' };
  return weighFile(copy, folder, file, ports);
}

function isSame(a: SeenFile, b: SeenFile): boolean {
  return a.name === b.name && a.size === b.size && a.modified === b.modified;
}

interface Reading {
  readonly read: SeenFile[];
  readonly waiting: SeenFile[];
  readonly unread: FolderRow['unread'][number][];
  readonly from: { person: string; changes: number }[];
  readonly passed: Map<string, number>;
  /** Why a file could not be merged, by its name: it is tried again. */
  readonly failed: Map<string, Problem>;
}

/** What was read stays read while it stands in the folder as it was. */
function openReading(memory: FolderMemory, listed: readonly ListedFile[]): Reading {
  const read = memory.read.filter((one) => listed.some((file) => file.size !== null && isSame(one, file)));
  return { read: [...read], waiting: [], unread: [], from: [], passed: new Map(), failed: new Map() };
}

function take(reading: Reading, file: ListedFile, weighed: Exclude<Weighed, { k: 'failed' }>): void {
  if (weighed.k === 'again') reading.unread.push({ name: file.name, why: weighed.why });
  if (file.size === null || weighed.k === 'again') return;
  if (weighed.k === 'waits') return void reading.waiting.push(file);
  reading.read.push(file);
  if (weighed.k === 'passed') reading.passed.set(file.name, weighed.known);
  else if (weighed.added > 0) reading.from.push({ person: weighed.person, changes: weighed.added });
}

async function closeReading(copy: string, memory: FolderMemory, reading: Reading): Promise<FolderMemory> {
  const { read, waiting, unread, from, failed } = reading;
  const at = nowIso();
  const held = (await readCopy(copy))?.count ?? 0;
  return {
    ...memory,
    // Where nothing came of it but a failure, the last exchange is the one before.
    lastAt: failed.size > 0 && from.length === 0 ? memory.lastAt : at,
    read,
    waiting: waiting.map((file) => ({ ...file, held })),
    unread,
    arrived: from.length > 0 ? { at, from } : memory.arrived,
    inFolder: from.reduce((sum, { changes }) => sum + changes, memory.inFolder),
  };
}

/**
 * How this device's own file stands. `open`: it is not what this device wrote, by a copied device or by the
 * replicating program, and is not written over before a person has seen it.
 */
type OwnFile = 'missing' | 'whole' | 'open';

function ownFileIn(
  own: string,
  listed: readonly ListedFile[],
  { written, waiting }: FolderMemory,
  { unread, passed, failed }: Reading,
): OwnFile {
  const file = listed.find(({ name }) => name === own);
  if (!file) return 'missing';
  if (file.size === null || failed.has(own) || waiting.some(({ name }) => name === own)) return 'open';
  // What is empty or cut short there is this device's own to write again.
  if (unread.some(({ name }) => name === own)) return 'missing';
  // An older one that came back; only touched, it still holds all that was written.
  const known = passed.get(own);
  return known !== undefined && known < (written?.count ?? Infinity) ? 'missing' : 'whole';
}

async function isToBeWritten(copy: string, memory: FolderMemory, own: OwnFile): Promise<boolean> {
  if (own !== 'whole') return own === 'missing';
  const { written, inFolder } = memory;
  const count = (await readCopy(copy))?.count ?? 0;
  if (count > inFolder || written === null) return true;
  return count !== written.count && now() - Date.parse(written.at) >= TELL_AGAIN_MS;
}
