const TAB = 'bitacora-tab';

let letGo: (() => void) | null = null;

/**
 * Says that this tab is open for writing, for as long as it is; one that only shows stands in nobody's way. Where the
 * browser has no locks nothing is said.
 */
export function holdTab(isWriting: boolean): void {
  if (isWriting === (letGo !== null)) return;
  letGo?.();
  letGo = null;
  if (!isWriting) return;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  locks()
    ?.request(TAB, { mode: 'shared' }, () => held)
    // Refused when the page goes.
    .catch(() => undefined);
}

/** True when no other tab of the app writes, as far as the browser tells. */
export async function isOnlyTab(): Promise<boolean> {
  const { held = [] } = (await locks()?.query()) ?? {};
  return held.filter(({ name }) => name === TAB).length <= 1;
}

function locks(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.locks;
}
