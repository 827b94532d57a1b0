import { comparable } from '../../domain/comparable';
import { inTurn } from '../shared/frames';
import type { FindingGroup, FindingLine } from './findingGroups';

/** Lines that are looked at in one turn: what a slow device has time for between two frames. */
const PART = 250;

/**
 * Looks for the lines that hold every word somewhere, a part of them in each turn, and tells what was found so far:
 * nothing only once all of them were looked at. Gives what stops it.
 */
export function lookThrough(
  groups: readonly FindingGroup[],
  words: string,
  ontell: (found: readonly FindingGroup[]) => void,
): () => void {
  const wanted = comparable(words).split(' ').filter(Boolean);
  const found = new Map<string, readonly FindingLine[]>();
  const parts = groups.flatMap(({ title, lines }) =>
    Array.from({ length: Math.ceil(lines.length / PART) }, (_, at) => ({
      title,
      lines: lines.slice(at * PART, (at + 1) * PART),
    })),
  );
  let next = 0;
  let stop = inTurn(lookOn);

  function lookOn(): void {
    const part = parts[next++];
    const lines = part ? part.lines.filter((line) => holds(part, line, wanted)) : [];
    if (part && lines.length > 0) found.set(part.title, [...(found.get(part.title) ?? []), ...lines]);
    const isLast = next >= parts.length;
    if (!isLast) stop = inTurn(lookOn);
    if (isLast || lines.length > 0) ontell([...found].map(([title, lines]) => ({ title, lines })));
  }

  return () => stop();
}

function holds({ title }: FindingGroup, { text, place }: FindingLine, wanted: readonly string[]): boolean {
  const all = comparable(`${title} ${place} ${text}`);
  return wanted.every((word) => all.includes(word));
}
