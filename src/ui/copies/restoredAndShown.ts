import { push } from 'svelte-spa-router';
import type { restoreFromFile } from '../../commands/copies';
import { notices } from '../../state/notices.svelte';
import { thisDevice } from '../../state/thisDevice.svelte';
import { copies } from '../../text/copies';
import { boardPath } from '../paths';

/** Tells what was brought back and goes there; a problem is told where one is. */
export async function restoredAndShown(restoring: ReturnType<typeof restoreFromFile>): Promise<void> {
  const restored = await restoring;
  if (!restored.ok) return notices.report(restored.problem);
  const { commits, quarantined, copy } = restored.value;
  const aside = quarantined > 0 ? ` ${copies.restoredAside(quarantined)}` : '';
  notices.tell(`${copies.restored(commits)}${aside}`);
  await thisDevice.refresh();
  await push(boardPath(copy).slice(1));
}
