import { boardFacts } from '../../src/domain/board';
import { periodsOf, quartersOf } from '../../src/domain/calendar';
import { evaluate } from '../../src/domain/evaluate';
import type { Finding } from '../../src/domain/findings/finding';
import { reportIn } from '../../src/domain/model';
import type { Plan } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import type { CellFinding } from '../../src/formats/matrix/findings';
import type { ListedFinding } from './expectedFigures';
import type { Seed } from './seeds';

// The list of expected findings is written for people, each kind with its own words. Here both sides meet: what
// was found is laid out with the rows of the file and the names of things, and each entry of the list says what
// it wants of that.

/** A finding with its code, the rows of data that it is about, and its facts. */
export type Seen = Readonly<Record<string, unknown>> & {
  readonly code: string;
  readonly rows: readonly number[];
};

/** What one finding must be: facts that are equal, or texts that begin so. */
type Wanted = Readonly<Record<string, unknown>>;

/** The beginning of a text, whatever its capitals. */
class Beginning {
  readonly #text: string;
  constructor(text: unknown) {
    this.#text = String(text).toLowerCase();
  }
  isOf(text: unknown): boolean {
    return typeof text === 'string' && text.toLowerCase().startsWith(this.#text);
  }
}

/** Everything that was found in a matrix, in its plan and in its cells. */
export function seenIn({ preview, choices }: Seed): readonly Seen[] {
  const { plan, findings, reading } = preview;
  const sourceRows = reading.rows.map(({ sourceRow }) => sourceRow);
  const { figures } = boardFacts(plan, evaluate(planTableOf(plan), choices.cut));
  const percents = new Map(figures.map(({ indicator, raw }) => [indicator.id, raw]));
  return [
    ...findings.map((one) => seenInPlan(plan, one, percents)),
    ...reading.findings.map((one) => seenInCell(one, sourceRows)),
  ];
}

function seenInPlan(plan: Plan, finding: Finding, percents: ReadonlyMap<string, number | null>): Seen {
  const { entity } = finding;
  const ids = 'indicators' in finding ? finding.indicators : [entity];
  const rows = plan.indicators.flatMap(({ id }, at) => (ids.includes(id) ? [at + 1] : []));
  const ofRow = plan.indicators.find(({ id }) => id === entity);
  const ofItem = plan.items.find(({ id }) => id === entity)?.differentialCriterion;
  const name = ofRow?.activity.name ?? ofItem ?? (entity === plan.id ? 'plan' : '');
  const percent = percents.get(entity);
  const seen = { percent, ...finding, rows, name };
  if (finding.code === 'zeroLooksUnreported') {
    // A finding of the plan: the rows are those that hold the zeros.
    const isZero = (at: number) =>
      finding.periods.every((id) => {
        const report = reportIn(plan.indicators[at]!, id);
        return report.k === 'value' && report.v === 0;
      });
    return { ...seen, rows: [...plan.indicators.keys()].filter(isZero).map((at) => at + 1) };
  }
  if (finding.code !== 'deliverableDiffersFromActivity') return seen;
  return { ...seen, text: `${finding.deliverable} / ${finding.activity}` };
}

function seenInCell(finding: CellFinding, sourceRows: readonly number[]): Seen {
  const place = 'place' in finding ? finding.place : null;
  const row = place ? sourceRows.indexOf(place.row) + 1 : 0;
  return { ...finding, text: place?.text, rows: row > 0 ? [row] : [] };
}

const WANTED: Readonly<Record<string, (entry: ListedFinding) => readonly Wanted[]>> = {
  duplicateNumber: ({ rows, number }) => [{ rows, number }],
  missingNumber: ({ number }) => [{ number }],
  repeatedItem: ({ rows, item }) => [{ rows, item }],
  // Where the cells of a file are blank the reader says what it took from above; the plan says what is left blank.
  blankIdentity: ({ row, fields, field }) =>
    fields
      ? (fields as string[]).map((one) => ({ code: 'inheritedBlank', rows: [row], field: one }))
      : [{ rows: [row], field: inOneWord(field) }],
  targetTextPlaceholder: ({ row, text }) => [{ rows: [row], text: new Beginning(text) }],
  targetTextWithoutNumber: (entry) => rowsOf(entry).map((row) => ({ rows: [row] })),
  targetUnitMismatch: (entry) => {
    const { text, formula, target } = entry;
    const words = text ?? formula;
    return rowsOf(entry).map((row) => ({
      rows: [row],
      ...(words === undefined ? {} : { text: new Beginning(words) }),
      ...(typeof target === 'string' ? targetOf(target) : {}),
    }));
  },
  fractionInCount: (entry) => {
    const values = entry['values'] as number[];
    return rowsOf(entry).map((row, at) => ({ rows: [row], values: [values[at]] }));
  },
  zeroLooksUnreported: ({ rows, periods }) => [
    { rows: rangeOf(rows), periods: (periods as string[]).map(quarterId) },
  ],
  shiftedRow: ({ row }) => [{ rows: [row] }],
  mergedDeliverableIndicator: ({ row }) => [{ rows: [row] }],
  cumulativeByNature: (entry) => rowsOf(entry).map((row) => ({ rows: [row] })),
  sharedEvidence: ({ annex }) => (annex as string[]).map((number) => ({ number })),
  evidenceOtherYear: ({ row, year }) => [{ rows: [row], year }],
  // Rows one by one, or only how many.
  zeroWithoutCause: ({ rows }) =>
    Array.isArray(rows)
      ? rows.map((row: unknown) => ({ rows: [row] }))
      : Array.from({ length: Number(rows) }, () => ({})),
  statedDiffers: ({ place, stated, computed }) => [{ name: place, stated, computed }],
  remarkContradictsValue: ({ place, value, text }) => [{ name: new Beginning(place), percent: value, text }],
  progressWithoutRemark: ({ place, value }) => [{ name: place, percent: value }],
  continuationRow: ({ text }) => [{ text: new Beginning(text) }],
  noDatesNoOwner: ({ rows }) => [{ rows: rangeOf(`1-${String(rows)}`) }],
  deliverableDiffersFromActivity: ({ row, text }) => [{ rows: [row], text: new Beginning(text) }],
  ambiguousDate: ({ text }) => [{ text }],
  spreadsheetNumber: ({ text }) => [{ text }],
};
/** Words for people, and the file that an entry is of where not both have it. */
const NOT_FACTS: readonly string[] = ['x', 'note', 'file'];

/** What the list wants and nothing has, and what was found and the list does not have; both as lines. */
export function compareWithList(entries: readonly ListedFinding[], seen: readonly Seen[]) {
  const left = [...seen];
  const missing: string[] = [];
  for (const entry of entries) {
    for (const wanted of wantedBy(entry)) {
      const at = left.findIndex((one) => isWanted(one, { code: entry.code, ...wanted }));
      if (at < 0) missing.push(JSON.stringify(entry));
      else left.splice(at, 1);
    }
  }
  return { missing, others: left.map(lineOf).sort() };
}

/** Fails where an entry gives a fact that nothing compares. */
function wantedBy(entry: ListedFinding): readonly Wanted[] {
  const unread = new Set(Object.keys(entry).filter((key) => !NOT_FACTS.includes(key)));
  const read = new Proxy(entry, {
    get: (target, key) => {
      unread.delete(String(key));
      return target[String(key)];
    },
  });
  const wanted = WANTED[read.code]?.(read);
  if (!wanted || unread.size > 0) throw new Error(`nothing compares ${[...unread].join()} of ${entry.code}`);
  return wanted;
}

function isWanted(seen: Seen, wanted: Wanted): boolean {
  return Object.entries(wanted).every(([key, value]) =>
    value instanceof Beginning ? value.isOf(seen[key]) : JSON.stringify(seen[key]) === JSON.stringify(value),
  );
}

function lineOf({ code, rows, field }: Seen): string {
  return [code, rows.join(), field].filter(Boolean).join(' ');
}

function rowsOf({ row, rows }: ListedFinding): readonly unknown[] {
  return Array.isArray(rows) ? rows : [row];
}

/** `100%` and `1` as the plan keeps them. */
function targetOf(text: string): Wanted {
  const isPercent = text.endsWith('%');
  return {
    target: Number.parseFloat(text) / (isPercent ? 100 : 1),
    targetUnit: isPercent ? 'percent' : 'count',
  };
}

/** `1-12` as its numbers. */
function rangeOf(range: unknown): readonly number[] {
  const [first = NaN, last = NaN] = String(range).split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

/** `2023-T2` by its days. */
function quarterId(name: string): string {
  const [year = NaN, quarter = NaN] = name.split('-T').map(Number);
  return periodsOf(quartersOf(year))[quarter - 1]?.id ?? '';
}

/** `indicator name` as a field. */
function inOneWord(words: unknown): string {
  return String(words).replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
}
