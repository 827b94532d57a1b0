import { EMPTY_WORDS } from './lexicon';

/** Where a text names something: by words of its name that follow each other, or by one that no other name has. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** The places of what may be meant, in the list that was given. */
  readonly of: readonly number[];
  /** True for a single word of a longer name. */
  readonly isWeak: boolean;
}

/** More than these share the words, and nobody can say which is meant. */
const MOST_MEANT = 3;
/** A shorter word is too common to name anything by itself. */
const TELLING_LENGTH = 8;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Finds in texts what some names name; each may have several. */
export function mentionFinder(named: readonly (readonly string[])[]): (text: string) => readonly Mention[] {
  const names = named.flatMap((given, of) =>
    [...new Set(given)].map((name) => ({ of, words: wordsIn(name).map(({ text }) => text) })),
  );
  const byWord = new Map<string, Set<Name>>();
  for (const name of names) {
    for (const word of name.words) {
      const known = byWord.get(word);
      if (known) known.add(name);
      else byWord.set(word, new Set([name]));
    }
  }
  return (text) => {
    const words = wordsIn(text);
    const found: Mention[] = [];
    for (let at = 0; at < words.length;) {
      const { mention, length } = mentionAt(words, at, byWord);
      if (mention) found.push(mention);
      at += length;
    }
    return found;
  };
}

interface Name {
  readonly of: number;
  readonly words: readonly string[];
}

function mentionAt(
  words: readonly Word[],
  at: number,
  byWord: ReadonlyMap<string, ReadonlySet<Name>>,
): { readonly mention: Mention | null; readonly length: number } {
  const first = words[at];
  const candidates = first ? [...(byWord.get(first.text) ?? [])] : [];
  const runs = candidates.map((name) => ({ name, length: longestRun(words, at, name.words) }));
  const length = Math.max(1, ...runs.map((run) => run.length));
  const last = words[at + length - 1];
  const longest = runs.filter((run) => run.length === length).map(({ name }) => name);
  const strength = strengthOf(longest, words.slice(at, at + length));
  if (!first || !last || strength === null) return { mention: null, length };
  const of = [...new Set(longest.map((one) => one.of))];
  return { mention: { start: first.start, end: last.end, of, isWeak: strength === 'weak' }, length };
}

/** Whether some words name what shares them; null where too many do, or where it is one word and a common one. */
function strengthOf(sharing: readonly Name[], words: readonly Word[]): 'strong' | 'weak' | null {
  const meant = new Set(sharing.map(({ of }) => of)).size;
  if (meant === 0 || meant > MOST_MEANT) return null;
  if (words.length > 1 || sharing.some((name) => name.words.length === 1)) return 'strong';
  return meant === 1 && words.every(({ text }) => text.length >= TELLING_LENGTH) ? 'weak' : null;
}

/** How many words from a place on follow each other in a name too. */
function longestRun(words: readonly Word[], at: number, name: readonly string[]): number {
  let longest = 0;
  for (let from = 0; from < name.length; from++) {
    let length = 0;
    while (from + length < name.length && name[from + length] === words[at + length]?.text) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** The words that name something, as they compare: without capitals and accents. */
function wordsIn(text: string): readonly Word[] {
  return [...folded(text).matchAll(/[\p{L}\d]+/gu)]
    .map(({ 0: word, index }) => ({ text: word, start: index, end: index + word.length }))
    .filter(({ text: word }) => !EMPTY_WORDS.has(word));
}

/** The same text without capitals and accents, each letter in its place. */
export function folded(text: string): string {
  return text.replace(/[^\0-~]/g, (letter) => letter.normalize('NFD').charAt(0)).toLowerCase();
}
