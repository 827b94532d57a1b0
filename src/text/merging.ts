/** Words of the work that goes on while a copy is united with the plan. */
export const merging = {
  uniting: 'Avance de la unión',
};
