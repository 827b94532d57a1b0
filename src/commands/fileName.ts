import { today } from './clock';

/** What tells the files of many devices apart where they are collected; what is empty is not said. */
export interface FileMarks {
  /** What it holds, where that is not the plan. */
  readonly what?: string;
  readonly recipient?: string;
  readonly sender?: string;
}

/** The name of a file that leaves the app: the plan's title in plain letters, what tells it apart, and the day. */
export function fileNameOf(
  { title, planYear }: { readonly title: string; readonly planYear: number },
  extension: string,
  { what = '', recipient = '', sender = '' }: FileMarks = {},
): string {
  const plan = plainLetters(title) || `plan-${planYear}`;
  const parts = [plan, what, marked('para', recipient), marked('de', sender), today()];
  return `${parts.filter(Boolean).join('-')}.${extension}`;
}

function marked(preposition: string, name: string): string {
  const letters = plainLetters(name);
  return letters && `${preposition}-${letters}`;
}

function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 40);
}

/** A title as the name of a file: as it is read, without what some system refuses in a name. */
export function fileNameFrom(title: string, extension: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_NAME)
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${words || 'documento'}.${extension}`;
}

/** Characters before the extension: with accents and all, within the 255 bytes of most file systems. */
const LONGEST_NAME = 120;
