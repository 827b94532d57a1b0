import type { Holding } from '../log/delta';
import { sameJson } from '../log/json';
import { db } from './database';
import type { ExchangeRow } from './database';

/** The receipts of a copy, the newest first. */
export async function listExchanges(copy: string): Promise<readonly ExchangeRow[]> {
  return db().exchanges.where('[copy+key]').between([copy], [copy, []]).reverse().toArray();
}

/**
 * Keeps a receipt, inside the caller's transaction over `exchanges` where there is one. What a shared folder brings
 * over and over, with nothing new in it, is one receipt: the last. So is what is left in a folder for anybody, since
 * each such file holds all that the one before did.
 */
export async function keepExchange(row: ExchangeRow): Promise<void> {
  await db().transaction('rw', db().exchanges, async () => {
    if (row.how === 'folder') await db().exchanges.bulkDelete(await repeatedBy(row));
    await db().exchanges.put(row);
  });
}

async function repeatedBy(row: ExchangeRow): Promise<[string, string][]> {
  const rows = await listExchanges(row.copy);
  const isRepeated = row.way === 'given' ? isLeftAgain : isSaidAgain;
  return rows.filter((one) => isRepeated(one, row)).map(({ copy, key }) => [copy, key]);
}

function isLeftAgain(one: ExchangeRow, row: ExchangeRow): boolean {
  const isForAnybody = one.device === '' && row.device === '';
  return isForAnybody && one.way === 'given' && one.how === 'folder';
}

function isSaidAgain(one: ExchangeRow, row: ExchangeRow): boolean {
  const told = (['way', 'how', 'device', 'file', 'added'] as const).every((key) => one[key] === row[key]);
  return row.added === 0 && told && sameJson(one.heads, row.heads);
}

/** What a device showed to hold in the last file that came from it; null where none ever came. */
export async function lastHolding(copy: string, device: string): Promise<Holding | null> {
  const rows = await listExchanges(copy);
  const last = rows.find((row) => row.way === 'received' && row.device === device);
  return last ? { heads: new Map(last.heads), without: last.without } : null;
}
