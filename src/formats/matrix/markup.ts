import { cleanText } from '../cells';

// What a table copied from a document or a web page brings along. Anything else between angles is a text.
const TAG = /<\/?(?:p|br|b|i|u|em|strong|span|div|ul|ol|li)(?:\s[^<>]*)?\/?>/gi;
const LINE = /<\/?(?:p|br|div|ul|ol|li)(?:\s[^<>]*)?\/?>/gi;

/** A text without the tags of a page; a paragraph begins a line of its own. */
export function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  return cleanText(text.replaceAll(LINE, '\n').replaceAll(TAG, '')).replaceAll(/\n{2,}/g, '\n');
}
