/** A device that dies at its n-th write: that one and all that would follow are not carried out. */
type Write = 'put' | 'add' | 'delete';

const WRITES: readonly Write[] = ['put', 'add', 'delete'];

export interface Death {
  /** How many writes were asked for. */
  readonly writes: () => number;
  readonly isDead: () => boolean;
  /** The device is switched on again. */
  readonly revive: () => void;
}

/** Counts writes to the fake database of Node, and dies at the given one, from 1. */
export function dieAtWrite(n: number): Death {
  let writes = 0;
  const whole = WRITES.map(
    (name) =>
      [name, Reflect.get(IDBObjectStore.prototype, name) as (...given: unknown[]) => unknown] as const,
  );
  for (const [name, write] of whole) {
    Object.defineProperty(IDBObjectStore.prototype, name, {
      configurable: true,
      value(this: IDBObjectStore, ...given: unknown[]): unknown {
        writes += 1;
        if (writes < n) return Reflect.apply(write, this, given);
        if (writes === n) this.transaction.abort();
        throw new DOMException('The device is gone', 'AbortError');
      },
    });
  }
  const revive = (): void => {
    for (const [name, value] of whole) {
      Object.defineProperty(IDBObjectStore.prototype, name, { configurable: true, writable: true, value });
    }
  };
  return { writes: () => writes, isDead: () => writes >= n, revive };
}
