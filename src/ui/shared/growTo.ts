import type { Attachment } from 'svelte/attachments';

/** Gives an element its part of a row. Set by script, because the page's policy refuses `style` attributes. */
export function growTo(weight: number): Attachment<HTMLElement> {
  return (element) => {
    element.style.setProperty('flex-grow', String(weight));
  };
}
