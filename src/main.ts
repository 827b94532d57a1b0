import { mount } from 'svelte';
import { ensureDevice } from './commands/thisDevice';
import { appUpdate } from './state/appUpdate.svelte';
import { notices } from './state/notices.svelte';
import { thisDevice } from './state/thisDevice.svelte';
import { openDatabase } from './storage/database';
import { holdTab } from './storage/tabs';
import App from './ui/App.svelte';

// A bug is told to the person through the same door as everything else.
window.addEventListener('error', ({ message }) => notices.report({ code: 'unexpected', detail: message }));
window.addEventListener('unhandledrejection', ({ reason }) =>
  notices.report({ code: 'unexpected', detail: reason instanceof Error ? reason.message : String(reason) }),
);

async function start(): Promise<void> {
  await openDatabase('bitacora', (trouble) => notices.report({ code: trouble }));
  holdTab();
  await ensureDevice();
  await thisDevice.refresh();
}

try {
  await start();
} catch (error) {
  notices.report({ code: 'unexpected', detail: error instanceof Error ? error.message : String(error) });
}
mount(App, { target: document.getElementById('app') ?? document.body });
void appUpdate.start();
