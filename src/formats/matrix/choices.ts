import type { MatrixField } from './columns';
import type { PeriodHeader } from './periods';

/** What a person says of a table where the reader guessed otherwise; {} leaves every guess. Crosses to the worker. */
export interface TableChoices {
  /** By its name; hidden ones too. */
  readonly sheet?: string;
  /** Rows of the header, from 1, both included. */
  readonly headerRows?: { readonly first: number; readonly last: number };
  /** The region's columns, by letter, both included. */
  readonly columns?: { readonly first: string; readonly last: string };
  /** The last row of the region. */
  readonly lastRow?: number;
  /** What a column means, by its letter. */
  readonly meanings?: Readonly<Record<string, ColumnMeaning>>;
  /** Rows that count though they were set aside, or do not though they were read; by number. */
  readonly rows?: Readonly<Record<number, 'in' | 'out'>>;
  readonly planYear?: number;
}

/** 'keep': under its own header, as it is written. */
export type ColumnMeaning = { readonly field: MatrixField } | { readonly period: PeriodHeader } | 'keep';

/** What the caller of a reading knows besides the file. Crosses to the worker. */
export interface ReadingOptions {
  readonly choices?: TableChoices;
  /** Taken for the plan's year where nothing in the file tells it. */
  readonly thisYear?: number;
}

/** The same where the reading is done: told how much of the table is read, from 0 to 1. */
export interface WatchedReading extends ReadingOptions {
  readonly onread?: (fraction: number) => void;
}
