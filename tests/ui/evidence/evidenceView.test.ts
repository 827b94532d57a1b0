import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/domain/report';
import { evidenceView, pieceCounts } from '../../../src/ui/evidence/evidenceView';
import { anEvidence, anIndicator, aPlan, T1 } from '../../support/builders';

const piece = (id: string, given: Partial<Evidence> = {}) =>
  anEvidence({
    id,
    status: 'attached',
    file: { sha256: id, size: 1, mime: '', name: id, original: null },
    ...given,
  });
const pieces = [
  piece('here'),
  piece('away'),
  piece('seen', { status: 'verified' }),
  anEvidence({ id: 'cited' }),
];
const isHere = (sha256: string) => sha256 === 'here';
const plan = aPlan({
  indicators: [
    anIndicator({ id: 'ind:1', said: [{ report: { k: 'value', v: 2 }, evidence: pieces }] }),
    anIndicator({ id: 'ind:2', said: [2] }),
  ],
});

test('each filter says how many rows pass it', () => {
  const { counts, rows } = evidenceView(plan, T1, 'none', isHere);
  expect(counts).toEqual({ all: 2, none: 1, cited: 1, attached: 1, verified: 1, missing: 1 });
  expect(rows.map(({ indicator }) => indicator.id)).toEqual(['ind:2']);
});

test('a row counts its pieces, and says both of what is verified and not here', () => {
  const [row] = evidenceView(plan, T1, 'all', isHere).rows;
  expect(pieceCounts(row!, isHere)).toEqual({ cited: 1, attached: 1, verified: 1, missing: 2 });
});
