/** Words of a copy that is being looked at or merged. */
export const received = {
  open: 'Abrir una copia',
  busy: 'Revisando la copia…',
} as const;
