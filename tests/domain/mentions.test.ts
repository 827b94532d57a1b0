import { describe, expect, it, test } from 'vitest';
import { folded, mentionFinder } from '../../src/domain/mentions';

const NAMES = [
  ['Implementación del plan de continuidad tecnológica'],
  ['Diseño e implementación del Plan de Seguridad y Privacidad de la Información'],
  ['Estrategia de TI'],
  ['Apropiación de los servicios digitales internos'],
  ['Satisfacción con los servicios digitales'],
  ['Gobernanza'],
];
const find = mentionFinder(NAMES);

/** What is named, by its place, and the words that name it. */
function named(text: string) {
  return find(text).map(({ start, end, of }) => [text.slice(start, end), of]);
}

describe('a name in a text', () => {
  test.each([
    [
      'whole',
      'La Implementación del plan de continuidad tecnológica sigue.',
      [['Implementación del plan de continuidad tecnológica', [0]]],
    ],
    ['by two of its words', 'la continuidad tecnológica sigue', [['continuidad tecnológica', [0]]]],
    ['without accents or capitals', 'CONTINUIDAD TECNOLOGICA', [['CONTINUIDAD TECNOLOGICA', [0]]]],
    ['with the small words between them', 'seguridad y la privacidad', [['seguridad y la privacidad', [1]]]],
    ['of one word', 'La gobernanza va bien', [['gobernanza', [5]]]],
    ['shared by two', 'los servicios digitales', [['servicios digitales', [3, 4]]]],
    [
      'by what tells them apart',
      'satisfacción con los servicios digitales',
      [['satisfacción con los servicios digitales', [4]]],
    ],
    ['by a long word that only it has', 'la continuidad', [['continuidad', [0]]]],
    ['not by a word that several have', 'la implementación', []],
    ['not by a short word', 'el diseño', []],
  ])('is found %s', (_, text, found) => {
    expect(named(text)).toEqual(found);
  });

  it('is weak where it is one word of several', () => {
    expect(find('la continuidad').map(({ isWeak }) => isWeak)).toEqual([true]);
    expect(find('la continuidad tecnológica y la gobernanza').map(({ isWeak }) => isWeak)).toEqual([
      false,
      false,
    ]);
  });

  it('is nobody in particular where four share it', () => {
    const many = mentionFinder(
      ['uno', 'dos', 'tres', 'cuatro'].map((word) => [`Servicios digitales ${word}`]),
    );
    expect(many('los servicios digitales')).toEqual([]);
    expect(many('servicios digitales tres').map(({ of }) => of)).toEqual([[2]]);
  });
});

it('each letter of a folded text stays in its place', () => {
  const text = 'Ñandú, «Acción» \u00a0€';
  expect(folded(text)).toHaveLength(text.length);
  expect(folded(text)).toContain('nandu');
});
