import { placeOfCell, READING_FINDINGS } from '../../text/readingFindings';
import type { CellFinding } from './reading';

// Here the reader's types meet their words: a code without words does not compile.

interface Words<Facts> {
  readonly title: string;
  readonly line: (facts: Facts) => string;
}

const FINDINGS: {
  readonly [Code in CellFinding['code']]: Words<Extract<CellFinding, { code: Code }>>;
} = READING_FINDINGS;

/** Tells something that the reader noted: its heading, its sentence and where it is. */
export function tellCellFinding(finding: CellFinding): {
  readonly title: string;
  readonly line: string;
  readonly place: string;
} {
  const { title, line } = FINDINGS[finding.code] as Words<CellFinding>;
  return { title, line: line(finding), place: placeOfCell(finding) };
}
