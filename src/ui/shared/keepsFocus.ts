import type { Attachment } from 'svelte/attachments';

/** Each thing of a list that can be given the focus: it has a `tabindex`, -1 where Tab passes it by. */
const ROW = '[data-row]';

/** What has the focus, and where it goes when that is gone: its row, those after it, those before it. */
interface Held {
  readonly touched: HTMLElement;
  readonly rows: readonly HTMLElement[];
}

/**
 * For a list whose things go, come back or move while one works in it. A browser lets the focus of what it takes
 * away or moves fall to the page; here it stays on what was touched, or goes on to the next thing of the list, and
 * to the heading when none is left. A dialog over the list is a part of the work: closed, one is in the list again.
 */
export function keepsFocus(headingOf: () => HTMLElement | null | undefined): Attachment<HTMLElement> {
  return (list) => {
    let held: Held | null = null;

    function hold({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return;
      if (list.contains(target)) held = { touched: target, rows: rowsFrom(list, target) };
      else if (!target.closest('dialog')) held = null;
    }

    function press({ target }: PointerEvent): void {
      const isOfWork = target instanceof Element && (target.closest('dialog') || isIn(held, target));
      if (!isOfWork) held = null;
    }

    function keep(): void {
      if (!held || (document.activeElement ?? document.body) !== document.body) return;
      const next = [held.touched, ...held.rows].find(({ isConnected }) => isConnected);
      (next ?? headingOf() ?? document.querySelector('h1'))?.focus();
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

function rowsFrom(list: HTMLElement, touched: HTMLElement): readonly HTMLElement[] {
  const rows = [...list.querySelectorAll<HTMLElement>(ROW)];
  const own = touched.closest<HTMLElement>(ROW);
  const at = own ? rows.indexOf(own) : -1;
  return at < 0 ? [] : [...rows.slice(at), ...rows.slice(0, at).reverse()];
}
