import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';

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
