import type { IsoDay } from '../domain/isoDay';
import type { Percent, Points } from '../domain/percent';
import { formatDay, formatPercent, formatPoints } from './format';

/** "El período está cerrado (corte del 31 de marzo de 2023, sellado 40,9 %)." */
export function closedWords(date: IsoDay, sealed: Percent | null): string {
  return `El período está cerrado (corte del ${formatDay(date)}, ${sealedWords(sealed)}).`;
}

/** "sellado 40,9 %". */
export function sealedWords(sealed: Percent | null): string {
  return sealed === null ? 'sellado sin cifra' : `sellado ${formatPercent(sealed)}`;
}

/** "Sellado 40,9 % · hoy 42,1 % (+1,2 puntos)". */
export function rectifiedWords(sealed: Percent | null, now: Percent | null, by: Points | null): string {
  const difference = by === null ? '' : ` (${formatPoints(by)})`;
  return `Sellado ${percentOrNone(sealed)} · hoy ${percentOrNone(now)}${difference}`;
}

/** A figure, or that there is none: never 0 %. */
export function percentOrNone(percent: Percent | null): string {
  return percent === null ? 'sin cifra' : formatPercent(percent);
}

/** A difference, or a dash where one of the two has no figure. */
export function pointsOrNone(points: Points | null): string {
  return points === null ? '—' : formatPoints(points);
}

/** "Corte al 31 de marzo de 2023". */
export function cutAt(day: IsoDay): string {
  return `Corte al ${formatDay(day)}`;
}
