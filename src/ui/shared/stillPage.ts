/**
 * Nothing moves behind what asks for an answer: an attachment for a modal dialog, which holds the page still while it
 * is open. By script: a `:has()` on the page is asked again whenever anything is drawn.
 */
export function holdsPageStill(dialog: HTMLDialogElement): () => void {
  const opened = new MutationObserver(look);
  opened.observe(dialog, { attributeFilter: ['open'] });
  return () => {
    opened.disconnect();
    // A dialog that is taken away open lets go too.
    setTimeout(look);
  };
}

function look(): void {
  document.documentElement.classList.toggle('still', document.querySelector('dialog[open]') !== null);
}
