import { expect, test } from 'vitest';
import { minutesDocument } from '../../../src/documents/minutes';
import { pageRules } from '../../../src/ui/documents/pageRules';
import { someFacts, someMinutes } from '../../support/minutes';

const document = minutesDocument(someMinutes());

test('pages are numbered in words, with the form at their foot and whose they are from the second on', () => {
  const css = pageRules(document);
  expect(css).toContain('size: letter;');
  expect(css).toContain('@bottom-right { content: "Página " counter(page) " de " counter(pages);');
  expect(css).toContain('@bottom-left { content: "Código: MAGT04.03.P003.F001 · Versión: 002";');
  expect(css).toContain('@top-left { content: "Alcaldía de Santiago de Cali" "\\A" "NIT 890.399.011-3";');
  expect(css).toContain('"\\A" "Código: MAGT04.03.P003.F001 · Versión: 002"; font');
  expect(css.slice(css.indexOf(':first'))).toContain('@top-left { content: none; }');
});

test('a sheet is of its size, and lies down where its tables are wide', () => {
  const sizes = (['letter', 'oficio'] as const).flatMap((size) =>
    [false, true].map(
      (isLandscape) => /size: (.*);/.exec(pageRules({ ...document, paper: { size, isLandscape } }))?.[1],
    ),
  );
  expect(sizes).toEqual(['letter', 'letter landscape', '216mm 330mm', '330mm 216mm']);
});

test('a name is written as CSS writes it, and cut where it would not fit', () => {
  const named = (entityName: string) => {
    const css = pageRules(minutesDocument(someMinutes({ facts: someFacts({ entityName, nit: '' }) })));
    return /@top-left \{ content: (".*"); font/.exec(css)?.[1];
  };
  expect(named('La "Casa" \\ de\n todos')).toBe('"La \\"Casa\\" \\\\ de todos"');
  expect(named('x'.repeat(300))).toBe(`"${'x'.repeat(69)}…"`);
});
