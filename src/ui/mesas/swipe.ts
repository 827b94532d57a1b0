import type { Attachment } from 'svelte/attachments';

/** A finger has to go so far aside, and so much less up or down, to mean another page. */
const FAR = 70;
const STRAIGHT = 2;

/** Hears a finger that goes aside, unless it began in something that is written in, drawn on or dragged. */
export function swipe({
  left,
  right,
}: {
  readonly left: () => void;
  readonly right: () => void;
}): Attachment<HTMLElement> {
  return (element) => {
    let from: { readonly x: number; readonly y: number } | null = null;
    const begin = (event: TouchEvent) => {
      const [touch] = event.touches;
      const isBusy = (event.target as Element).closest('input, textarea, select, canvas, svg[role]') !== null;
      from = touch && event.touches.length === 1 && !isBusy ? { x: touch.clientX, y: touch.clientY } : null;
    };
    const end = (event: TouchEvent) => {
      const [touch] = event.changedTouches;
      if (!from || !touch) return;
      const [aside, along] = [touch.clientX - from.x, touch.clientY - from.y];
      from = null;
      if (Math.abs(aside) < FAR || Math.abs(aside) < STRAIGHT * Math.abs(along)) return;
      if (aside < 0) left();
      else right();
    };
    element.addEventListener('touchstart', begin, { passive: true });
    element.addEventListener('touchend', end, { passive: true });
    return () => {
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchend', end);
    };
  };
}
