import { annexUses, citedAnnexes } from './annexes';
import type { MatrixField } from './columns';
import type { CellFinding } from './findings';
import { proposeCut } from './proposedCut';
import type { LongText, MatrixReading, MatrixRow, Repair, RowChange } from './reading';

/** The reading with the accepted repairs made, by their ids; all else stays as it was read. */
export function repaired(reading: MatrixReading, accepted: readonly string[]): MatrixReading {
  const made = reading.repairs.filter(({ id }) => accepted.includes(id));
  if (made.length === 0) return reading;
  const changes = new Map<number, RowChange[]>();
  for (const change of made.flatMap((repair) => repair.changes)) {
    changes.set(change.sourceRow, [...(changes.get(change.sourceRow) ?? []), change]);
  }
  const settled = new Set(made.flatMap(settledBy));
  const rows = reading.rows.map((row) => (changes.get(row.sourceRow) ?? []).reduce(changed, row));
  return {
    ...reading,
    rows,
    annexes: annexUses(rows),
    findings: [
      ...reading.findings.filter((finding) => !settled.has(keyOf(finding))),
      ...made.flatMap(({ findings }) => findings),
    ],
    ...(reading.isDirect ? {} : proposeCut(rows, reading.periods)),
  };
}

/** The ids of the repairs that the file itself proves: they can be made all at once. */
export function safeRepairs({ repairs }: Pick<MatrixReading, 'repairs'>): readonly string[] {
  return repairs.flatMap(({ id, isSafe }) => (isSafe ? [id] : []));
}

/** Tells what can be done about a finding, of its own column rather than of the whole row; null where nothing is offered. */
export function repairsByFinding({
  repairs,
}: Pick<MatrixReading, 'repairs'>): (finding: CellFinding) => Repair | null {
  const settling = new Map<string, Repair[]>();
  for (const repair of repairs)
    for (const key of settledBy(repair)) settling.set(key, [...(settling.get(key) ?? []), repair]);
  return (finding) => {
    const offered = settling.get(keyOf(finding)) ?? [];
    const isOfColumn = ({ place }: Repair) => 'place' in finding && finding.place.column === place.column;
    return offered.find(isOfColumn) ?? offered[0] ?? null;
  };
}

function changed(row: MatrixRow, change: RowChange): MatrixRow {
  const { values, added, leftBlank = [], inPeriods = [] } = change;
  const after = { ...row, ...values };
  for (const [field, text] of Object.entries(added) as [LongText, string][]) {
    after[field] = [after[field], text].filter(Boolean).join(' ');
  }
  for (const { aspect, index, read } of inPeriods) {
    if (aspect === 'planned') after.planned = after.planned.with(index, read);
    else after.values = after.values.with(index, { k: 'value', v: read });
  }
  const inherited = Object.fromEntries(
    Object.entries(after.inherited).filter(([field]) => !leftBlank.includes(field as MatrixField)),
  );
  return { ...after, inherited, citedAnnexes: citedAnnexes(after.remark) };
}

function settledBy({ code, settles }: Repair): readonly string[] {
  return settles.map((place) => `${place.code ?? code} ${place.column}${place.row}`);
}

/** What is of no cell is settled by none. */
function keyOf(finding: CellFinding): string {
  return 'place' in finding ? `${finding.code} ${finding.place.column}${finding.place.row}` : finding.code;
}
