import type { CommitId } from '../log/commit';
import { isRecord } from '../log/json';
import type { Json } from '../log/json';
import type { Quarantined } from '../log/union';
import { db } from './database';

/** The most that is kept of what does not verify, so that a hostile file cannot fill the device. */
const MAX_BYTES = 16_000_000;

/** What was kept aside of a copy because it did not verify, as it came. */
export async function readQuarantine(copy: string): Promise<readonly Quarantined[]> {
  const rows = await db().quarantine.where('[copy+key]').between([copy], [copy, []]).toArray();
  return rows.map(({ key, reason, text }) => ({ key, reason, raw: JSON.parse(text) as Json }));
}

/** The ids of commits that verify and are not folded all the same: nobody's for sure, or another plan's. */
export function leftAside(quarantine: readonly Quarantined[]): ReadonlySet<CommitId> {
  return new Set(quarantine.filter(({ reason }) => LEFT.has(reason)).map(({ raw }) => idOf(raw)));
}

function idOf(raw: Json): CommitId {
  const id = isRecord(raw) ? raw['id'] : undefined;
  return typeof id === 'string' ? id : '';
}

const LEFT: ReadonlySet<Quarantined['reason']> = new Set(['collision', 'otherPlan']);

/** Keeps aside what did not verify, up to the cap; runs inside the caller's transaction. */
export async function keepInQuarantine(copy: string, entries: readonly Quarantined[]): Promise<void> {
  if (entries.length === 0) return;
  const held = await db().quarantine.where('[copy+key]').between([copy], [copy, []]).toArray();
  let room = MAX_BYTES - held.reduce((sum, { text }) => sum + text.length, 0);
  for (const { key, reason, raw } of entries) {
    const text = JSON.stringify(raw);
    room -= text.length;
    if (room < 0) return;
    await db().quarantine.put({ copy, key, reason, text });
  }
}

/** The commits that verify and are not folded all the same: two of one id, or of another plan. */
export async function idsLeftOut(copy: string): Promise<ReadonlySet<CommitId>> {
  return leftAside(await readQuarantine(copy));
}
