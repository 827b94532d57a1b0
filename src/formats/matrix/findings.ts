import type { MatrixField } from './columns';

/** Where in the file, as a person finds it there: row numbers from 1, the column's letter and header. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly header: string;
  /** The cell as written. */
  readonly text: string;
}

export type SetAsideReason = 'total' | 'planTotal' | 'note' | 'section' | 'repeatedHeader' | 'otherTable';

/**
 * What a person should know about how a file was read. Nothing is dropped or changed without one of these.
 * What the data itself says (repeated numbers, fractions in counts) is found in the plan and not here.
 */
export type CellFinding =
  // taken from the row above
  | {
      readonly code: 'inheritedBlank';
      readonly place: CellPlace;
      readonly field: MatrixField;
      readonly taken: string;
    }
  | { readonly code: 'blankIdentity'; readonly place: CellPlace; readonly field: MatrixField }
  | {
      readonly code: 'mergedDeliverableIndicator';
      readonly place: CellPlace;
      readonly range: string;
      /** Where no cell is merged: the row stood one column to the left, and its one text was for both. */
      readonly wasShifted?: true;
    }
  | { readonly code: 'mergeNotFilled'; readonly place: CellPlace; readonly range: string }
  // read with a doubt: `read` is what was taken
  | { readonly code: 'ambiguousNumber'; readonly place: CellPlace; readonly read: number }
  // a count with the decimals of a spreadsheet, as `16.00`
  | { readonly code: 'spreadsheetNumber'; readonly place: CellPlace; readonly read: number }
  | {
      readonly code: 'ambiguousDate';
      readonly place: CellPlace;
      readonly read: string;
      /** As the other days of its column show. */
      readonly isMonthFirst?: true;
    }
  // a stretch of time where a day goes: its first day begins, its last day ends
  | { readonly code: 'spanAsDate'; readonly place: CellPlace; readonly read: string }
  // without its year, which is the plan's, or with its figures run together
  | { readonly code: 'looseDay'; readonly place: CellPlace; readonly read: string }
  | { readonly code: 'sameDayTwice'; readonly place: CellPlace; readonly read: string }
  | {
      readonly code: 'severalDays';
      readonly place: CellPlace;
      readonly read: string;
      readonly other: string;
    }
  // shown as a percent that no percent can be: the number itself was taken
  | { readonly code: 'falsePercent'; readonly place: CellPlace; readonly read: number }
  // a result in another unit than its target: without its sign of percent, or in percent of what is counted
  | { readonly code: 'plainInPercent'; readonly place: CellPlace; readonly read: number }
  | { readonly code: 'percentInCount'; readonly place: CellPlace; readonly read: number }
  // a code with the decimals of a program, as `4502030.0`
  | { readonly code: 'codeDecimals'; readonly place: CellPlace; readonly read: string }
  // a code whose last digits the file does not have any more, as `2,02E+12`
  | { readonly code: 'digitsLost'; readonly place: CellPlace }
  // what was stored with a formula that cannot be computed here: it was taken
  | { readonly code: 'linkedFormula'; readonly place: CellPlace; readonly formula: string }
  | { readonly code: 'foreignFormula'; readonly place: CellPlace; readonly formula: string }
  // several things in one cell: they stay together unless a person parts them
  | { readonly code: 'severalParties'; readonly place: CellPlace; readonly parties: readonly string[] }
  | {
      readonly code: 'codeAndName';
      readonly place: CellPlace;
      readonly number: string;
      readonly name: string;
    }
  | { readonly code: 'severalIndicators'; readonly place: CellPlace; readonly howMany: number }
  // a code that breaks the pattern of the others; read as printed
  | { readonly code: 'oddCode'; readonly place: CellPlace; readonly suggestion: string }
  // kept under its header: words or a percent where pesos go, a baseline in another unit than its target
  | { readonly code: 'keptAsWritten'; readonly place: CellPlace }
  // money of an activity that got another amount from a row before: that one stands
  | {
      readonly code: 'otherAmount';
      readonly place: CellPlace;
      readonly amount: number;
      readonly kept: number;
    }
  // not read: the field stays empty
  | { readonly code: 'markInPeriod'; readonly place: CellPlace }
  | { readonly code: 'hiddenUnderMerge'; readonly place: CellPlace; readonly range: string }
  | { readonly code: 'unreadableNumber'; readonly place: CellPlace }
  | { readonly code: 'unreadableDate'; readonly place: CellPlace }
  | { readonly code: 'unreadableStage'; readonly place: CellPlace }
  | { readonly code: 'unreadableWord'; readonly place: CellPlace }
  | { readonly code: 'errorCell'; readonly place: CellPlace }
  | { readonly code: 'formulaWithoutValue'; readonly place: CellPlace; readonly formula: string }
  | { readonly code: 'dateReversed'; readonly place: CellPlace; readonly start: string; readonly end: string }
  // the cells right of the activity are not read: `cells` are those of the row as written
  | {
      readonly code: 'shiftedRow';
      readonly place: CellPlace;
      /** The column where a date was expected. */
      readonly expectedColumn: string;
      readonly cells: readonly { readonly column: string; readonly text: string }[];
    }
  // a text that goes on from the row above, `into`, as where a page ended: not read unless a person says so
  | { readonly code: 'continuationRow'; readonly place: CellPlace; readonly into: number }
  // read without the marks of a web page that stand in it
  | { readonly code: 'tagsRemoved'; readonly place: CellPlace }
  // what the sheet shows in other ways than by what is written in its cells
  | { readonly code: 'reviewComment'; readonly place: CellPlace; readonly comment: string }
  | { readonly code: 'hiddenRow'; readonly place: CellPlace }
  | {
      readonly code: 'hiddenColumn';
      readonly sheet: string;
      readonly column: string;
      readonly header: string;
      readonly cells: number;
    }
  | {
      readonly code: 'colourNotRead';
      readonly sheet: string;
      readonly column: string;
      readonly header: string;
      readonly cells: number;
    }
  // not part of the table
  | {
      readonly code: 'unmappedColumn';
      readonly sheet: string;
      readonly column: string;
      readonly header: string;
      readonly cells: number;
    }
  | { readonly code: 'rowSetAside'; readonly place: CellPlace; readonly reason: SetAsideReason }
  | {
      readonly code: 'sheetSetAside';
      readonly sheet: string;
      readonly isHidden: boolean;
      readonly rows: number;
      readonly looksLikeMatrix: boolean;
    }
  | {
      readonly code: 'sheetTruncated';
      readonly sheet: string;
      readonly maxRows: number;
      readonly maxColumns: number;
    }
  | {
      readonly code: 'phantomRows';
      readonly sheet: string;
      readonly declared: number;
      readonly used: number;
    };
