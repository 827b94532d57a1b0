import { mount } from 'svelte';
import { ensureDevice, markStorageUsed } from './commands/thisDevice';
import { appUpdate } from './state/appUpdate.svelte';
import { onFilesOpened } from './state/inbox.svelte';
import { notices } from './state/notices.svelte';
import { thisDevice } from './state/thisDevice.svelte';
import { commitOpenFields } from './state/typedField.svelte';
import { openDatabase } from './storage/database';
import { storageProblem } from './storage/failures';
import { holdTab } from './storage/tabs';
import App from './ui/App.svelte';
import { isProjection, receivePath } from './ui/paths';

// A bug is told to the person through the same door as everything else.
window.addEventListener('error', ({ message }) => notices.report({ code: 'unexpected', detail: message }));
window.addEventListener('unhandledrejection', ({ reason }) =>
  notices.report({ code: 'unexpected', detail: reason instanceof Error ? reason.message : String(reason) }),
);

// Before any screen asks whether what was being typed is its own to take up.
const sayWhoWrites = () => holdTab(!isProjection(location.hash));
window.addEventListener('hashchange', sayWhoWrites);
sayWhoWrites();

// The page stands before the database does: whatever keeps it from opening can be told.
mount(App, { target: document.getElementById('app') ?? document.body });
void appUpdate.start();
onFilesOpened(() => (location.hash = receivePath()));
void start();

async function start(): Promise<void> {
  try {
    await openDatabase('bitacora', {
      onTrouble: (trouble) => notices.report({ code: trouble }),
      beforeLettingGo: commitOpenFields,
    });
    await ensureDevice();
    await thisDevice.refresh();
    if (thisDevice.copies?.length) await markStorageUsed();
  } catch (error) {
    thisDevice.fail(storageProblem(error));
  }
}
