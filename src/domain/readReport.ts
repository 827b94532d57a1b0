import { keysOf, numberOf } from './fields';
import { NOT_REPORTED } from './report';
import type { Report } from './report';

/** What was said of a period; anything that is no report is nothing said. */
export function reportFrom(value: unknown): Report {
  const { k, v } = keysOf(value);
  if (k === 'value') {
    const number = numberOf(v);
    return number === null ? NOT_REPORTED : { k, v: number };
  }
  return k === 'notScheduled' || k === 'notApplicable' ? { k } : NOT_REPORTED;
}
