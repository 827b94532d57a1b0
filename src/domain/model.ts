import type { BandScheme } from './bands';
import type { Calendar, PeriodId, ReportingPeriod } from './calendar';
import type { ClosedCut } from './cuts/model';
import type { IsoDay } from './isoDay';
import type { Lineage, YearLock } from './lineage';
import type { Meetings } from './meetings/model';
import type { Percent, Points } from './percent';
import { NOT_REPORTED } from './report';
import type { ReportForm, ReportKind } from './reportForms';
import type { PeriodValue, Report, ResponsibleParty, TargetUnit } from './report';
import type { Accumulation, Grouping, RollupMethod } from './ways';

export type { Accumulation, GroupBy, Grouping, RollupMethod, TaxonomyGrouping } from './ways';

export type PhvaStage = 'plan' | 'do' | 'check' | 'act';

export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly entityName: string;
  readonly policy: string;
  readonly objective: string;
  readonly planYear: number;
  readonly calendar: Calendar;
  readonly periods: readonly ReportingPeriod[];
  readonly rollupMethod: RollupMethod;
  /** The groups of a `groupMean`. */
  readonly rollupBy: Grouping;
  readonly scheme: BandScheme;
  /** Points of lag that still count as on track. */
  readonly paceTolerance: Points;
  readonly dueSoonDays: number;
  /** An example can be thrown away without a copy. */
  readonly isExample: boolean;
  /** Where the plan started from, and who says so; never used in a figure. */
  readonly baseline: PlanBaseline | null;
  readonly statedValue: StatedValue | null;
  /** What the printed results of its source are of; null where nothing says it. */
  readonly statedFor: StatedFor | null;
  /** What the entity's documents carry: its tax number, the code and version of its acta, its logo by hash. */
  readonly nit: string;
  readonly minutesForm: FormFacts;
  readonly logo: string | null;
  /** What was set of each official document; those that nobody touched are not in it. */
  readonly reportForms: ReadonlyMap<ReportKind, ReportForm>;
  readonly items: readonly PlanItem[];
  readonly activities: readonly Activity[];
  readonly indicators: readonly Indicator[];
  /** The ids of those items and activities that are here only because something hangs from them: removed, or never given. */
  readonly missingParents: ReadonlySet<string>;
  /** What was said of indicators that are not in the plan: somebody reported while another removed them. */
  readonly strayReports: readonly StrayReports[];
  /** What people said of findings, by the key of each one (domain.md A6.13). */
  readonly reviews: ReadonlyMap<string, FindingReview>;
  /** What the reader of the plan's file doubted, as it was noted when it was loaded. */
  readonly readingNotes: readonly ReadingNote[];
  readonly meetings: Meetings;
  /** The cuts that are closed, by period; one that was opened again is none. */
  readonly cuts: readonly ClosedCut[];
  /** What parts of it go on from the plan of an earlier year, by their ids. */
  readonly lineage: ReadonlyMap<string, Lineage>;
  /** The plan of the next year that goes on from it, since when it takes no edits; null while it is open. */
  readonly closedFor: YearLock | null;
}

/**
 * The cut that results were printed for, and the calendar that their periods were of: what is reported afterwards,
 * or by another calendar, is none of theirs.
 */
export interface StatedFor {
  readonly cut: IsoDay;
  readonly calendar: Calendar;
}

/** Why a finding needs nothing more; who says so and when is of the commit, so that two who agree do agree. */
export interface FindingReview {
  readonly reason: string;
}

/** A doubt about how a file was read. Its words are of the rooms that read files and that tell them. */
export interface ReadingNote {
  readonly id: string;
  /** Null where it is of no row, and the row may have left the plan since. */
  readonly indicatorId: string | null;
  readonly file: string;
  readonly finding: unknown;
}

export interface StrayReports {
  readonly indicatorId: string;
  readonly periods: readonly PeriodId[];
}

/** Spanish *código* and *versión* of an entity's form. */
export interface FormFacts {
  readonly code: string;
  readonly version: string;
}

/** Spanish *línea base* of a plan, as its own report gives it. */
export interface PlanBaseline {
  readonly percent: Percent;
  readonly source: string;
}

export interface PlanItem {
  readonly id: string;
  /** As printed: a label, never a key. */
  readonly number: string;
  readonly differentialCriterion: string;
  readonly statedValue: StatedValue | null;
}

export interface Activity {
  readonly id: string;
  readonly itemId: string;
  /** As printed: a label, never a key. */
  readonly number: string;
  readonly name: string;
  readonly phvaStage: PhvaStage | null;
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
  readonly blockedBy: Blocker | null;
  /** Pesos; null where the plan does not say (domain.md A6.14). */
  readonly budget: number | null;
  readonly executed: number | null;
  readonly responsibleParties: readonly ResponsibleParty[];
  /** Elements of each taxonomy that the activity carries, by the taxonomy's name. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
}

/** What work waits for: another activity, or something that is not in the plan (domain.md F1). */
export type Blocker =
  | { readonly k: 'activity'; readonly activityId: string }
  | { readonly k: 'external'; readonly cause: string };

/** The unit of class, state, count, list and roll-up (domain.md A6.11). */
export interface Indicator {
  readonly id: string;
  readonly activity: Activity;
  readonly item: PlanItem;
  readonly name: string;
  readonly deliverable: string;
  readonly targetText: string;
  readonly target: number | null;
  readonly targetUnit: TargetUnit;
  /** As printed: "Documento", "Porcentaje de avance"; some plans call it the formula (domain.md B). */
  readonly unitOfMeasure: string;
  readonly accumulation: Accumulation;
  /** Spanish *línea base*, in the target's unit: where `capacity` and `reduction` start from. */
  readonly baseline: number | null;
  readonly baselineSource: string;
  /** Spanish *ponderación*, in points: those of a plan add up to 100. Null where it has none. */
  readonly weight: number | null;
  /** The result as the source printed it, never used in a figure. */
  readonly statedValue: StatedValue | null;
  /**
   * The item number as the source prints it on this very row; empty where the row continues the item above,
   * and where the source prints it on every row.
   */
  readonly printedItem: string;
  /** The cut at which the source says something of the row as a whole, and not of one period; null where it does not. */
  readonly remarkedAt: IsoDay | null;
  /** The indicator's own days where the source gives some, else its activity's. */
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
  /** Its own, else its activity's. */
  readonly blockedBy: Blocker | null;
  /** Where the meetings themselves say how far it has come; null where people report it. */
  readonly counts: SessionCount | null;
  readonly reports: ReadonlyMap<PeriodId, PeriodValue>;
}

/** The closed sessions of a series in a period: those that left an acta, or all. */
export interface SessionCount {
  readonly what: 'minutes' | 'sessions';
  readonly series: string;
}

/** A result as written in the source and what it reads as. */
export interface StatedValue {
  readonly text: string;
  readonly percent: Percent;
}

/** What was said in a period; nothing said is `notReported`. */
export function reportIn(indicator: Indicator, period: PeriodId): Report {
  return indicator.reports.get(period)?.report ?? NOT_REPORTED;
}
