import { atInstant, ofInstant } from './format';

/** Words of what Inicio says of copies and of the identity of this device. */
export const copyCard = {
  restored: (when: string) => `Restaurada de una copia ${ofInstant(when)}`,
  removeKeeps:
    'Por si fue sin querer, queda una última copia en Ajustes: desde allí se puede abrir de nuevo o borrar.',
  removeBlocked:
    'De este plan hay algo que solo está en este equipo, y al quitarlo se perdería. Entregue una copia primero, o únala en otro equipo.',
  removeAfter: 'Cuando haya una copia fuera.',
  removeWayOut: 'Entregar una copia',
  renewedTitle: 'Este equipo tiene una identidad nueva',
  renewedText: (when: string) =>
    `${atInstant(when)}, llegaron cambios firmados con la identidad de este equipo que aquí no estaban. Pasa cuando un equipo se copia, se restaura, o quita un plan y lo vuelve a abrir. Desde entonces este equipo firma distinto; lo que escribió antes sigue contando. No tiene que hacer nada.`,
  renewedRead: 'Entendido',
} as const;
