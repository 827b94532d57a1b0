import { bandOf } from '../../domain/bands';
import type { Words } from '../../domain/document';
import type { IndicatorFigure } from '../../domain/figure';
import type { IsoDay } from '../../domain/isoDay';
import type { Plan } from '../../domain/model';
import type { Percent } from '../../domain/percent';
import { tableWords as words } from '../../text/reportTables';
import { bandName, SCHEDULE_STATE } from '../../text/words';
import { quote, shortDayFigure } from './figures';

/** What a person or a file wrote; a dash where nobody wrote anything. */
export function saidWords(text: string): Words {
  return text === '' ? words.none : [quote(text)];
}

/** A day in the room of a cell; in words where there is none. */
export function dayWords(day: IsoDay | null): Words {
  return day === null ? words.withoutDay : [shortDayFigure(day)];
}

/** The class of a row by its band, whose name may be the plan's own. */
export function classWords({ scheme }: Plan, { bandId, exclusion }: IndicatorFigure): Words {
  const band = scheme.bands.find(({ id }) => id === bandId);
  if (band) return [quote(bandName(band))];
  return exclusion === null ? words.withoutClass : words.notApplicable;
}

/** The class of the percent of a group. */
export function classOfPercent({ scheme }: Plan, percent: Percent | null): Words {
  return percent === null ? words.notApplicable : [quote(bandName(bandOf(percent, scheme)))];
}

/** How a row stands by its dates. */
export function stateWords({ scheduleState, exclusion }: IndicatorFigure): string {
  if (scheduleState !== null) return SCHEDULE_STATE[scheduleState].one;
  return exclusion === null ? words.withoutDates : words.notApplicable;
}
