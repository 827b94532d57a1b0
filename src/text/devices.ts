import type { DeviceName } from '../domain/devices';
import { count } from './format';

/** A device in a sentence: "el equipo de Ana", "el equipo de Ana (k3f9)", "el equipo k3f9". */
export function deviceWords({ name, short, isShared }: DeviceName): string {
  if (name === '') return `el equipo ${short}`;
  return isShared ? `el equipo de ${name} (${short})` : `el equipo de ${name}`;
}

/** The same where a sentence says whose: "del equipo de Ana". */
export function ofDevice(device: DeviceName): string {
  return `d${deviceWords(device)}`;
}

/** The same at the beginning of a sentence. */
export function deviceTitle(device: DeviceName): string {
  const words = deviceWords(device);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far a clock is off, as one says it: "un día", "3 horas", "25 minutos". */
export function stretch(ms: number): string {
  if (ms >= DAY * 0.9) return inWhole(ms / DAY, 'un día', 'días');
  return ms >= HOUR * 0.9
    ? inWhole(ms / HOUR, 'una hora', 'horas')
    : inWhole(ms / MINUTE, 'un minuto', 'minutos');
}

function inWhole(amount: number, one: string, many: string): string {
  const whole = Math.max(1, Math.round(amount));
  return whole === 1 ? one : count(whole, '', many);
}
