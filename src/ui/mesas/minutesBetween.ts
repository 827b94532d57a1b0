import type { ClockTime } from '../../domain/meetings/words';

/** Whole minutes from one hour of a day to another of the same day; none when it has not come. */
export function minutesBetween(from: ClockTime, to: ClockTime): number {
  return Math.max(0, minutesOf(to) - minutesOf(from));
}

function minutesOf(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
