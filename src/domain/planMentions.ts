import { OF_THE_ENTITY, OVERALL, PETI, THE_PLAN } from './lexicon';
import { folded } from './mentions';
import type { Mention } from './mentions';

/** What a plan and its entity are called. */
export interface PlanNames {
  readonly title: string;
  readonly entityName: string;
}

/**
 * Finds where a text speaks of the plan as a whole: as "el plan", by its title, as that of its entity, as the PETI
 * where no row goes by that name, or by its result ("el cumplimiento general").
 */
export function planMentionFinder(
  { title, entityName }: PlanNames,
  rows: readonly string[],
): (text: string) => readonly Omit<Mention, 'of'>[] {
  const entity = folded(entityName).match(/[\p{L}\d]+/gu) ?? [];
  const isPeti = !rows.some((name) => name.search(PETI) >= 0) || title.search(PETI) >= 0;
  const patterns = [
    THE_PLAN,
    OVERALL,
    ...(isPeti ? [PETI] : []),
    ...(title.trim() === '' ? [] : [wholeWords(escaped(folded(title.trim())))]),
  ];
  const ownerNames = [entity[0], entity.at(-1)];
  return (text) => {
    const plain = folded(text);
    const named = patterns.flatMap((pattern) => [...plain.matchAll(pattern)]);
    const owned = [...plain.matchAll(OF_THE_ENTITY)].filter(
      ([, owner]) => owner === 'entidad' || owner === 'institucion' || ownerNames.includes(owner),
    );
    return [...named, ...owned]
      .map(({ 0: said, index }) => ({ start: index, end: index + said.length, isWeak: false }))
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter(({ start }, at, all) => all.slice(0, at).every(({ end }) => end <= start));
  };
}

function wholeWords(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d])${words}(?![\p{L}\d])`, 'gu');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => `\\${sign}`);
}
