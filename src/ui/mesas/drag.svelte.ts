/** A row of a list carried by its handle, with a finger, a pen or a mouse, until it is let go. */
export class Drag {
  #drop: (from: number, to: number) => void;
  #from = $state(-1);
  #to = $state(-1);
  #key = $state<string | null>(null);

  constructor(drop: (from: number, to: number) => void) {
    this.#drop = drop;
  }

  /** What is being carried; null while nothing is. */
  get key(): string | null {
    return this.#key;
  }

  /** The list as it would be if what is carried were let go now. */
  order<T>(rows: readonly T[]): readonly T[] {
    const carried = rows[this.#from];
    if (this.#key === null || carried === undefined || this.#from === this.#to) return rows;
    return rows.toSpliced(this.#from, 1).toSpliced(this.#to, 0, carried);
  }

  /** Follows the pointer wherever it goes: the row it holds is taken elsewhere in the page meanwhile. */
  start(event: PointerEvent, list: HTMLElement, from: number, key: string): void {
    if (event.button !== 0) return;
    [this.#from, this.#to, this.#key] = [from, from, key];
    const { pointerId } = event;
    list.setPointerCapture(pointerId);
    const move = (moved: PointerEvent) => {
      if (moved.pointerId === pointerId) this.#to = placeAt(list, moved.clientY, this.#to);
    };
    const end = (ended: PointerEvent) => {
      if (ended.pointerId !== pointerId) return;
      for (const name of ['pointerup', 'pointercancel'] as const) removeEventListener(name, end);
      removeEventListener('pointermove', move);
      const to = this.#to;
      this.#key = null;
      if (ended.type === 'pointerup') this.#drop(from, to);
    };
    for (const name of ['pointerup', 'pointercancel'] as const) addEventListener(name, end);
    addEventListener('pointermove', move);
  }
}

/** The row of a list that lies at a height of the screen. */
function placeAt(list: HTMLElement, y: number, otherwise: number): number {
  const rows = [...list.children].map((row) => row.getBoundingClientRect());
  const at = rows.findIndex(({ top, bottom }) => y >= top && y < bottom);
  if (at >= 0) return at;
  if (rows[0] && y < rows[0].top) return 0;
  return rows.length > 0 && y >= (rows.at(-1)?.bottom ?? Infinity) ? rows.length - 1 : otherwise;
}
