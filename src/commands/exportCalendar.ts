import type { Commitment, WorkshopSeries, WorkshopSession } from '../domain/meetings/model';
import type { Plan } from '../domain/model';
import { writeCalendar } from '../formats/calendarFile';
import type { CalendarEvent } from '../formats/calendarFile';
import { nowIso } from './clock';
import { deliver } from './deliver';
import type { Delivery } from './deliver';
import { fileNameOf } from './fileName';

/** What an entry of the calendar says; its words come from the screen that asks. */
export type Told<T> = (one: T) => { readonly title: string; readonly description: string };

/** Hands over every session of a series that has a day, for a calendar to take. */
export function exportSeriesCalendar(
  { sessions, name }: WorkshopSeries,
  { planYear }: Plan,
  tell: Told<WorkshopSession>,
): Promise<Delivery> {
  return handOver(
    { title: name, planYear },
    sessions.flatMap((session) =>
      session.day === null
        ? []
        : [
            {
              uid: `${session.id}@bitacora`,
              ...tell(session),
              day: session.day,
              hours: hoursOf(session),
              place: session.place,
            },
          ],
    ),
  );
}

/** Hands over the days by which commitments are due. */
export function exportDeadlines(
  commitments: readonly Commitment[],
  plan: Pick<Plan, 'title' | 'planYear'>,
  tell: Told<Commitment>,
): Promise<Delivery> {
  return handOver(
    plan,
    commitments.flatMap((one) =>
      one.due === null
        ? []
        : [{ uid: `${one.id}@bitacora`, ...tell(one), day: one.due, hours: null, place: '' }],
    ),
  );
}

async function handOver(
  named: { readonly title: string; readonly planYear: number },
  events: readonly CalendarEvent[],
): Promise<Delivery> {
  const text = await writeCalendar(events, nowIso());
  return deliver({
    name: fileNameOf(named, 'ics'),
    mime: 'text/calendar',
    bytes: new TextEncoder().encode(text),
    isShareable: true,
  });
}

/** The hours of a session as instants: Colombia is five hours behind UTC all year. One hour where none is said. */
function hoursOf({ day, start, end }: WorkshopSession): CalendarEvent['hours'] {
  if (day === null || start === null) return null;
  const instant = (time: string) => Date.parse(`${day}T${time}:00-05:00`);
  const from = instant(start);
  const to = end !== null && end > start ? instant(end) : from + 3_600_000;
  return { start: new Date(from).toISOString(), end: new Date(to).toISOString() };
}
