import type { Document, Paper } from '../../domain/document';

const SIZES: Readonly<Record<Paper['size'], string>> = { letter: 'letter', oficio: '216mm 330mm' };
/** What fits in one line beside another text at the top of a page. */
const LONGEST_RUNNING_TEXT = 70;

/**
 * How a document's pages are: their paper, their number of all pages, the form at their foot, and, from the second
 * on, what the letterhead says on the first: whose they are, what they are part of, and its code and version. Browsers that know no margin boxes print the document without them.
 */
export function pageRules({ paper, letterhead, foot }: Document): string {
  const pageNumber = `${quoted(`${foot.page} `)} counter(page) ${quoted(` ${foot.of} `)} counter(pages)`;
  const text =
    "font: 8pt/1.3 'Work Sans Variable', sans-serif; color: var(--paper-muted); vertical-align: middle; white-space: pre;";
  const box = (place: string, content: string) => `@${place} { content: ${content}; ${text} }`;
  return `
    @page {
      size: ${sizeOf(paper)};
      margin: 22mm 18mm 20mm 20mm;
      ${box('top-left', lines([letterhead.entityName, ...letterhead.entityFacts]))}
      ${box('top-right', lines([letterhead.documentName, letterhead.facts.join(' · ')]))}
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

/** Texts one under the other; without those that are empty. */
function lines(texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .map((text) => quoted(shortened(text)))
    .join(' "\\A" ');
}

/** A text as CSS writes it. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;
}

function shortened(text: string): string {
  return text.length <= LONGEST_RUNNING_TEXT ? text : `${text.slice(0, LONGEST_RUNNING_TEXT - 1)}…`;
}
