import { auditFindingId } from '../domain/auditFindings';
import type { AuditKind } from '../domain/auditFindings';
import type { SampleRule } from '../domain/auditTrail';
import { failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import type { Json } from '../log/json';
import { append } from '../storage/append';
import { storageProblem } from '../storage/failures';
import { readIdentity, writeIdentity } from '../storage/settings';
import { personId, withName } from './author';
import { randomId, today } from './clock';
import { composeEdits } from './save';

/** What an auditor writes of a part of the plan. */
export interface GivenFinding {
  readonly about: string;
  readonly kind: AuditKind;
  readonly text: string;
  /** How the sample was drawn in which it was found; null where it was met otherwise. */
  readonly sample: SampleRule | null;
}

/**
 * Writes an audit finding in the copy that is audited, signed by name. A name that is given with it becomes this
 * device's. Refuses one without words, and one that nobody signs.
 */
export async function writeAuditFinding(
  copy: string,
  { about, kind, text, sample }: GivenFinding,
  givenName = '',
): Promise<Result<readonly Commit[]>> {
  if (text.trim() === '') return failure({ code: 'findingEmpty' });
  try {
    const name = givenName.trim();
    if (personId(withName(await readIdentity(), name)) === null) {
      return failure({ code: 'nameNeeded', for: 'audit' });
    }
    const entity = auditFindingId(randomId(12));
    return await append(copy, async (context) => {
      const identity = withName(context.identity, name);
      if (identity !== context.identity) await writeIdentity(identity);
      const fields: readonly (readonly [string, Json])[] = [
        ['about', about],
        ['kind', kind],
        ['text', text.trim()],
        ['day', today()],
        ['name', identity.name.trim()],
        ...(sample ? [['sample', { seed: sample.seed, size: sample.size }] as const] : []),
      ];
      const edits = fields.map(([field, value]) => ({ entity, field, value, seen: [] }));
      return composeEdits({ ...context, identity }, edits);
    });
  } catch (error) {
    return failure(storageProblem(error));
  }
}
