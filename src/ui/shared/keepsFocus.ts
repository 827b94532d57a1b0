import type { Attachment } from 'svelte/attachments';

/** Each thing of a list that can be given the focus: it has a `tabindex`, -1 where Tab passes it by. */
const ROW = '[data-row]';

/** What has the focus, and where it goes when that is gone. */
interface Held {
  readonly touched: HTMLElement;
  /** The nearest first. */
  readonly rows: readonly HTMLElement[];
  /** In a table one goes on in the same column; null outside of one. */
  readonly column: number | null;
}

/**
 * For a list whose things go, come back or move while one works in it. A browser lets the focus of what it takes
 * away or moves fall to the page; here it stays on what was touched, or goes on to what is nearest: the next thing of
 * the list, the last of those that stood above what was no thing of it, and the heading when none is left. A dialog
 * over the list is a part of the work: closed, one is in the list again.
 */
export function keepsFocus(headingOf: () => HTMLElement | null | undefined): Attachment<HTMLElement> {
  return (list) => {
    let held: Held | null = null;

    function hold({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return;
      if (list.contains(target)) held = heldAt(list, target);
      else if (!target.closest('dialog')) held = null;
    }

    function press({ target }: PointerEvent): void {
      const isOfWork = target instanceof Element && (target.closest('dialog') || isIn(held, target));
      if (!isOfWork) held = null;
    }

    function keep(): void {
      if (!held) return;
      if (list.contains(held.touched)) held = heldAt(list, held.touched);
      if ((document.activeElement ?? document.body) !== document.body) return;
      if (![held.touched, ...placesOf(held)].some(takesFocus))
        (headingOf() ?? document.querySelector<HTMLElement>('h1'))?.focus();
    }

    const watch = new MutationObserver(keep);
    watch.observe(list, { childList: true, subtree: true });
    document.addEventListener('focusin', hold);
    document.addEventListener('pointerdown', press, true);
    // It does not bubble.
    document.addEventListener('close', keep, true);
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', hold);
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('close', keep, true);
    };
  };
}

function isIn(held: Held | null, target: Element): boolean {
  return held?.touched.contains(target) ?? false;
}

function heldAt(list: HTMLElement, touched: HTMLElement): Held {
  const own = touched.closest<HTMLElement>(ROW);
  const column = touched.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? null;
  const rows = own && list.contains(own) ? rowsFrom(list, own) : rowsAbove(list, touched);
  return { touched, rows, column };
}

/** The row itself, those after it, those before it; of a table its own rows, and then the table. */
function rowsFrom(list: HTMLElement, own: HTMLElement): readonly HTMLElement[] {
  const body = own.closest<HTMLElement>('tbody');
  const rows = rowsIn(body ?? list);
  const at = rows.indexOf(own);
  const table = body?.closest<HTMLElement>(ROW);
  return [...rows.slice(at), ...rows.slice(0, at).reverse(), ...(table ? [table] : [])];
}

/** As of a button that brings more rows: it stands under the last of those that are there. */
function rowsAbove(list: HTMLElement, touched: HTMLElement): readonly HTMLElement[] {
  const isAbove = (row: HTMLElement) =>
    (row.compareDocumentPosition(touched) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return rowsIn(list).filter(isAbove).reverse();
}

function rowsIn(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(ROW)];
}

function placesOf({ rows, column }: Held): readonly HTMLElement[] {
  return rows.flatMap((row) => {
    const cell = row instanceof HTMLTableRowElement && column !== null ? row.cells[column] : undefined;
    const control = cell?.querySelector<HTMLElement>('button, a');
    return control ? [control, row] : [row];
  });
}

/** Gives it the focus; what is gone, or folded away, does not take it. */
function takesFocus(element: HTMLElement): boolean {
  element.focus();
  return document.activeElement === element;
}
