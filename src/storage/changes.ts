import type { Commit } from '../log/commit';

/** What was just appended to a copy: its commits, and how many the copy now holds. */
export interface Appended {
  readonly copy: string;
  readonly count: number;
  /** The commits in order of arrival; null when they came from another tab or a worker and are to be read. */
  readonly commits: readonly Commit[] | null;
  /** True when the state has to be read again from storage, because a commit left the fold. */
  readonly isRebuilt?: boolean;
}

type Listener = (change: Appended) => void;

const listeners = new Set<Listener>();
let channel: BroadcastChannel | null = null;

/** Hears of every append to any copy, from this tab, another one or a worker. Gives the way to stop. */
export function onAppended(listener: Listener): () => void {
  listeners.add(listener);
  listen();
  return () => listeners.delete(listener);
}

/** Tells this tab, with the commits, and the others, that a copy grew. Call it after the transaction. */
export function announce(change: Appended): void {
  hear(change);
  listen()?.postMessage({ ...change, commits: null });
}

/** Tells only this tab: a worker that wrote for it told the others, and nobody knows when they hear of it. */
export function hear(change: Appended): void {
  for (const listener of listeners) listener(change);
}

function listen(): BroadcastChannel | null {
  if (channel || typeof BroadcastChannel === 'undefined') return channel;
  channel = new BroadcastChannel('bitacora');
  channel.onmessage = (message: MessageEvent<Appended>) => hear(message.data);
  // Node keeps a process alive for an open channel; a browser has no such method.
  (channel as { unref?: () => void }).unref?.();
  return channel;
}
