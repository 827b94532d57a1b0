import { count, formatNumber } from './format';
import { deviceWords } from './devices';
import type { DeviceName } from '../domain/devices';

/** Words of what is handed over, to whom, and of its receipts. */
export const exchanges = {
  whatTitle: 'Cuánto lleva',
  whole: 'Todo el plan',
  wholeText: 'Con toda su historia. Sirve para cualquiera, también para quien no tiene el plan.',
  unseen: (device: DeviceName) => `Solo lo que ${deviceWords(device)} no ha visto`,
  unseenText: (when: string) =>
    `Según la última copia que llegó de allí, ${when}. El archivo es más pequeño.`,
  forTitle: 'Entregar a una dependencia',
  forText: 'Va todo el plan. A quien lo abra se le muestran primero las filas pendientes de esa dependencia.',
  forWhom: 'Dependencia',
  anybody: 'Para cualquiera',
  carries: (n: number) => `Lleva ${count(n, 'cambio', 'cambios')}.`,
  nothingUnseen: 'Ese equipo ya tiene todo lo de este.',
  ways: { download: 'Descargar', folder: 'Copiar a una carpeta' },
  title: 'Entregas y recibos',
  none: 'Todavía no ha llegado ninguna copia de otro equipo. Cuando llegue una, aquí se verá qué tiene.',
  received: (when: string, n: number) =>
    n === 1 ? `Última copia recibida: ${when}.` : `${formatNumber(n)} copias recibidas; la última, ${when}.`,
  /** `carried`: how many changes only here are of an earlier identity, of which nothing is known there. */
  confirmed: (n: number, all: number, carried: number) => {
    const which = carried > 0 ? ', de los escritos con la identidad de ahora' : '';
    return n >= all
      ? `Tiene todos los cambios de este equipo (${formatNumber(all)})${which}.`
      : `Tiene ${formatNumber(n)} de ${count(all, 'cambio', 'cambios')} de este equipo${which}.`;
  },
  nothingOwn: (carried: number) =>
    carried > 0
      ? 'Este equipo no ha escrito nada con la identidad de ahora.'
      : 'Este equipo no ha escrito nada en este plan.',
  givenTo: (n: number, when: string) =>
    `${count(n, 'entrega preparada', 'entregas preparadas')} para ese equipo; la última, ${when}.`,
  usedBy: (person: string) => `Lo usa ${person}`,
  logTitle: (n: number) => `Todas las entregas y recibos (${formatNumber(n)})`,
  how: {
    given: {
      shared: 'Entregada',
      downloaded: 'Descargada para entregar',
      folder: 'Dejada en una carpeta',
      picked: '',
    },
    received: { shared: '', downloaded: '', folder: 'Llegó por una carpeta', picked: 'Recibida' },
  },
  row: (facts: { readonly commits: number; readonly added: number; readonly isReceived: boolean }) =>
    facts.isReceived
      ? `${count(facts.commits, 'cambio', 'cambios')}, ${formatNumber(facts.added)} ${facts.added === 1 ? 'nuevo' : 'nuevos'}`
      : count(facts.commits, 'cambio', 'cambios'),
  thisDevice: 'Hecha en este equipo',
  wholeMark: 'todo el plan',
  deltaMark: 'solo lo nuevo',
} as const;
