import type { IsoDay } from '../domain/isoDay';
import { formatShortDay } from './format';

/** More words of Ajustes. */
export const aboutDevice = {
  teams: 'Responsables del plan',
  unchanged: 'No hay cambios por guardar.',
  cutBetween: (first: IsoDay, last: IsoDay) =>
    `Elija una fecha entre el ${formatShortDay(first)} y el ${formatShortDay(last)}.`,
  worksOffline: 'Ya está completa en este equipo: funciona sin red.',
} as const;
