import { exchangeNow } from '../../commands/folder/useFolder';
import { folderExchange } from '../../state/folderExchange.svelte';
import type { FolderStanding } from '../../state/folderExchange.svelte';
import { openPlan } from '../../state/openPlan.svelte';
import { thisDevice } from '../../state/thisDevice.svelte';

/** How often the folders are looked at while the app is open, and how long a save rests before it is written. */
const EVERY_MS = 45_000;
const REST_MS = 4_000;

let isKept = false;
let turn: Promise<void> = Promise.resolve();
let isTurnWaiting = false;
let rest: ReturnType<typeof setTimeout> | undefined;

/** Exchanges every plan that has a folder for as long as the app is open; asking again changes nothing. */
export function keepExchanging(): void {
  if (isKept) return;
  isKept = true;
  window.addEventListener('focus', exchangeAll);
  document.addEventListener('visibilitychange', exchangeAll);
  setInterval(exchangeAll, EVERY_MS);
  folderExchange.onGrown(() => {
    clearTimeout(rest);
    rest = setTimeout(exchangeAll, REST_MS);
  });
  exchangeAll();
}

/** One exchange after another; asked for more often while one is on, it is done once more. */
function exchangeAll(): void {
  if (isTurnWaiting) return;
  isTurnWaiting = true;
  turn = turn.then(exchangeEach).catch(() => {
    // The database was taken away under this tab: whoever did that has told it.
  });
}

async function exchangeEach(): Promise<void> {
  isTurnWaiting = false;
  for (const copy of await folderExchange.copies()) await exchange(copy);
}

/** Exchanges one plan now and shows what came of it. */
export async function exchange(copy: string): Promise<void> {
  folderExchange.stand(copy, 'exchanging');
  folderExchange.stand(copy, await ended(copy));
  await Promise.all([folderExchange.look(copy), openPlan.refreshRow(), thisDevice.refresh()]);
}

async function ended(copy: string): Promise<FolderStanding> {
  try {
    const end = await exchangeNow(copy);
    if (!end.ok) return end.problem;
    return end.value === 'ask' ? 'ask' : 'resting';
  } catch (error) {
    return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
  }
}
