import type { Cell, Inline, Words } from '../../domain/document';

/** Words one after the other with the same between each two; those that say nothing are left out. */
export function joined(parts: readonly Words[], between: string): Words {
  const said = parts.map(inlinesOf).filter((one) => one.length > 0);
  return said.flatMap((one, place) => (place === 0 ? one : [between, ...one]));
}

function inlinesOf(words: Words): readonly Inline[] {
  const inlines = typeof words === 'string' ? [words] : words;
  return inlines.filter((one) => one !== '' && (typeof one === 'string' || one.text !== ''));
}

/**
 * How many rows each thing reaches down while those under it have the same key: 0 where the row above reaches it
 * already.
 */
export function runsOf<T>(things: readonly T[], keyOf: (thing: T) => string): readonly number[] {
  const keys = things.map(keyOf);
  return keys.map((key, row) => {
    if (keys[row - 1] === key) return 0;
    const other = keys.findIndex((one, place) => place > row && one !== key);
    return (other < 0 ? keys.length : other) - row;
  });
}

/** A cell that reaches so many rows down; none where another reaches it. */
export function reaching(text: Words, rows: number): readonly Cell[] {
  if (rows === 0) return [];
  return [rows === 1 ? text : { k: 'cell', text, rows }];
}
