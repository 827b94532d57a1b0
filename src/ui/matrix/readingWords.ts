import { MATRIX_FIELDS, PERIOD_ASPECTS } from '../../text/matrixFields';
import { placeOfCell, READING_FINDINGS } from '../../text/readingFindings';
import type { CellFinding, MatrixField, PeriodAspect } from './reading';

// Here the reader's types meet their words: a code, a field or an aspect without words does not compile.

interface Words<Facts> {
  readonly title: string;
  readonly line: (facts: Facts) => string;
}

const FINDINGS: {
  readonly [Code in CellFinding['code']]: Words<Extract<CellFinding, { code: Code }>>;
} = READING_FINDINGS;

export const FIELD_WORDS: Readonly<Record<MatrixField, string>> = MATRIX_FIELDS;
export const ASPECT_WORDS: Readonly<Record<PeriodAspect, string>> = PERIOD_ASPECTS;

/** Tells something that the reader noted: its heading, its sentence and where it is. */
export function tellCellFinding(finding: CellFinding): {
  readonly title: string;
  readonly line: string;
  readonly place: string;
} {
  const { title, line } = FINDINGS[finding.code] as Words<CellFinding>;
  return { title, line: line(finding), place: placeOfCell(finding) };
}
