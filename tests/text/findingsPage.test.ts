import { expect, test } from 'vitest';
import { emptyListWords } from '../../src/text/findingsPage';

const ALL = { shown: 'open', isOfOneKind: false, hasNotes: true } as const;

test('an empty list says of what there is nothing, and what is left elsewhere', () => {
  expect(emptyListWords({ ...ALL, open: 0, reviewed: 0 }).title).toBe('Nada raro en este plan');
  expect(emptyListWords({ ...ALL, open: 0, reviewed: 3, hasNotes: false })).toEqual({
    title: 'Todo está revisado',
    text: 'Si un dato del plan cambia, su hallazgo vuelve a aparecer aquí.',
  });
  // A doubt of the reading is keyed by the file's own facts: it stays settled.
  expect(emptyListWords({ ...ALL, open: 0, reviewed: 3 }).text).toMatch(
    /aquí\. Una duda de la lectura no vuelve/,
  );
  expect(emptyListWords({ ...ALL, isOfOneKind: true, open: 1, reviewed: 3 })).toEqual({
    title: 'De esta clase todo está revisado',
    text: 'Queda 1 por revisar de otras clases.',
  });
  expect(emptyListWords({ ...ALL, isOfOneKind: true, open: 1200, reviewed: 3 }).text).toBe(
    'Quedan 1.200 por revisar de otras clases.',
  );
  const reviewed = { ...ALL, shown: 'reviewed', open: 3 } as const;
  expect(emptyListWords({ ...reviewed, reviewed: 0 }).title).toBe('Todavía no se ha revisado ninguno');
  expect(emptyListWords({ ...reviewed, reviewed: 2, isOfOneKind: true }).title).toBe(
    'De esta clase no se ha revisado ninguno',
  );
});
