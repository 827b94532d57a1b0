import { cleanText } from '../cells';

// What a table copied from a document or a web page brings along. Anything else between angles, and a tag with
// attributes above all, is what somebody wrote.
const TAG = /<\/?(?:p|br|b|i|u|em|strong|span|div|ul|ol|li)\s?\/?>/gi;
const LINE = /<\/?(?:p|br|div|ul|ol|li)\s?\/?>/gi;

// Where a document's text could be jumped to.
const BOOKMARK = /\[bookmark:[^\]]*\]/gi;

/** A text without the tags of a page and the bookmarks of a document; a paragraph begins a line of its own. */
export function withoutTags(text: string): string {
  if (!text.includes('<') && !text.includes('[')) return text;
  const bare = text.replaceAll(LINE, '\n').replaceAll(TAG, '').replaceAll(BOOKMARK, '');
  return bare === text ? text : cleanText(bare).replaceAll(/\n{2,}/g, '\n');
}
