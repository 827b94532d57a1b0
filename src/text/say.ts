import type { Figure, Inline, Quote, Words } from '../domain/document';
import { plainText } from '../domain/document';

/** What a sentence is put together from. */
export type Part = Words | Figure | Quote;

/** A sentence with its figures and quotes in their places. */
export function say(texts: TemplateStringsArray, ...parts: readonly Part[]): readonly Inline[] {
  return texts.flatMap((text, at) => [...inlines(text), ...inlines(parts[at] ?? '')]);
}

/** Sentences one after the other, those that say nothing left out. */
export function sentences(...said: readonly Part[]): readonly Inline[] {
  return said
    .map(inlines)
    .filter((one) => one.length > 0)
    .flatMap((one, at) => (at === 0 ? one : [' ', ...one]));
}

/** With a full stop, unless it ends in one or in something as good. */
export function ended(part: Part): readonly Inline[] {
  return /[.!?…:;]$/.test(plainText(inlines(part)).trimEnd()) ? inlines(part) : say`${part}.`;
}

/** "a, b y c", with "e" before a word that begins with its sound. */
export function listed(parts: readonly Part[]): readonly Inline[] {
  let next = 0;
  return lists
    .formatToParts(parts.map((part) => plainText(inlines(part))))
    .flatMap(({ type, value }) => (type === 'literal' ? [value] : inlines(parts[next++] ?? '')));
}

/** How many with their noun, kept on one line: "1 actividad", "3 actividades". */
export function counted(howMany: Figure, one: string, many: string): readonly Inline[] {
  return say`${howMany}${NO_BREAK_SPACE}${howMany.value === 1 ? one : many}`;
}

/** One form of a word or the other, by how many it speaks of. */
export function agree(howMany: Figure, one: string, many: string): string {
  return howMany.value === 1 ? one : many;
}

/** Names within a sentence; the rest of them counted: «A», «B» y 3 más. */
export function namedWithRest(names: readonly Part[], rest: Figure): readonly Inline[] {
  const all = names.map(named);
  return listed(rest.value === 0 ? all : [...all, say`${rest}${NO_BREAK_SPACE}más`]);
}

/** A name within a sentence: «Plan de continuidad». */
export function named(name: Part): readonly Inline[] {
  return say`«${name}»`;
}

const NO_BREAK_SPACE = '\u00a0';
const lists = new Intl.ListFormat('es-CO');

function inlines(part: Part): readonly Inline[] {
  if (typeof part === 'string') return part === '' ? [] : [part];
  return 'k' in part ? [part] : part;
}
