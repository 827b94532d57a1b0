// Of any plan at any of its cuts: each number of each document is the domain's, and there is no other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../../src/documents/reports/context';
import type { ReportContext } from '../../../src/documents/reports/context';
import { placedCells, wideCell } from '../../../src/domain/document';
import type { Block, Figure, FigureUnit, Words } from '../../../src/domain/document';
import { findingsOf } from '../../../src/domain/findings';
import { figuresAt } from '../../../src/domain/cuts/frozenFigures';
import type { ClosedCut } from '../../../src/domain/cuts/model';
import type { IsoDay } from '../../../src/domain/isoDay';
import type { Plan } from '../../../src/domain/model';
import { REPORT_KINDS } from '../../../src/domain/reportForms';
import type { ReportKind } from '../../../src/domain/reportForms';
import { amount } from '../../../src/text/explanation';
import { formatGap, formatNumber, formatPercent, formatPesos, formatPoints } from '../../../src/text/format';
import { documentOf } from '../../../src/documents/reports/documentOf';
import { oracleOf, SAMPLE } from '../../support/domainNumber';
import { anyPlan } from '../../formats/anyPlan';
import { cartagena, cartagenaWithSecondQuarter } from '../../support/cartagena';

const OPTIONS = {
  part: null,
  withPeople: true,
  today: '2024-01-15',
  ...SAMPLE,
  changes: [],
} as const;
const CUT = '2023-06-30';

/** The second quarter of a plan as it was closed. */
function closedAt(plan: Plan, date: IsoDay): ClosedCut {
  const seal = { heads: [], without: [], n: 0, seal: 'ab'.repeat(32) };
  return { ...seal, period: plan.periods[1]!.id, date, frozen: figuresAt(plan, date) };
}

/** What a figure without a number says. */
const WITHOUT_NUMBER = ['no aplica', '—'];
const TEXT_FIGURES = /^(?:at\/[^/]+\/)?(?:day|period|instant|rule)\//;

/** The unit says how a number is printed; a difference is printed with its sign or as a size. */
const PRINTED: Readonly<Record<FigureUnit | 'plain', (value: number) => readonly string[]>> = {
  percent: (value) => [formatPercent(value)],
  givenPercent: (value) => [`${formatNumber(value)}\u00a0%`],
  fraction: (value) => [amount(value, 'percent')],
  points: (value) => [formatPoints(value), formatGap(value)],
  pesos: (value) => [formatPesos(value)],
  plain: (value) => [formatNumber(value), String(value)],
  day: () => [],
};

describe.each(REPORT_KINDS)('%s', (kind) => {
  it('says the numbers of the domain and no others, whatever the plan', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), (plan, place) => {
        const cut = plan.periods[place % Math.max(1, plan.periods.length)]?.end;
        if (!cut) return;
        expectTrue(kind, plan, reportContext(plan, cut, findingsOf(plan)));
      }),
      { numRuns: 40 },
    );
  });

  it('says those of a closed cut that was corrected', () => {
    const sealed = cartagena();
    const plan = { ...cartagenaWithSecondQuarter(4, 5), cuts: [closedAt(sealed, CUT)] };
    expectTrue(kind, plan, reportContext(plan, CUT, findingsOf(plan)));
  });

  it('says those of Cartagena', () => {
    const plan = cartagena();
    expectTrue(kind, plan, reportContext(plan, '2023-03-31', findingsOf(plan)));
  });
});

function expectTrue(kind: ReportKind, plan: Plan, context: ReportContext): void {
  const document = documentOf(kind, context, OPTIONS);
  const numberOf = oracleOf(plan, context.cut);
  const words = document.blocks.flatMap(wordsOf);
  for (const figure of words.flatMap(figuresIn)) {
    if (figure.of.endsWith('/rest')) {
      // What a sentence leaves unnamed: some of the rows, and never all.
      expect(figure.value, figure.of).toBeGreaterThan(0);
      expect(figure.value, figure.of).toBeLessThan(plan.indicators.length);
      continue;
    }
    const said = numberOf(figure.of);
    expect(said, `${kind}: ${figure.of} is no number of the domain`).not.toBeUndefined();
    if (TEXT_FIGURES.test(figure.of)) continue;
    if (figure.of.startsWith('count/') || said !== null) {
      expect(figure.value, figure.of).toBeCloseTo(said ?? NaN, 9);
      expect(printedOf(figure), figure.of).toContain(figure.text);
    } else {
      expect(figure.value, figure.of).toBeNull();
      expect(WITHOUT_NUMBER, figure.of).toContain(figure.text);
    }
  }
  for (const own of words.flatMap(ownWords)) {
    expect(own, `${kind} says a number of its own in "${own}"`).not.toMatch(/\d/);
  }
}

function printedOf({ value, unit }: Figure): readonly string[] {
  return PRINTED[unit ?? 'plain'](value ?? NaN);
}

function wordsOf(block: Block): readonly Words[] {
  switch (block.k) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'facts':
      return block.rows.flat();
    case 'table':
      return [
        block.caption,
        ...block.columns.flatMap(({ label, over = '' }) => [label, over]),
        ...placedCells(block).flatMap((row) => row.map(({ cell }) => wideCell(cell).text)),
      ];
    case 'bars':
      return [block.caption, ...block.bars.flatMap(({ name, text }) => [name, text])];
    case 'signatures':
      return [];
  }
}

function figuresIn(words: Words): readonly Figure[] {
  return typeof words === 'string'
    ? []
    : words.filter((one) => typeof one === 'object' && one.k === 'figure');
}

function ownWords(words: Words): readonly string[] {
  return typeof words === 'string' ? [words] : words.filter((one) => typeof one === 'string');
}
