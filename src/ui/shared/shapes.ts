import type { Percent, Points } from '../../domain/percent';
import type { Forms } from '../../text/words';
import type { Icon, Tone } from './tone';

// The data that the shared pieces draw, already in words where they are words.

/** A place of the bottom bar, or of the rail. */
export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: Icon;
  readonly isCurrent: boolean;
}

/** A part of the class strip: a class, a band, or what has not started. */
export interface StripPart {
  readonly id: string;
  /** What is counted, as it follows its number: "crítica", "críticas". */
  readonly counted: Forms;
  readonly tone: Tone;
  /** Its mark: an icon, or how far it lies among the bands, up to 1. */
  readonly mark: Icon | number;
  readonly total: number;
  /** How many of them are behind or overdue. */
  readonly behind: number;
  /** The list of them. */
  readonly href: string;
}

/** A place along a chart, with a row of its table. */
export interface ChartPoint {
  readonly id: string;
  /** Where it stands: a day number. */
  readonly at: number;
  /** In full, for the table. */
  readonly name: string;
  /** In the least room, under the chart; empty where it needs none. */
  readonly label: string;
  /** What it opens, where there is something, and how many. */
  readonly rows?: { readonly href: string; readonly text: string };
}

/** A line of a chart: told from the others by its stroke and marks, and by its colour last of all. */
export interface ChartSeries {
  readonly id: string;
  readonly name: string;
  /** A percent for each point; null where there is none. */
  readonly values: readonly (Percent | null)[];
  readonly stroke: 'thick' | 'dashed' | 'dotted';
  readonly mark: 'circle' | 'square' | 'dot';
  readonly tone: 'accent' | 'ink' | 'muted';
}

/** What the app says by itself and takes away again. */
export interface NoticeShown {
  readonly id: string;
  readonly kind: 'info' | 'success' | 'failure';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What one indicator brings to a figure. */
export interface Contribution {
  readonly id: string;
  readonly name: string;
  /** What must be known of it: "no iniciada". */
  readonly note?: string;
  readonly result: Percent;
  /** Its part of the figure: result divided by how many there are, for a mean. */
  readonly share: Points;
  readonly href?: string;
}

export interface Exclusion {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

/** The same figure reckoned in another way. */
export interface Alternative {
  readonly name: string;
  readonly text: string;
}

/** One of the values that a field was given at the same time on several tablets. */
export interface Candidate {
  readonly id: string;
  /** "En esta tableta", "En la tableta de Hacienda". */
  readonly from: string;
  readonly value: string;
  readonly who: string;
  readonly when: string;
  readonly where?: string;
  readonly remark?: string;
  /** The one that is shown while nobody has decided. */
  readonly isProvisional: boolean;
}

export interface Column {
  readonly id: string;
  readonly label: string;
  /** Small, under the label. */
  readonly detail?: string;
  readonly isNumber?: boolean;
}
