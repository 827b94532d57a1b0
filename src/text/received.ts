/** Words of a copy that is being looked at or merged. */
export const received = {
  busy: 'Revisando la copia…',
} as const;
