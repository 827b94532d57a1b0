import type { Indicator } from '../../domain/model';

// An indicator that did not change is the same object, and is found by the same words.
const words = new WeakMap<Indicator, string>();

/** What a person looks for, word by word. */
export function wantedWords(text: string): readonly string[] {
  return comparable(text).split(' ').filter(Boolean);
}

/** True where each of the words stands somewhere in the indicator's own. */
export function hasWords(indicator: Indicator, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const text = searchable(indicator);
  return wanted.every((word) => text.includes(word));
}

/** Gathers the words of many indicators while nothing else is to be done; gives what stops it. */
export function gatherWords(indicators: readonly Indicator[]): () => void {
  const AT_ONCE = 200;
  // Safari has no idle time to give.
  const { requestIdleCallback: whenIdle }: Partial<Pick<Window, 'requestIdleCallback'>> = window;
  const later = (work: () => void) => (whenIdle ? whenIdle(work) : setTimeout(work, 30));
  let next = 0;
  let isStopped = false;
  const gather = () => {
    if (isStopped) return;
    const end = Math.min(indicators.length, next + AT_ONCE);
    for (; next < end; next++) searchable(indicators[next]!);
    if (next < indicators.length) later(gather);
  };
  later(gather);
  return () => void (isStopped = true);
}

/** The words by which an indicator is found, without accents or capitals. */
function searchable(indicator: Indicator): string {
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

/** Text as it is compared: no accents, capitals or double spaces. */
function comparable(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
