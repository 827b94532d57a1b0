import { BETWEEN_NAMES, LEADS_TO_A_NAME } from './lexicon';
import type { Mention } from './mentions';
import type { Span } from './writtenNumbers';

/**
 * What a number is said of, among what its clause names, the likeliest first: the name that it leads to ("100 % en
 * Gobierno"), else the last name before it with those that are joined to it ("Gobierno y Estrategia van en"), else
 * the first after it. A single word of a name is no proof, and then it may be of any.
 */
export function mentionsOf(number: Span, text: string, named: readonly Mention[]): readonly Mention[] {
  const ordered = [...named].sort((a, b) => a.start - b.start);
  const before = ordered.filter(({ end }) => end <= number.start);
  const after = ordered.filter(({ start }) => start >= number.end);
  const [next] = after;
  const last = before.at(-1);
  const said = next && leadsTo(number, next, text) ? next : (last ?? next);
  if (!said) return [];
  if (said.isWeak) return [said, ...named.filter((one) => one !== said)];
  return said === last ? joinedTo(before, text) : [said];
}

function leadsTo({ end }: Span, next: Mention, text: string): boolean {
  const between = text.slice(end, next.start);
  if (!LEADS_TO_A_NAME.test(between)) return false;
  return !between.includes('(') || /^\s*\)/u.test(text.slice(next.end));
}

/** The last of some names, and those before it that are only joined to it. */
function joinedTo(before: readonly Mention[], text: string): readonly Mention[] {
  const joined: Mention[] = [];
  for (const one of [...before].reverse()) {
    const [earliest] = joined.slice(-1);
    if (earliest && !BETWEEN_NAMES.test(text.slice(one.end, earliest.start))) break;
    joined.push(one);
  }
  return joined;
}
