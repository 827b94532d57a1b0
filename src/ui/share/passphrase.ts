/** Fewer characters than these are no protection at all. */
export const LEAST_CHARACTERS = 8;
const STRONG_CHARACTERS = 16;
const STRONG_DISTINCT = 8;

/** How hard a passphrase is to guess, as far as its length says: an aid, and no measure. */
export function strengthOf(passphrase: string): 'short' | 'fair' | 'strong' {
  const letters = [...passphrase.normalize('NFC')];
  if (letters.length < LEAST_CHARACTERS) return 'short';
  const isStrong = letters.length >= STRONG_CHARACTERS && new Set(letters).size >= STRONG_DISTINCT;
  return isStrong ? 'strong' : 'fair';
}
