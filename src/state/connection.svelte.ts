import { createSubscriber } from 'svelte/reactivity';

/** Whether the device has a network. Having none is normal. */
class Connection {
  #subscribe = createSubscriber((update) => {
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  });

  get isOnline(): boolean {
    this.#subscribe();
    return navigator.onLine;
  }
}

export const connection = new Connection();
