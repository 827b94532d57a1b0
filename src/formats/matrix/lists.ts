/** Several texts in one cell, parted by `|`; a `|` or `\` inside one is written with `\` before it. */
export function joinList(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll(/[\\|]/g, '\\$&')).join(' | ');
}

/** Gives back what `joinList` joined, without blanks around each text; empty ones are dropped. */
export function splitList(cell: string): readonly string[] {
  const texts = [''];
  for (let at = 0; at < cell.length; at++) {
    const isEscaped = cell[at] === '\\' && at + 1 < cell.length;
    if (isEscaped) at++;
    if (cell[at] === '|' && !isEscaped) texts.push('');
    else texts.push((texts.pop() ?? '') + (cell[at] ?? ''));
  }
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
