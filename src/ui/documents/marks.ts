/** Places of a passage's text that a person should look at again, by the passage's key; in order and apart. */
export type Marks = ReadonlyMap<string, readonly MarkedPlace[]>;

export interface MarkedPlace {
  readonly start: number;
  readonly end: number;
  /** Why. */
  readonly says: string;
}

/** A text in pieces, those that are marked with their reason. */
export function piecesOf(
  text: string,
  places: readonly MarkedPlace[],
): readonly { readonly text: string; readonly says: string | null }[] {
  const pieces: { text: string; says: string | null }[] = [];
  let from = 0;
  for (const { start, end, says } of places) {
    pieces.push({ text: text.slice(from, start), says: null }, { text: text.slice(start, end), says });
    from = end;
  }
  return [...pieces, { text: text.slice(from), says: null }].filter((piece) => piece.text !== '');
}
