import type { Waiting } from '../domain/blockers';
import type { Activity } from '../domain/model';

/** What work waits for, in full: "espera: formulario FURAG", "espera la actividad 11. Diseñar la estrategia". */
export function waitingWords(waiting: Waiting): string {
  return waiting.k === 'activity'
    ? `espera la actividad ${activityTitle(waiting.activity)}`
    : causeWords(waiting.cause);
}

/** The same in the room of a list: an activity goes by its number, where it has one. */
export function waitingShort(waiting: Waiting): string {
  if (waiting.k === 'external') return causeWords(waiting.cause);
  return `espera la actividad ${waiting.activity.number || `«${waiting.activity.name}»`}`;
}

/** What is written by people says often enough by itself that it waits. */
function causeWords(cause: string): string {
  const said = cause.trim();
  return /^espera\b/i.test(said) ? said.charAt(0).toLowerCase() + said.slice(1) : `espera: ${said}`;
}

/** Some matrices print the number in the name too. */
function activityTitle({ number, name }: Activity): string {
  return number === '' || name.startsWith(number) ? name : `${number}. ${name}`.trim();
}
