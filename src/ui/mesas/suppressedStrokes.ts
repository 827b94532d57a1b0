import type { WorkshopSession } from '../../domain/meetings/model';
import type { Signature } from '../../domain/meetings/words';

/** The strokes of a session that somebody had taken away, under the attendance or under an acta. */
export function suppressedIn({ attendance, minutes }: WorkshopSession): ReadonlySet<string> {
  const signatures = [
    ...attendance.map(({ signature }) => signature),
    ...minutes.flatMap((one) => one.signatures.map(({ signature }) => signature)),
  ];
  return new Set(signatures.flatMap(suppressedStrokes));
}

function suppressedStrokes(signature: Signature | null): readonly string[] {
  return signature?.k === 'drawn' && signature.isSuppressed ? [signature.sha256] : [];
}
