import type { MatrixSource, OpenedMatrix, Watching } from '../../commands/openMatrix';

// What the reader of a matrix gives and takes, by the name of each part.

export type { MatrixSource, OpenedMatrix };
export type ReadingStep = Parameters<Watching['onprogress']>[0];
export type MatrixRead = Extract<
  NonNullable<Awaited<ReturnType<OpenedMatrix['read']>>>,
  { ok: true }
>['value'];
export type TableChoices = Parameters<OpenedMatrix['read']>[0];
export type ColumnMeaning = NonNullable<TableChoices['meanings']>[string];
export type PeriodHeader = Extract<ColumnMeaning, { period: unknown }>['period'];
export type Reading = MatrixRead['reading'];
export type MatrixRow = Reading['rows'][number];
export type MatrixColumn = Reading['columns'][number];
export type MatrixField = NonNullable<MatrixColumn['field']>;
export type CellFinding = Reading['findings'][number];
export type PeriodAspect = NonNullable<MatrixColumn['period']>['aspect'];
