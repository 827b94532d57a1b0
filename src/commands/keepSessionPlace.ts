import { keepPlace } from '../storage/sessionPlace';

/** Notes the point of the agenda that is being talked about: a reload and the projected window follow it. */
export function keepSessionPlace(sessionId: string, key: string): Promise<void> {
  return keepPlace(sessionId, key);
}
