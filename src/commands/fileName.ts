import { today } from './clock';

/** The name of a file that leaves the app: the plan's title in plain letters, whom it is for if for anybody, and the day. */
export function fileNameOf(
  { title, planYear }: { readonly title: string; readonly planYear: number },
  extension: string,
  recipient = '',
): string {
  const parts = [plainLetters(title) || `plan-${planYear}`, plainLetters(recipient), today()];
  return `${parts.filter(Boolean).join('-')}.${extension}`;
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
