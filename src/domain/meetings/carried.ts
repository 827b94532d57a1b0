import { compare } from '../compare';
import { oncePerEntity, textOf } from '../fields';
import { FROM, readLineage } from '../lineage';
import type { Evidence } from '../report';
import type { CarriedCommitment } from './model';

/** What is said of a commitment that goes on from an earlier year: of no session, and with what it comes from. */
export const readCarried = oncePerEntity((_id, fields) => ({
  isCarried: textOf(fields.get('session')) === '' && readLineage(fields.get(FROM)) !== null,
  seriesId: textOf(fields.get('series')),
}));

/** Those that go on, each with its evidence, in order of their days. */
export function carriedFrom(
  read: readonly Omit<CarriedCommitment, 'evidence'>[],
  evidenceOf: (id: string) => readonly Evidence[],
): readonly CarriedCommitment[] {
  return read
    .map((one) => ({ ...one, evidence: evidenceOf(one.id) }))
    .sort((a, b) => compare(a.due ?? '9', b.due ?? '9') || compare(a.id, b.id));
}
