import { formatNumber } from './format';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** An amount of storage as a person reads it: "12,3 MB". One decimal below ten, none above. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const scaled = bytes / 1000 ** power;
  const shown = scaled < 10 ? Math.round(scaled * 10) / 10 : Math.round(scaled);
  return `${formatNumber(shown)}\u00a0${UNITS[power] ?? ''}`;
}
