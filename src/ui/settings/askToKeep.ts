import { keepStorage } from '../../commands/thisDevice';
import { notices } from '../../state/notices.svelte';
import { thisDevice } from '../../state/thisDevice.svelte';
import { settings } from '../../text/settings';

/** Asks the browser to keep what is here, inside a tap, and tells what it answered. */
export async function askToKeep(): Promise<void> {
  const isGranted = await keepStorage();
  notices.tell(isGranted ? settings.persistGranted : settings.persistDenied, isGranted ? 'success' : 'info');
  await thisDevice.refresh();
}
