import type { IsoDay } from '../domain/isoDay';
import type { ClockTime } from '../domain/meetings/words';

/** Colombia keeps one hour all year: five behind UTC. */
const BOGOTA_MS = -5 * 3_600_000;

/** The instant of this device, in milliseconds. Clock, chance and ids enter the app here and nowhere else. */
export function now(): number {
  return Date.now();
}

/** The instant of this device as ISO text in UTC. */
export function nowIso(): string {
  return new Date(now()).toISOString();
}

/** Today in Bogota, wherever the device believes it is. */
export function today(): IsoDay {
  return new Date(now() + BOGOTA_MS).toISOString().slice(0, 10) as IsoDay;
}

/** The hour in Bogota, wherever the device believes it is. */
export function nowTime(): ClockTime {
  return new Date(now() + BOGOTA_MS).toISOString().slice(11, 16) as ClockTime;
}

/** A number from 0 up to, but not, 1, by chance. */
export function chance(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn / 2 ** 32;
}

const BASE_32 = 'abcdefghjkmnpqrstvwxyz0123456789';

/** A random id of base-32 letters: 8 for a device, 12 for an entity. */
export function randomId(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => BASE_32[byte % BASE_32.length]).join('');
}
