/** Where a reader is in a list, and what is known of it: for the same list when it is drawn again. */
export interface ListPlace {
  /** Heights of the rows that were ever drawn, by key; they hold at one width of the list. */
  readonly heights: Map<string, number>;
  width: number;
  /** The height of a row that was never drawn. */
  typical: number;
  /** The row at the top of what is in sight, and how much of it is above; null at the top of the list. */
  top: { readonly key: string; readonly above: number } | null;
  /** The row that was opened last: it gets the keyboard back. */
  opened: string | null;
}

/** The place of a list that nobody has looked at; `typical` is a fair guess at the height of a row. */
export function newPlace(typical: number): ListPlace {
  return { heights: new Map(), width: 0, typical, top: null, opened: null };
}

/** The box that scrolls an element; null when it is the page. */
export function scrollerOf(element: Element): Element | null {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}
