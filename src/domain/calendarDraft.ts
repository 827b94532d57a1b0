import { calendarFlaw, countPeriods, periodsOf } from './calendar';
import type { Calendar, CalendarFlaw } from './calendar';
import { addDays, isIsoDay } from './isoDay';
import type { IsoDay } from './isoDay';

/** A calendar while it is being written: any day may still be missing. */
export interface CalendarDraft {
  readonly start: string;
  readonly end: string;
  readonly monthsPerPeriod: number;
  /** By days of its own; the months of a period are kept for when it is not. */
  readonly hasOwnCuts: boolean;
  readonly cuts: readonly string[];
}

export type DraftFlaw =
  | CalendarFlaw
  | { readonly code: 'missingDay'; readonly of: 'start' | 'end' }
  | { readonly code: 'missingCut' | 'cutOutside'; readonly place: number }
  | { readonly code: 'noCuts' };

/** A calendar, to go on writing from it. */
export function draftOf({ start, end, monthsPerPeriod, cuts = [] }: Calendar): CalendarDraft {
  return { start, end, monthsPerPeriod, hasOwnCuts: cuts.length > 0, cuts };
}

/** The calendar that a draft comes to, or everything that keeps it from being one. */
export function calendarFrom(draft: CalendarDraft): {
  readonly calendar: Calendar | null;
  readonly flaws: readonly DraftFlaw[];
} {
  const { start, end, monthsPerPeriod } = draft;
  if (!isIsoDay(start) || !isIsoDay(end)) {
    const missing = (['start', 'end'] as const).filter((of) => !isIsoDay(draft[of]));
    return refused(missing.map((of) => ({ code: 'missingDay', of })));
  }
  if (!draft.hasOwnCuts) return checked({ start, end, monthsPerPeriod });
  const flaws = end < start ? [] : cutFlaws(draft.cuts, start, end);
  if (flaws.length > 0) return refused(flaws);
  const cuts = [...new Set(draft.cuts.filter(isIsoDay))].sort();
  return checked({ start, end, monthsPerPeriod, cuts });
}

/** More cuts than these are quicker to write anew than to correct. */
const MOST_GIVEN = 12;

/** The draft with cuts of its own: to begin with, where its periods end now. */
export function withOwnCuts(draft: CalendarDraft): CalendarDraft {
  if (draft.cuts.length > 0) return { ...draft, hasOwnCuts: true };
  const { calendar } = calendarFrom({ ...draft, hasOwnCuts: false });
  const isFew = calendar !== null && countPeriods(calendar) <= MOST_GIVEN;
  const ends = isFew ? periodsOf(calendar).map(({ end }) => end) : [];
  return { ...draft, hasOwnCuts: true, cuts: ends.slice(0, -1) };
}

/** A day for one cut more: where a period after the last cut would end. Empty where none fits in the plan. */
export function proposedCut({ start, end, monthsPerPeriod, cuts }: CalendarDraft): string {
  const last = cuts.filter(isIsoDay).sort().at(-1);
  if (!isIsoDay(start) || !isIsoDay(end)) return '';
  const from = last === undefined ? start : addDays(last, 1);
  if (from > end || from < start) return '';
  const [period] = calendarFlaw({ start: from, end, monthsPerPeriod })
    ? []
    : periodsOf({ start: from, end, monthsPerPeriod });
  return period && period.end < end ? period.end : '';
}

function cutFlaws(cuts: readonly string[], start: IsoDay, end: IsoDay): readonly DraftFlaw[] {
  if (cuts.length === 0) return [{ code: 'noCuts' }];
  return cuts.flatMap((cut, place): DraftFlaw[] => {
    if (!isIsoDay(cut)) return [{ code: 'missingCut', place }];
    return cut < start || cut > end ? [{ code: 'cutOutside', place }] : [];
  });
}

function checked(calendar: Calendar): ReturnType<typeof calendarFrom> {
  const flaw = calendarFlaw(calendar);
  return flaw ? refused([flaw]) : { calendar, flaws: [] };
}

function refused(flaws: readonly DraftFlaw[]): ReturnType<typeof calendarFrom> {
  return { calendar: null, flaws };
}
