import type { Workbox } from 'workbox-window';
import { trustedScriptUrl } from '../trustedTypes';

/** What the service worker says of this copy of the app: can it work with no network, is a newer one waiting. */
class AppUpdate {
  /** A newer version is on this device and waits for a person to accept it. */
  isReady = $state(false);
  /** Every part of the app is on this device. Never true where there is no service worker (plain HTTP). */
  isOfflineReady = $state(false);

  #isStarted = false;
  #workbox: Workbox | undefined;
  #registration: ServiceWorkerRegistration | undefined;

  /**
   * Registers the service worker, once, after the page has loaded. Where there is none to be had (plain HTTP in a
   * local network, private modes, `npm run dev`) it does nothing; a refused registration is thrown to the caller.
   */
  async start(): Promise<void> {
    if (import.meta.env.DEV || this.#isStarted || !('serviceWorker' in navigator)) return;
    this.#isStarted = true;
    // Nothing on screen waits for it.
    const { Workbox } = await import('workbox-window');
    const workbox = new Workbox(trustedScriptUrl('./sw.js'));
    this.#workbox = workbox;
    workbox.addEventListener('waiting', () => (this.isReady = true));
    // Another tab accepted the new version: this one still runs the old code and must be loaded again.
    workbox.addEventListener('controlling', ({ isUpdate }) => {
      if (isUpdate) this.isReady = true;
    });
    this.#registration = await workbox.register();
    void navigator.serviceWorker.ready.then(() => (this.isOfflineReady = true));
    document.addEventListener('visibilitychange', () => void this.#look());
  }

  /** Puts the waiting version in place and loads the page again. What is being typed must be saved before. */
  apply(): void {
    if (!this.#registration?.waiting) {
      location.reload();
      return;
    }
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    this.#workbox?.messageSkipWaiting();
  }

  /** An installed app stays open for days: each time it comes back to view it asks whether there is a newer one. */
  async #look(): Promise<void> {
    if (document.visibilityState !== 'visible' || !navigator.onLine) return;
    await this.#workbox?.update().catch(() => undefined); // No answer means no network, and that is normal.
  }
}

export const appUpdate = new AppUpdate();
