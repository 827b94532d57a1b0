/** What a file says of a sheet beside the values of its cells; cells by `row,column`, 0-based. */
export interface SheetFacts {
  readonly isHidden: boolean;
  readonly numberFormats: ReadonlyMap<string, string>;
  readonly comments: ReadonlyMap<string, string>;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** In characters. */
  readonly columnWidths: readonly (number | null)[];
  /** In points. */
  readonly rowHeights: ReadonlyMap<number, number>;
}
