/** Words of a copy that is being looked at or merged. */
export const received = {
  open: 'Abrir una copia',
  several: 'Recibir varias copias',
  busy: 'Revisando la copia…',
} as const;
