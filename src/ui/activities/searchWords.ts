import { comparable } from '../../domain/comparable';
import type { Indicator } from '../../domain/model';

/** A list as it is searched: the words of all its rows in one text, a line each. Its search is one scan. */
interface SearchText {
  readonly text: string;
  /** Where each row's words begin, and after the last one where the text ends. */
  readonly starts: Uint32Array;
}
type Row = { readonly indicator: Indicator };

// An indicator that did not change is the same object, and is found by the same words; so is a list.
const words = new WeakMap<Indicator, string>();
const texts = new WeakMap<readonly Row[], SearchText>();

/** What a person looks for, word by word. */
export function wantedWords(text: string): readonly string[] {
  return comparable(text).split(' ').filter(Boolean);
}

/** The rows whose indicators hold each of the words somewhere in their own, in the order given. */
export function withWords<T extends Row>(rows: readonly T[], wanted: readonly string[]): readonly T[] {
  const [first, ...rest] = wanted.toSorted((a, b) => b.length - a.length);
  if (first === undefined) return rows;
  const holdsRest = ({ indicator }: Row) => rest.every((word) => wordsOf(indicator).includes(word));
  return rowsThatHold(first, textOf(rows))
    .map((row) => rows[row]!)
    .filter(holdsRest);
}

/** Gathers the words of a long list while nothing else is to be done; gives what stops it. */
export function gatherWords(rows: readonly Row[]): () => void {
  const AT_ONCE = 200;
  // Safari has no idle time to give.
  const { requestIdleCallback: whenIdle }: Partial<Pick<Window, 'requestIdleCallback'>> = window;
  const later = (work: () => void) => (whenIdle ? whenIdle(work) : setTimeout(work, 30));
  let next = 0;
  let isStopped = false;
  const gather = () => {
    if (isStopped) return;
    const end = Math.min(rows.length, next + AT_ONCE);
    for (; next < end; next++) wordsOf(rows[next]!.indicator);
    if (next < rows.length) later(gather);
    else textOf(rows);
  };
  later(gather);
  return () => void (isStopped = true);
}

function rowsThatHold(word: string, { text, starts }: SearchText): readonly number[] {
  const rows: number[] = [];
  let row = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[row + 1])) {
    while (starts[row + 1]! <= at) row += 1;
    rows.push(row);
  }
  return rows;
}

function textOf(rows: readonly Row[]): SearchText {
  const known = texts.get(rows);
  if (known) return known;
  const lines = rows.map(({ indicator }) => `${wordsOf(indicator)}\n`);
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach((line, row) => (starts[row + 1] = starts[row]! + line.length));
  const made = { text: lines.join(''), starts };
  texts.set(rows, made);
  return made;
}

/** The words by which an indicator is found, without accents or capitals. */
function wordsOf(indicator: Indicator): string {
  const known = words.get(indicator);
  if (known !== undefined) return known;
  const { activity, deliverable, name, item } = indicator;
  const parties = activity.responsibleParties.map((party) => party.name);
  const text = comparable(
    [activity.number, activity.name, deliverable, name, item.differentialCriterion, ...parties].join(' '),
  );
  words.set(indicator, text);
  return text;
}
