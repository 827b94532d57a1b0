// The parts of a session are known by the session and by what they are about, so that two tablets that write of the
// same thing write of one (merge.md 1).

/** Of one point of a session's agenda. `key` says what it is about: see `pointKeys`. */
export function pointId(sessionId: string, key: string): string {
  return `pnt:${bare(sessionId)}:${key}`;
}

/** Of one person at a session. */
export function attendanceId(sessionId: string, personId: string): string {
  return `att:${bare(sessionId)}:${bare(personId)}`;
}

/** Digits of the hash of an acta that its id carries: two closings of one version are two actas. */
const MARK = 12;

/** Of one acta of a session: its version, and its own hash. */
export function minutesId(sessionId: string, version: number, sha256: string): string {
  return `min:${bare(sessionId)}:${version}:${markOf(sha256)}`;
}

/** Of one person's signature under one acta. */
export function minutesSignatureId(
  sessionId: string,
  minutes: { readonly version: number; readonly sha256: string },
  personId: string,
): string {
  return `sig:${bare(sessionId)}:${minutes.version}:${markOf(minutes.sha256)}:${bare(personId)}`;
}

/** The field of a session that says of one of its acts that it was opened again, to be corrected. */
export function reopenedField(sha256: string): string {
  return `reopened/${markOf(sha256)}`;
}

/** The acta of a session, cited as evidence of what it counts: one for each version. */
export function minutesEvidenceId(sessionId: string, version: number): string {
  return `evi:acta-${bare(sessionId)}-${version}`;
}

function markOf(sha256: string): string {
  return sha256.slice(0, MARK);
}

/** What an id of a part says after its kind: the session, and the rest of it. Null for a malformed one. */
export function partsOf(id: string): { readonly sessionId: string; readonly rest: string } | null {
  const [, session, rest] = /^[a-z]+:([^:]+):(.+)$/.exec(id) ?? [];
  return session && rest ? { sessionId: `mtg:${session}`, rest } : null;
}

/** True for an entity that is a session, one of its parts, or something promised in it. */
export function isOfSession(
  { id, commitments }: { readonly id: string; readonly commitments: readonly { readonly id: string }[] },
  entityId: string,
): boolean {
  return (
    entityId === id ||
    commitments.some((one) => one.id === entityId) ||
    (/^(?:pnt|att|min|sig):/.test(entityId) && partsOf(entityId)?.sessionId === id)
  );
}

/** The keys of the points that are not about one thing of the plan or of the series. */
export const POINT = {
  /** What was promised before. */
  commitments: 'commitments',
  /** Spanish *proposiciones y varios*. */
  other: 'other',
} as const;

function bare(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
