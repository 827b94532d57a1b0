import { expect, test } from 'vitest';
import { LOST_FACTS } from '../../src/text/matrixOut';

test.each([
  [LOST_FACTS.shiftedRowsKept({ rows: [3] }), /^Fila 3: .*; queda tal como estaba\.$/],
  [LOST_FACTS.shiftedRowsKept({ rows: [3, 4] }), /^Filas 3, 4: .*; quedan tal como estaban\.$/],
  [LOST_FACTS.coveredCells({ cells: ['B2'] }), /en B2: está debajo/],
  [LOST_FACTS.coveredCells({ cells: ['B2', 'C2'] }), /en B2, C2: están debajo/],
  [LOST_FACTS.ownAccumulation({ indicators: 1 }), /cómo se acumula 1\u00a0indicador que no se suma\./],
  [LOST_FACTS.ownAccumulation({ indicators: 2 }), /cómo se acumulan 2\u00a0indicadores que no se suman\./],
  [LOST_FACTS.leftAsWritten({ headers: ['A'] }), /^Queda como estaba en el archivo: «A»\.$/],
  [LOST_FACTS.leftAsWritten({ headers: ['A', 'B'] }), /^Quedan como estaban en el archivo: «A», «B»\.$/],
])('what a way out leaves is told of as many as there are: %s', (said, expected) => {
  expect(said).toMatch(expected);
});
