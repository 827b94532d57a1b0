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

/** Of one version of a session's acta. */
export function minutesId(sessionId: string, version: number): string {
  return `min:${bare(sessionId)}:${version}`;
}

/** Of one person's signature under one version of an acta. */
export function minutesSignatureId(sessionId: string, version: number, personId: string): string {
  return `sig:${bare(sessionId)}:${version}:${bare(personId)}`;
}

/** What an id of a part says after its kind: the session, and the rest of it. Null for a malformed one. */
export function partsOf(id: string): { readonly sessionId: string; readonly rest: string } | null {
  const [, session, rest] = /^[a-z]+:([^:]+):(.+)$/.exec(id) ?? [];
  return session && rest ? { sessionId: `mtg:${session}`, rest } : null;
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
