import type { Document, Paper } from '../../domain/document';

const SIZES: Readonly<Record<Paper['size'], string>> = { letter: 'letter', oficio: '216mm 330mm' };
/** What fits in one line beside another text at the top of a page. */
const LONGEST_RUNNING_TEXT = 70;

/**
 * How a document's pages are: their paper, their number of all pages, the form at their foot, and, from the second
 * on, whose they are and what they are part of. Browsers that know no margin boxes print the document without them.
 */
export function pageRules({ paper, letterhead, foot }: Document): string {
  const pageNumber = `${quoted(`${foot.page} `)} counter(page) ${quoted(` ${foot.of} `)} counter(pages)`;
  const text =
    "font: 8pt 'Work Sans Variable', sans-serif; color: var(--paper-muted); vertical-align: middle;";
  const box = (place: string, content: string) => `@${place} { content: ${content}; ${text} }`;
  return `
    @page {
      size: ${sizeOf(paper)};
      margin: 20mm 18mm 20mm 20mm;
      ${box('top-left', quoted(shortened(letterhead.entityName)))}
      ${box('top-right', quoted(shortened(letterhead.documentName)))}
      ${box('bottom-left', quoted(shortened(foot.text)))}
      ${box('bottom-right', pageNumber)}
    }
    @page :first {
      @top-left { content: none; }
      @top-right { content: none; }
    }`;
}

/** Puts rules on the page until the answer is called. The page's policy refuses a style element. */
export function adoptRules(css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

function sizeOf({ size, isLandscape }: Paper): string {
  if (!isLandscape) return SIZES[size];
  return size === 'letter' ? 'letter landscape' : '330mm 216mm';
}

/** A text as CSS writes it. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;
}

function shortened(text: string): string {
  return text.length <= LONGEST_RUNNING_TEXT ? text : `${text.slice(0, LONGEST_RUNNING_TEXT - 1)}…`;
}
