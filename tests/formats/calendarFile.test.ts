import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { writeCalendar } from '../../src/formats/calendarFile';

const STAMP = '2023-04-10T12:00:00.123Z';

it('writes entries that a calendar reads back: whole days, hours, and odd texts', async () => {
  const text = await writeCalendar(
    [
      {
        uid: 'com:1@bitacora',
        title: 'Publicar 20 conjuntos de datos; con coma, y «comillas»',
        day: '2023-06-30',
        hours: null,
        place: '',
        description: 'Primera línea\nSegunda línea',
      },
      {
        uid: 'mtg:1@bitacora',
        title: 'Mesa 1 · Secretaría de Hacienda',
        day: '2023-04-10',
        hours: { start: '2023-04-10T14:00:00.000Z', end: '2023-04-10T15:30:00.000Z' },
        place: 'Plaza de la Aduana, piso 2',
        description: '',
      },
    ],
    STAMP,
  );
  expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([
    ['com:1@bitacora', 'Publicar 20 conjuntos de datos; con coma, y «comillas»'],
    ['mtg:1@bitacora', 'Mesa 1 · Secretaría de Hacienda'],
  ]);
  const [deadline, session] = events;
  expect([deadline?.startDate.isDate, deadline?.startDate.toString(), deadline?.endDate.toString()]).toEqual([
    true,
    '2023-06-30',
    '2023-07-01',
  ]);
  expect(deadline?.description).toBe('Primera línea\nSegunda línea');
  expect(session?.startDate.toJSDate().toISOString()).toBe('2023-04-10T14:00:00.000Z');
  expect(session?.endDate.toJSDate().toISOString()).toBe('2023-04-10T15:30:00.000Z');
  expect(session?.location).toBe('Plaza de la Aduana, piso 2');
});
