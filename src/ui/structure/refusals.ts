import { structure } from '../../text/structure';
import type { Value } from './planField';

// Why a value that can be read is not taken; null when it is.

export function refuseBlank(value: Value): string | null {
  return typeof value === 'string' && value.trim() !== '' ? null : structure.titleMissing;
}

export function refuseNegative(value: Value): string | null {
  return typeof value === 'number' && value < 0 ? structure.negative : null;
}

export function refuseYear(value: Value): string | null {
  const isYear = typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 9998;
  return isYear ? null : structure.notYear;
}
