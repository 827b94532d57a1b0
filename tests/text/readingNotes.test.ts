import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { READING_NOTES, tellReadingNote } from '../../src/text/readingNotes';

const place = { sheet: 'Plan de acción', row: 11, column: 'E', header: 'PRODUCTO', text: '12/01/24' };

describe('a doubt of the reading', () => {
  test('says where in the file it is, what it was and what to do', () => {
    expect(tellReadingNote({ code: 'ambiguousDate', place, read: '2024-01-12' })).toEqual({
      title: 'Fecha que se puede leer de dos maneras',
      line: '«12/01/24» se lee 12\u00a0ene\u00a02024.',
      repair: 'Compárela con el documento aprobado y corríjala si se leyó mal.',
      place: 'Hoja «Plan de acción», fila 11, columna E (PRODUCTO)',
    });
    expect(tellReadingNote({ code: 'continuationRow', place, into: 10 })?.line).toBe(
      '«12/01/24» parece seguir el texto de la fila 10: quedó por fuera.',
    );
    const amounts = { code: 'otherAmount', place, amount: 250, kept: 1_900_000 };
    expect(tellReadingNote(amounts)?.line.replaceAll('\u00a0', ' ')).toBe(
      'Dice $ 250; la actividad ya tenía $ 1.900.000 de una fila anterior, y ese es el que cuenta.',
    );
    expect(tellReadingNote({ code: 'notesLeftOut', howMany: 200 })).toMatchObject({ place: '' });
  });

  test('of which some fact is missing or odd is passed over, and so is one of another version', () => {
    for (const odd of [
      null,
      'x',
      [],
      {},
      { code: 'of a later version', place },
      { code: 'constructor', place },
      { code: 'unreadableNumber' },
      { code: 'unreadableNumber', place: { ...place, row: '11' } },
      { code: 'ambiguousNumber', place },
      { code: 'ambiguousNumber', place, read: '3' },
      { code: 'otherAmount', place, amount: '250', kept: 900 },
      { code: 'shiftedRow', place, expectedColumn: 'I', cells: 4 },
      { code: 'blankIdentity', place, field: '__proto__' },
      { code: 'notesLeftOut', howMany: 'many' },
    ])
      expect(tellReadingNote(odd)).toBeNull();
  });

  test('never breaks, whatever was written', () => {
    const facts = { place: fc.oneof(fc.constant(place), fc.jsonValue()), read: fc.jsonValue() };
    const others = {
      into: fc.jsonValue(),
      range: fc.jsonValue(),
      field: fc.jsonValue(),
      cells: fc.jsonValue(),
      amount: fc.jsonValue(),
      kept: fc.jsonValue(),
    };
    const code = fc.constantFrom(...Object.keys(READING_NOTES));
    fc.assert(
      fc.property(fc.record({ code, ...facts, ...others }, { requiredKeys: ['code'] }), (finding) => {
        const told = tellReadingNote(finding);
        if (told) expect([told.line, told.repair].every((text) => /\S.*\.$/su.test(text))).toBe(true);
      }),
    );
  });
});
