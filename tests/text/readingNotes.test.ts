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

  test.each<[Record<string, unknown>, string]>([
    [
      { code: 'markInPeriod', text: 'X' },
      '«X» no dice cuánto se logró: el resultado queda vacío y la marca se guarda tal como está.',
    ],
    [
      { code: 'hiddenUnderMerge', text: 'Otro', range: 'B2:B3' },
      'B2:B3 está combinada y tapa «Otro»: no se lee.',
    ],
    [
      { code: 'spanAsDate', text: 'dic-24', read: '2024-12-31' },
      '«dic-24» no es un día: se toma el 31 dic 2024.',
    ],
    [
      { code: 'severalDays', text: '1/01/24 - 31/12/24', read: '2024-01-01', other: '2024-12-31' },
      '«1/01/24 - 31/12/24»: se toma el 1 ene 2024.',
    ],
    [
      { code: 'falsePercent', text: '150000%', read: 1500 },
      'Se ve «150000%», que no puede ser un porcentaje: se lee 1.500.',
    ],
    [
      { code: 'digitsLost', text: '2,02E+12' },
      '«2,02E+12»: el archivo ya no trae las últimas cifras de este código. Queda como está escrito.',
    ],
    [
      { code: 'linkedFormula', text: '4', formula: '[1]Hoja!A1' },
      'La fórmula «[1]Hoja!A1» lo trae de otro archivo: se toma «4», lo último que guardó.',
    ],
    [
      { code: 'severalIndicators', text: 'x', howMany: 2 },
      'La celda nombra 2 indicadores: se carga como uno solo. Si cada uno tiene su meta, dele su fila en el archivo.',
    ],
    [
      { code: 'reviewComment', text: '4', comment: 'Ana: falta el soporte' },
      'Dice: «Ana: falta el soporte».',
    ],
  ])('%j', ({ text, ...facts }, line) => {
    const told = tellReadingNote({ ...facts, place: { ...place, text } });
    expect(told?.line.replaceAll('\u00a0', ' ')).toBe(line);
    expect(told?.repair).toMatch(/^\p{Lu}.*\.$/u);
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
