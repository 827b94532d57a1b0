import { compareKey } from '../cells';
import type { AnnexUse, CitedAnnex, MatrixRow } from './reading';

// `Anexo 02 Sensibilización: actas` or, without the word, `06 Evidencias FURAG 2022`: two digits, so that years
// and quantities in brackets are not taken for annexes.
const WITH_WORD = /^anexos?\s*(?:n[o°º.]*\s*)?(\d{1,3})\s*[.:-]?\s*(.*)$/is;
const WITH_NUMBER = /^(\d{2})\s*[.:-]?\s+(\D.*)$/s;
const IN_BRACKETS = /\(([^()]*)\)/g;

/** The annexes a remark cites between brackets, in order, each number once. */
export function citedAnnexes(remark: string): readonly CitedAnnex[] {
  const cited = [...remark.matchAll(IN_BRACKETS)].flatMap(([, inside = '']) => {
    const annex = readAnnex(inside);
    return annex.number === '' ? [] : [annex];
  });
  return [...new Map(cited.toReversed().map((annex) => [Number(annex.number), annex])).values()].toReversed();
}

/** Reads one citation; without a number of annex it has only a name. */
function readAnnex(text: string): CitedAnnex {
  const whole = text.trim();
  const match = WITH_WORD.exec(whole) ?? WITH_NUMBER.exec(whole);
  const [, number = '', rest = whole] = match ?? [];
  return { number: number && number.padStart(2, '0'), name: (rest.split(':')[0] ?? '').trim(), text: whole };
}

/** An annex in a list of our own CSV: `[05] Ejercicios`, or its name alone; `readListedAnnex` gives both back. */
export function writeListedAnnex(number: string, name: string): string {
  return number === '' && !name.startsWith('[') ? name : `[${number.replaceAll(']', '')}] ${name}`;
}

export function readListedAnnex(text: string): CitedAnnex {
  const [, number = '', name = text] = /^\[([^\]]*)\] ?(.*)$/s.exec(text) ?? [];
  return { number, name, text: name };
}

/** Every annex of the rows with the rows that cite it (many to many), by number and, without one, by name. */
export function annexUses(rows: readonly MatrixRow[]): readonly AnnexUse[] {
  const uses = new Map<
    string,
    { number: string; name: string; texts: Set<string>; sourceRows: Set<number> }
  >();
  for (const row of rows) {
    for (const { number, name, text } of [
      ...row.citedAnnexes,
      ...row.notes.flatMap(({ evidence }) => evidence),
    ]) {
      const key = number || compareKey(text);
      const use = uses.get(key) ?? { number, name, texts: new Set(), sourceRows: new Set() };
      use.texts.add(text);
      use.sourceRows.add(row.sourceRow);
      uses.set(key, use);
    }
  }
  return [...uses.values()].map((use) => ({
    ...use,
    texts: [...use.texts],
    sourceRows: [...use.sourceRows],
  }));
}
