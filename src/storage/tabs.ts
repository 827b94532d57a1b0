const TAB = 'bitacora-tab';

/** Says that this tab is open, for as long as it is. Where the browser has no locks nothing is said. */
export function holdTab(): void {
  // The promise ends, refused, only when the page goes.
  locks()
    ?.request(TAB, { mode: 'shared' }, () => new Promise(() => undefined))
    .catch(() => undefined);
}

/** True when no other tab of the app is open, as far as the browser tells. */
export async function isOnlyTab(): Promise<boolean> {
  const { held = [] } = (await locks()?.query()) ?? {};
  return held.filter(({ name }) => name === TAB).length <= 1;
}

function locks(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.locks;
}
