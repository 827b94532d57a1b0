import { fieldClassOf } from '../domain/entities';
import { readAuditFinding } from '../domain/auditFindings';
import type { AuditFinding } from '../domain/auditFindings';
import { displayValue } from '../log/conflicts';
import { deletionOf } from '../log/deletes';
import { compareText } from '../log/json';
import { compareStamps } from '../log/stamp';
import { entitiesOf } from '../log/state';
import type { Entity, Head, LogState } from '../log/state';
import { deviceOf } from './history';

/** Who wrote something, when and on which device. */
type Signature = Pick<Head, 'by' | 'at'> & { readonly device: string };

/** An audit finding as the log holds it. */
export interface WrittenFinding extends AuditFinding {
  readonly written: Signature;
  /** Null while nobody answered. */
  readonly answered: Signature | null;
}

/** What auditors wrote in a log and did not take back, the newest first. */
export function auditFindingsIn(log: LogState): readonly WrittenFinding[] {
  return [...entitiesOf(log, 'aud:')]
    .filter(([, entity]) => deletionOf(entity) !== 'deleted')
    .flatMap(([id, entity]): readonly WrittenFinding[] => {
      const finding = readAuditFinding(id, fieldsOf(id, entity));
      const written = signatureOf(entity, 'text');
      if (!finding || !written) return [];
      return [
        { ...finding, written, answered: finding.answer === '' ? null : signatureOf(entity, 'answer') },
      ];
    })
    .sort((a, b) => compareStamps(b.written.at, a.written.at) || compareText(a.id, b.id));
}

function fieldsOf(id: string, entity: Entity): ReadonlyMap<string, unknown> {
  return new Map(
    [...entity].map(([field, register]) => [field, displayValue(register, fieldClassOf(id, field))]),
  );
}

function signatureOf(entity: Entity, field: string): Signature | null {
  const head = entity.get(field)?.heads[0];
  return head ? { by: head.by, at: head.at, device: deviceOf(head.id) } : null;
}
