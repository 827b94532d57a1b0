import { count, insideSentence } from './format';

/** Words about changes of the plan itself, and about taking them back. */
export const changes = {
  undo: 'Deshacer',
  undone: (told: string) => `Deshecho: ${insideSentence(told)}`,
  nothingToUndo: 'Ya no hay qué deshacer: alguien lo cambió después.',
  keptSince: (n: number) =>
    `Deshecho, menos ${count(n, 'dato que alguien cambió', 'datos que alguien cambió')} después.`,
} as const;
