import { readSetting, writeSetting } from './settings';

const CHANNEL = 'bitacora-session-place';

/** Keeps on this device where a session is in its agenda, and tells its other windows. */
export async function keepPlace(sessionId: string, key: string): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ sessionId, key });
  channel.close();
  await writeSetting(settingOf(sessionId), key);
}

/** Where a session was left; null where nobody was in it. */
export async function readPlace(sessionId: string): Promise<string | null> {
  const key = await readSetting(settingOf(sessionId));
  return typeof key === 'string' ? key : null;
}

/** Hears where another window of this device goes; gives what stops it. */
export function onPlace(sessionId: string, hear: (key: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<{ readonly sessionId: string; readonly key: string }>) => {
    if (data.sessionId === sessionId) hear(data.key);
  };
  return () => channel.close();
}

function settingOf(sessionId: string): string {
  return `place:${sessionId}`;
}
