// Of any plan at any of its cuts: each number of each document is the domain's, and there is no other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../../src/documents/reports/context';
import type { ReportContext } from '../../../src/documents/reports/context';
import { documentOf } from '../../../src/documents/reports/documentOf';
import type { ReportOptions } from '../../../src/documents/reports/documentOf';
import { NO_TRAIL } from '../../../src/domain/auditTrail';
import { figuresAt } from '../../../src/domain/cuts/frozenFigures';
import type { ClosedCut } from '../../../src/domain/cuts/model';
import { placedCells, plainText, wideCell } from '../../../src/domain/document';
import type {
  Block,
  Calculation,
  Document,
  DocumentBars,
  DocumentTable,
  Figure,
  FigureUnit,
  Passage,
  Quote,
  Signatory,
  Words,
} from '../../../src/domain/document';
import { findingsOf } from '../../../src/domain/findings';
import type { IsoDay } from '../../../src/domain/isoDay';
import type { Accumulation, Plan } from '../../../src/domain/model';
import { NO_FORM, REPORT_KINDS } from '../../../src/domain/reportForms';
import type { ReportForm, ReportKind } from '../../../src/domain/reportForms';
import { amount } from '../../../src/text/explanation';
import { formatGap, formatNumber, formatPercent, formatPesos, formatPoints } from '../../../src/text/format';
import { cartagena, cartagenaWithSecondQuarter } from '../../support/cartagena';
import { oracleOf } from '../../support/domainNumber';
import type { Oracle } from '../../support/domainNumber';
import { anyReported } from './anyReported';
import { quotedIn, textsOfFigure, yearsOf } from './saidTexts';

const OPTIONS: ReportOptions = {
  part: null,
  withPeople: true,
  today: '2024-01-15',
  seed: 'muestra',
  size: 5,
  ...NO_TRAIL,
};
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
      fc.property(anyReported, ({ plan, cut, options, parts }) => {
        const part = { indicatorSheet: parts.indicator, explanation: parts.group }[kind as string] ?? null;
        expectTrue(kind, reportContext(plan, cut, findingsOf(plan)), { ...options, part });
      }),
      { numRuns: 40 },
    );
  });

  it('says what people wrote anew in its place, and nothing else changes', () => {
    fc.assert(
      fc.property(anyReported, fc.nat(), ({ plan, cut, options }, place) => {
        const written = (texts: ReadonlyMap<string, string>) => {
          const form = { ...(plan.reportForms.get(kind) ?? NO_FORM), texts };
          const reportForms = new Map([...plan.reportForms, [kind, form] as const]);
          return reportContext({ ...plan, reportForms }, cut, []);
        };
        const ours = passagesIn(documentOf(kind, written(new Map()), options));
        const keys = ours.flatMap(({ key = [] }) => key);
        const key = keys[place % Math.max(1, keys.length)];
        if (key === undefined) return;
        const edited = written(new Map([[key, 'Avanzó 3 puntos']]));
        expectTrue(kind, edited, options);
        const theirs = passagesIn(documentOf(kind, edited, options));
        expect(theirs.map((one) => one.original ?? one.text)).toEqual(ours.map(({ text }) => text));
        expect(theirs.filter((one) => one.key === key).map(({ text }) => plainText(text))).toEqual(
          keys.filter((one) => one === key).map(() => 'Avanzó 3 puntos'),
        );
      }),
      { numRuns: 10 },
    );
  });

  it('says those of a closed cut that was corrected', () => {
    const sealed = cartagena();
    const plan = { ...cartagenaWithSecondQuarter(4, 5), cuts: [closedAt(sealed, CUT)] };
    expectTrue(kind, reportContext(plan, CUT, findingsOf(plan)));
  });

  it('says those of Cartagena', () => {
    const plan = cartagena();
    expectTrue(kind, reportContext(plan, '2023-03-31', findingsOf(plan)));
  });
});

function passagesIn({ blocks }: Document): readonly Passage[] {
  return blocks.flatMap((block): readonly Passage[] => {
    if (block.k === 'paragraph') return [block];
    return block.k === 'list' ? block.items : [];
  });
}

function expectTrue(kind: ReportKind, context: ReportContext, options = OPTIONS): void {
  const { plan } = context;
  const document = documentOf(kind, context, options);
  const words = document.blocks.flatMap(wordsOf);
  const numberOf = oracleOf(plan, context.cut, options);
  for (const figure of words.flatMap(figuresIn)) expectFigure(plan, numberOf, figure);
  const isQuoted = quotedIn(plan, options);
  for (const { text } of words.flatMap(quotesIn))
    expect(isQuoted(text), `${kind}: nobody wrote "${text}"`).toBe(true);
  for (const own of words.flatMap(ownWords))
    expect(own, `${kind} says a number of its own in "${own}"`).not.toMatch(/\d/);
  for (const block of document.blocks) {
    if (block.k === 'bars') expectLengths(block);
    if (block.k === 'table') expectCalculations(block);
    if (block.k === 'signatures') expectSigners(context.formOf(kind), block.people);
  }
}

function expectFigure(plan: Plan, numberOf: Oracle, figure: Figure): void {
  if (figure.of.endsWith('/rest')) {
    // What a sentence leaves unnamed: some of the rows, and never all.
    expect(figure.value, figure.of).toBeGreaterThan(0);
    expect(figure.value, figure.of).toBeLessThan(plan.indicators.length);
    return;
  }
  const said = numberOf(figure.of);
  expect(said, `${figure.of} is no number of the domain`).not.toBeUndefined();
  if (TEXT_FIGURES.test(figure.of)) {
    expect(textsOfFigure(plan, figure.of), figure.of).toContain(figure.text);
    return;
  }
  if (figure.of.startsWith('year/')) expect(yearsOf(plan), figure.of).toContain(figure.value);
  if (figure.of.startsWith('count/') || said !== null) {
    expect(figure.value, figure.of).toBeCloseTo(said ?? NaN, 9);
    expect(printedOf(figure), figure.of).toContain(figure.text);
  } else {
    expect(figure.value, figure.of).toBeNull();
    expect(WITHOUT_NUMBER, figure.of).toContain(figure.text);
  }
}

/** A bar is as long as the number beside it. */
function expectLengths({ bars }: DocumentBars): void {
  for (const { length, text } of bars) {
    const beside = figuresIn(text);
    expect(beside.length, plainText(text)).toBeLessThan(2);
    expect(length, plainText(text)).toBe(beside[0]?.value ?? null);
  }
}

/** What a spreadsheet will compute from the cells of a row is what is printed in it. */
function expectCalculations(table: DocumentTable): void {
  for (const row of placedCells(table)) {
    const valueAt = (place: number): number | null => {
      const found = row.find(({ column }) => column === place);
      return found ? (figuresIn(wideCell(found.cell).text)[0]?.value ?? null) : null;
    };
    for (const { cell } of row) {
      const { calculation, text } = wideCell(cell);
      if (!calculation) continue;
      const [printed] = figuresIn(text);
      const value = 100 * calculated(calculation, valueAt);
      // Sums in another order differ in their last digits.
      const difference = Math.abs((printed?.value ?? NaN) - value);
      expect(difference, printed?.of).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
    }
  }
}

function calculated({ accumulation, periods, target, baseline }: Calculation, valueAt: ValueAt): number {
  const values = periods.map(valueAt).filter((value) => value !== null);
  const last = values.at(-1);
  if (last === undefined) return 0;
  const aim = valueAt(target) ?? NaN;
  const from = baseline ?? NaN;
  const sum = values.reduce((total, value) => total + value, 0);
  const reached: Readonly<Record<Accumulation, number>> = {
    sum: sum / aim,
    latest: last / aim,
    average: sum / values.length / aim,
    capacity: (last - from) / (aim - from),
    reduction: (from - last) / (from - aim),
  };
  return reached[accumulation];
}

type ValueAt = (column: number) => number | null;

/** Those who sign are those of the form, in its order. */
function expectSigners({ signers }: ReportForm, people: readonly Signatory[]): void {
  if (signers.length > 0) expect(people.map(({ name }) => name)).toEqual(signers.map(({ name }) => name));
  else expect(people.every(({ name }) => name === '')).toBe(true);
}

function printedOf({ value, unit }: Figure): readonly string[] {
  return PRINTED[unit ?? 'plain'](value ?? NaN);
}

function wordsOf(block: Block): readonly Words[] {
  switch (block.k) {
    case 'heading':
    case 'paragraph':
      return [block.text, ...originalOf(block)];
    case 'list':
      return block.items.flatMap((item) => [item.text, ...originalOf(item)]);
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

/** What ours said where a person wrote anew. */
function originalOf(block: Block | Passage): readonly Words[] {
  return 'original' in block && block.original !== undefined ? [block.original] : [];
}

function quotesIn(words: Words): readonly Quote[] {
  return typeof words === 'string' ? [] : words.filter((one) => typeof one === 'object' && one.k === 'quote');
}

function figuresIn(words: Words): readonly Figure[] {
  return typeof words === 'string'
    ? []
    : words.filter((one) => typeof one === 'object' && one.k === 'figure');
}

function ownWords(words: Words): readonly string[] {
  return typeof words === 'string' ? [words] : words.filter((one) => typeof one === 'string');
}
