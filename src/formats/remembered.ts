const MOST = 4096;
// A longer text is prose: nobody writes it twice.
const LONGEST = 200;

/**
 * The same reading of a text, done once for each text that comes back, as most cells of a column do. The reading may
 * depend on nothing but the text. What is remembered is forgotten as soon as it is too much.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.answer;
    const answer = read(text);
    if (text.length > LONGEST) return answer;
    if (known.size >= MOST) known.clear();
    known.set(text, { answer });
    return answer;
  };
}
