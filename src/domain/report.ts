/** A percent target is kept as a fraction of 1: `100%` is 1 (domain.md A6.12). */
export type TargetUnit = 'count' | 'percent';

/** What was said of one indicator in one period: a value, or one of the kinds of empty (domain.md A6.9). */
export type Report =
  | { readonly k: 'value'; readonly v: number }
  | { readonly k: 'notReported' }
  | { readonly k: 'notScheduled' }
  | { readonly k: 'notApplicable' };

export type EvidenceStatus = 'cited' | 'attached' | 'verified';

export interface ResponsibleParty {
  readonly id: string;
  readonly name: string;
}

export interface PeriodValue {
  readonly report: Report;
  /** Spanish *programado*: what the period was to come to, in the target's unit; null where nothing was. */
  readonly planned: number | null;
  readonly remark: string;
  readonly delayCause: string;
  readonly evidence: readonly Evidence[];
}

export interface Evidence {
  readonly id: string;
  /** The annex's number as printed: `05`; empty when it has none. */
  readonly number: string;
  /** As the source cites it, or the name of the attached file. */
  readonly name: string;
  readonly status: EvidenceStatus;
  /** Spanish *vigencia* of what it shows, which need not be the plan's; null where nobody said. */
  readonly planYear: number | null;
  readonly file: EvidenceFile | null;
  readonly verification: Verification | null;
}

export interface EvidenceFile {
  readonly sha256: string;
  readonly size: number;
  readonly mime: string;
  readonly name: string;
  /** The photo that this one was reduced from; null where the file is as it came. */
  readonly original: FileMark | null;
}

/** What tells a file from any other, without its bytes. */
export interface FileMark {
  readonly sha256: string;
  readonly size: number;
}

/** Who looked at a file, when, and at which one: another file in its place is not verified. */
export interface Verification {
  readonly by: string;
  readonly at: string;
  readonly sha256: string;
}

export const NOT_REPORTED: Report = { k: 'notReported' };

export const NOTHING_SAID: PeriodValue = {
  report: NOT_REPORTED,
  planned: null,
  remark: '',
  delayCause: '',
  evidence: [],
};

/** True where anything was said of a period: a report of any kind, words or evidence. What was planned is none. */
export function saysSomething({ report, remark, delayCause, evidence }: PeriodValue): boolean {
  return report.k !== 'notReported' || remark !== '' || delayCause !== '' || evidence.length > 0;
}
