import type { IsoDay } from '../domain/isoDay';

/** One entry of a calendar. Without an hour it takes the whole day. */
export interface CalendarEvent {
  /** Stable: the same thing handed over again changes its entry and makes no other. */
  readonly uid: string;
  readonly title: string;
  readonly day: IsoDay;
  /** Instants in UTC, `2023-04-10T14:00:00Z`; null for the whole day. */
  readonly hours: { readonly start: string; readonly end: string } | null;
  readonly place: string;
  readonly description: string;
}

/** Writes a calendar file (iCalendar, RFC 5545). `stamp` is the instant of writing, in UTC. */
export async function writeCalendar(events: readonly CalendarEvent[], stamp: string): Promise<string> {
  const { default: ICAL } = await import('ical.js');
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('prodid', '-//Bitácora//es-CO');
  calendar.updatePropertyWithValue('version', '2.0');
  for (const { uid, title, day, hours, place, description } of events) {
    const event = new ICAL.Component('vevent');
    event.updatePropertyWithValue('uid', uid);
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(toSeconds(stamp)));
    const first = ICAL.Time.fromDateString(day);
    const last = first.clone();
    last.adjust(1, 0, 0, 0);
    event.updatePropertyWithValue(
      'dtstart',
      hours ? ICAL.Time.fromDateTimeString(toSeconds(hours.start)) : first,
    );
    event.updatePropertyWithValue('dtend', hours ? ICAL.Time.fromDateTimeString(toSeconds(hours.end)) : last);
    event.updatePropertyWithValue('summary', title);
    if (place !== '') event.updatePropertyWithValue('location', place);
    if (description !== '') event.updatePropertyWithValue('description', description);
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

function toSeconds(instant: string): string {
  return `${instant.slice(0, 19)}Z`;
}
