import type { BandScheme } from '../../domain/bands';
import type { Calendar, ReportingPeriod } from '../../domain/calendar';
import type { IsoDay } from '../../domain/isoDay';
import type {
  Accumulation,
  Grouping,
  PhvaStage,
  PlanBaseline,
  RollupMethod,
  StatedValue,
} from '../../domain/model';
import type { Report, TargetUnit } from '../../domain/report';
import type { MatrixColumn, MatrixField } from './columns';
import type { CellFinding, CellPlace, SetAsideReason } from './findings';
import type { MatrixLayout } from './layout';

/** What a spreadsheet says, as plain values: it crosses from a worker, and a command turns it into commits. */
export interface MatrixReading {
  readonly file: string;
  readonly sheet: string;
  readonly facts: PlanFacts;
  readonly calendar: Calendar;
  /** True when each activity has its percent at one cut, which the file may not tell (domain.md A3). */
  readonly isDirect: boolean;
  readonly periods: readonly ReportingPeriod[];
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  readonly annexes: readonly AnnexUse[];
  readonly findings: readonly CellFinding[];
  /** What a person may have repaired; none of it is in the rows. */
  readonly repairs: readonly Repair[];
  /**
   * The last day of the last period with a non-zero result (domain.md A6.9), or the cut that a file without
   * periods names; null when there is none.
   */
  readonly proposedCut: IsoDay | null;
  /** Places in `periods`, after that one, where every result written is 0. */
  readonly zeroPeriods: readonly number[];
  readonly layout: MatrixLayout;
  /** Every table found in every sheet, in the order of the file; hidden sheets too. */
  readonly tables: readonly FoundTable[];
  /** Rows under the header that do not count, in order. */
  readonly setAside: readonly SetAsideRow[];
  /** True where nothing in the file tells the year, and that of the calling day was taken. */
  readonly isYearGuessed: boolean;
  /** True for a table that the app wrote with all its columns, as its CSV is. */
  readonly isOwn: boolean;
}

/** A table of the file, whether it was read or not. Rows from 1 and columns by letter, both ends included. */
export interface FoundTable {
  readonly sheet: string;
  readonly isHidden: boolean;
  readonly headerRows: { readonly first: number; readonly last: number };
  readonly columns: { readonly first: string; readonly last: string };
  /** The last row that belongs to it. */
  readonly lastRow: number;
  readonly knownColumns: number;
  /** Rows under its header with anything written. */
  readonly rows: number;
  readonly isRead: boolean;
}

/** A row left out, with its first text as written. */
export interface SetAsideRow {
  /** As in the spreadsheet, from 1. */
  readonly row: number;
  readonly text: string;
  /** 'person' where a choice says that it does not count. */
  readonly reason: SetAsideReason | 'continuation' | 'person';
}

/** What the title band says; '' and null where it says nothing. */
export interface PlanFacts {
  readonly title: string;
  readonly entityName: string;
  readonly policy: string;
  readonly objective: string;
  readonly planYear: number;
  readonly stated: StatedValue | null;
  /** The cut that the printed results are of, where our own table says it. */
  readonly statedAt: IsoDay | null;
  readonly rollupMethod: RollupMethod | null;
  readonly rollupBy: Grouping | null;
  readonly scheme: BandScheme | null;
  readonly baseline: PlanBaseline | null;
  readonly paceTolerance: number | null;
  readonly dueSoonDays: number | null;
}

/** The numbers that few matrices have: none of them is needed to read the rest. */
export interface RowAmounts {
  /** In the target's unit, as `planned`. */
  readonly baseline: number | null;
  /** In points: `20%` and `20` are the same. */
  readonly weight: number | null;
  /** Pesos. */
  readonly budget: number | null;
  readonly executed: number | null;
  /** One per period, in order. */
  readonly planned: readonly (number | null)[];
}

/** One row of the matrix: an indicator, with its activity and its item as far as the row says or takes them from above. */
export interface MatrixRow extends RowAmounts {
  /** As in the spreadsheet, from 1. */
  readonly sourceRow: number;
  /** Rows with the same place belong to the same item or activity, from 0 in order of appearance. */
  readonly itemIndex: number;
  readonly activityIndex: number | null;
  /** False for a row that names an activity and nothing of an indicator. */
  readonly isIndicator: boolean;
  readonly continuesItem: boolean;
  readonly continuesActivity: boolean;
  readonly itemNumber: string;
  readonly criterion: string;
  readonly phvaStage: PhvaStage | null;
  /** The label before the text, as `4` of `4. Establecimiento…`; '' when there is none. */
  readonly activityNumber: string;
  /** The whole text, number included. */
  readonly activityName: string;
  readonly deliverable: string;
  readonly indicatorName: string;
  readonly targetText: string;
  /** What the target counts, as the file says it beside its number. */
  readonly unitOfMeasure: string;
  readonly baselineSource: string;
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
  readonly responsible: readonly string[];
  readonly target: number | null;
  readonly targetUnit: TargetUnit;
  /** One per period, in order; null for a blank cell. */
  readonly values: readonly (Report | null)[];
  /** One per period, in order; empty texts where the file has no such columns. */
  readonly notes: readonly PeriodNote[];
  readonly stated: StatedValue | null;
  /** Of the item that the row belongs to. */
  readonly itemStated: StatedValue | null;
  /** Of the row as a whole, as in OBSERVACIONES. */
  readonly remark: string;
  readonly citedAnnexes: readonly CitedAnnex[];
  /** Texts of the columns nobody recognised, and of numbers that could not be read, by header. */
  readonly extra: Readonly<Record<string, string>>;
  readonly inherited: Readonly<Partial<Record<MatrixField, 'merge' | 'blank'>>>;
  /** True when the cells right of the activity stand in the wrong columns; they were not read. */
  readonly isShifted: boolean;
  /** Of the column that leaves with every matrix of ours, for its way back; '' where there is none. */
  readonly indicatorId: string;
  /** The same of the activity, in a matrix that has a row for each. */
  readonly activityId: string;
  /** What only our own CSV says; null for any other file. */
  readonly own: OwnColumns | null;
}

export interface PeriodNote {
  readonly remark: string;
  readonly delayCause: string;
  readonly evidence: readonly CitedAnnex[];
}

export interface OwnColumns {
  readonly itemId: string;
  readonly activityId: string;
  readonly indicatorId: string;
  readonly accumulation: Accumulation | null;
  readonly tags: readonly { readonly taxonomy: string; readonly element: string }[];
  readonly activityStart: IsoDay | null;
  readonly activityEnd: IsoDay | null;
  /** An activity's id, or a cause in words; '' for nothing. */
  readonly activityBlockedBy: string;
  readonly indicatorBlockedBy: string;
}

/** An annex as a row cites it. The number is the key: one annex serves many rows under several names. */
export interface CitedAnnex {
  /** With two digits at least, `02`, so that `Anexo 2` is the same; '' when the citation has none. */
  readonly number: string;
  /** Without the number and without what follows a colon. */
  readonly name: string;
  /** The whole citation, as `Anexo 02 Sensibilización: actas de reunión`. */
  readonly text: string;
}

export interface AnnexUse {
  readonly number: string;
  readonly name: string;
  /** Every way in which it is cited. */
  readonly texts: readonly string[];
  readonly sourceRows: readonly number[];
}

/** The texts of a row that a second row can go on with. */
export type LongText = 'activityName' | 'deliverable' | 'indicatorName' | 'targetText' | 'remark';

/** What one row becomes: other values, and texts to be added at the end of its own. */
export interface RowChange {
  readonly sourceRow: number;
  readonly values: Partial<MatrixRow>;
  readonly added: Partial<Record<LongText, string>>;
  /** Fields that are no longer taken from the row above. */
  readonly leftBlank?: readonly MatrixField[];
  /** Numbers of single periods, by their place in the plan's. */
  readonly inPeriods?: readonly PeriodNumber[];
}

interface PeriodNumber {
  readonly aspect: 'value' | 'planned';
  readonly index: number;
  readonly read: number;
}

/** What a repair does; most are named after the finding that they settle. */
export type RepairCode =
  | 'shiftedRow'
  | 'shiftedFurther'
  | 'shiftedRight'
  | 'continuationRow'
  | 'ambiguousDate'
  | 'dayFirst'
  | 'ambiguousNumber'
  | 'plainInPercent'
  | 'percentInCount'
  | 'severalDays'
  | 'startAndEnd'
  | 'severalParties'
  | 'codeAndName'
  | 'targetInWords'
  | 'leaveBlank';

/** A finding that a repair settles: of the repair's own kind, unless another is named. */
export type SettledPlace = Pick<CellPlace, 'row' | 'column'> & { readonly code?: CellFinding['code'] };

/** An oddity that can be repaired. Nothing of it stands until a person says so. */
export interface Repair {
  readonly id: string;
  readonly code: RepairCode;
  /** True where the types of the cells or the file itself prove it: nobody needs to look at each. */
  readonly isSafe: boolean;
  /** Where the oddity shows first. */
  readonly place: CellPlace;
  /** The places of the findings that it settles. */
  readonly settles: readonly SettledPlace[];
  readonly changes: readonly RowChange[];
  /** What is worth knowing of the rows once repaired. */
  readonly findings: readonly CellFinding[];
  /** Of a number that reads two ways, the first of them: as it stands, and as it would be. */
  readonly readings?: { readonly read: number; readonly other: number };
}
