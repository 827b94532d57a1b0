import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { keepSharedFiles } from './storage/sharedFiles';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

// Every file of one build is kept together; routes live in the hash, so whatever the query says the page is the same.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();

// A new version waits until a person says so (src/state/appUpdate.svelte.ts): text being typed is never lost.
self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// Only the first visit has pages without a worker: from here on they too find every lazy part with no network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// Other apps share files by a form that no server would answer (the manifest's share_target).
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'POST' && url.split(/[?#]/)[0] === shareTarget()) event.respondWith(receive(event.request));
});

function shareTarget(): string {
  return `${self.registration.scope}recibir`;
}

/** Keeps what came for the page to show, which does the rest; where there is no room for it the page says so. */
async function receive(request: Request): Promise<Response> {
  const page = `${self.registration.scope}#/recibir`;
  try {
    await keepSharedFiles(filesIn(await request.formData()));
    return Response.redirect(page, 303);
  } catch {
    return Response.redirect(`${page}?cupo=no`, 303);
  }
}

/** The files of a form; the text of a copy that was shared as a message is one too. */
function filesIn(form: FormData): readonly File[] {
  const text = form.get('text');
  const isCopy = typeof text === 'string' && text.trim().startsWith('{');
  const files = form.getAll('files').filter((entry) => entry instanceof File);
  return isCopy ? [...files, new File([text], 'texto.json')] : files;
}
