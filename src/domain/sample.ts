import { compare } from './compare';

/**
 * Some of the ids, drawn by a seed: the same seed draws the same from the same ids, in whatever order they are given
 * and on whatever device. Each id gets a number from the seed and itself, and those with the lowest are drawn, so an
 * id that joins or leaves moves at most one of the others. Gives them in the order of the draw, each once.
 */
export function sampleOf(ids: readonly string[], size: number, seed: string): readonly string[] {
  return [...new Set(ids)]
    .map((id) => ({ id, drawn: drawnNumber(`${seed}\n${id}`) }))
    .sort((a, b) => a.drawn - b.drawn || compare(a.id, b.id))
    .slice(0, Math.max(0, size))
    .map(({ id }) => id);
}

/** A whole number of 32 bits that looks like chance and is always the same for a text. */
export function drawnNumber(text: string): number {
  let state = FIRST;
  for (let place = 0; place < text.length; place += 1) {
    state = Math.imul(state ^ text.charCodeAt(place), PRIME);
    state ^= state >>> 15;
  }
  // Texts that differ in their last letter are near each other until here.
  for (const [shift, factor] of MIXES) state = Math.imul(state ^ (state >>> shift), factor);
  return (state ^ (state >>> 16)) >>> 0;
}

/** Odd factors that carry a change of one bit over the whole number; the tests hold them to it. */
const FIRST = 0x9e3779b1;
const PRIME = 0x01000193;
const MIXES: readonly (readonly [shift: number, factor: number])[] = [
  [16, 0x7feb352d],
  [15, 0x846ca68b],
];
