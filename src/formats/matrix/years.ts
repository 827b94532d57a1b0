/** The first year of this century in a text. */
export function yearIn(text: string): number | null {
  const match = /(?<!\d)20\d\d(?!\d)/.exec(text);
  return match ? Number(match[0]) : null;
}
