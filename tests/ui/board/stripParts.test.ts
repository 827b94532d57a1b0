import { describe, expect, test } from 'vitest';
import { CALI_3 } from '../../../src/domain/bands';
import { DNP_5 } from '../../../src/domain/schemes';
import type { BandScheme } from '../../../src/domain/bands';
import { boardFacts } from '../../../src/domain/board';
import { evaluate } from '../../../src/domain/evaluate';
import { planTableOf } from '../../../src/domain/planTable';
import { stripParts } from '../../../src/ui/board/stripParts';
import { cartagena } from '../../support/cartagena';

function partsOf(scheme: BandScheme) {
  const plan = { ...cartagena(), scheme };
  const facts = boardFacts(plan, evaluate(planTableOf(plan), '2023-03-31'));
  return stripParts('c1', facts, scheme).map(({ counted, total, behind, href }) => [
    counted.many,
    total,
    behind,
    href.slice(href.indexOf('?')),
  ]);
}

describe('the strip of the board', () => {
  test('has the three classes of the default scheme, each a filter', () => {
    expect(partsOf(CALI_3)).toEqual([
      ['críticas', 7, 5, '?class=critical'],
      ['en proceso', 0, 0, '?class=inProgress'],
      ['finalizadas', 4, 0, '?class=finished'],
      ['sin iniciar', 1, 0, '?state=notStarted'],
    ]);
  });

  test('has the bands of a scheme with more of them, by their names', () => {
    expect(partsOf(DNP_5)).toEqual([
      ['críticas', 7, 5, '?band=critical'],
      ['bajas', 0, 0, '?band=low'],
      ['medias', 0, 0, '?band=medium'],
      ['satisfactorias', 0, 0, '?band=satisfactory'],
      ['sobresalientes', 4, 0, '?band=outstanding'],
      ['sin iniciar', 1, 0, '?state=notStarted'],
    ]);
  });
});
