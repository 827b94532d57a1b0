import type { MatrixSource, OpenedMatrix, Watching } from '../../commands/openMatrix';

// What the reader of a matrix gives and takes, by the name of each part.

export type { MatrixSource, OpenedMatrix };
export type ReadingStep = Parameters<Watching['onprogress']>[0];
type Given<Ask extends (...of: never) => Promise<unknown>> = Extract<
  Awaited<ReturnType<Ask>>,
  { ok: true }
>['value'];
export type Reading = Given<OpenedMatrix['read']>;
export type Reviewed = Given<OpenedMatrix['review']>;
export type UpdatePreview = Given<OpenedMatrix['compare']>;
export type UpdateChoices = Parameters<OpenedMatrix['compare']>[1];
export type ReviewedPlan = Given<OpenedMatrix['plan']>;
export type LoadedMatrix = NonNullable<Given<OpenedMatrix['findLoaded']>>;
export type TableChoices = Parameters<OpenedMatrix['read']>[0];
export type ColumnMeaning = NonNullable<TableChoices['meanings']>[string];
export type PeriodHeader = Extract<ColumnMeaning, { period: unknown }>['period'];
export type MatrixRow = Reviewed['rows'][number];
export type MatrixColumn = Reading['columns'][number];
export type MatrixField = NonNullable<MatrixColumn['field']>;
export type CellFinding = Reviewed['foundInCells'][number]['finding'];
export type PeriodAspect = NonNullable<MatrixColumn['period']>['aspect'];
