import type { SampleRule } from './auditTrail';
import { kindOf } from './entities';
import { dayOf, keysOf, numberOf, textOf, wordIn } from './fields';
import type { Fields } from './fields';
import type { IsoDay } from './isoDay';

/** What an auditor found that is not as it should be, or what they advise. */
export const AUDIT_KINDS = ['finding', 'recommendation'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

const AUDIT = 'aud';

/** What an auditor wrote of a plan: beside the plan, in none of its figures (domain.md J11). */
export interface AuditFinding {
  readonly id: string;
  /** The entity that it is about: a report, an indicator; `plan` for all of it. */
  readonly about: string;
  readonly kind: AuditKind;
  readonly text: string;
  /** How the sample was drawn in which it was found; null where it was met otherwise. */
  readonly sample: SampleRule | null;
  readonly day: IsoDay | null;
  /** Who wrote it, as they said: an auditor is none of the people of the plan. */
  readonly name: string;
  /** What the entity answered; empty until it does. */
  readonly answer: string;
}

/** The id of an audit finding, by chance of its own. */
export function auditFindingId(chance: string): string {
  return `${AUDIT}:${chance}`;
}

export function isAuditFinding(entity: string): boolean {
  return kindOf(entity) === AUDIT;
}

/** Reads an audit finding; null for any other entity and for one without words. */
export function readAuditFinding(id: string, fields: Fields): AuditFinding | null {
  const text = textOf(fields.get('text'));
  if (!isAuditFinding(id) || text === '') return null;
  return {
    id,
    about: textOf(fields.get('about')),
    kind: wordIn(AUDIT_KINDS, fields.get('kind')) ?? 'finding',
    text,
    sample: sampleOf(fields.get('sample')),
    day: dayOf(fields.get('day')),
    name: textOf(fields.get('name')),
    answer: textOf(fields.get('answer')),
  };
}

function sampleOf(value: unknown): SampleRule | null {
  const { seed, size } = keysOf(value);
  const many = numberOf(size);
  return textOf(seed) === '' || many === null ? null : { seed: textOf(seed), size: many };
}
