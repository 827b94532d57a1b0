import type { IsoDay } from '../domain/isoDay';
import { formatInstant } from './format';

/** Words that stand over every screen of a plan that is only looked at. */
export const viewBanner = {
  asOf: (stamp: string, today: IsoDay) => `Está viendo el plan como estaba: ${formatInstant(stamp, today)}`,
  readOnly: 'Solo lectura. La hora es la del reloj de cada equipo.',
  backToToday: 'Volver a hoy',
  audited: 'Copia en auditoría',
  auditedText: 'Se mira y no se cambia; solo se escriben hallazgos.',
  openAudit: 'Auditoría',
  restored: 'Copia restaurada',
  restoredText: 'Lo que escriba aquí no llega solo al plan que lleva.',
  openCopies: 'Qué hacer con ella',
} as const;
