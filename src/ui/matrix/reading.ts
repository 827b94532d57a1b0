import type { MatrixTasks } from '../../commands/matrixTasks';
import type { MatrixSource, OpenedMatrix, Watching } from '../../commands/openMatrix';

// What the reader of a matrix gives and takes, by the name of each part.

export type { MatrixSource, OpenedMatrix };
export type ReadingStep = Parameters<Watching['onprogress']>[0];
export type Reading = MatrixTasks['read']['gives'];
export type Reviewed = MatrixTasks['review']['gives'];
export type UpdatePreview = MatrixTasks['compare']['gives'];
export type UpdateChoices = MatrixTasks['compare']['takes']['choices'];
/** A plan that a matrix would make, and the cut of the figures that were shown of it. */
export interface PlanAtCut {
  readonly plan: MatrixTasks['plan']['gives'];
  readonly cut: Reviewed['choices']['cut'];
}
export type LoadedMatrix = NonNullable<MatrixTasks['findLoaded']['gives']>;
export type TableChoices = MatrixTasks['read']['takes']['table'];
export type ColumnMeaning = NonNullable<TableChoices['meanings']>[string];
export type PeriodHeader = Extract<ColumnMeaning, { period: unknown }>['period'];
export type MatrixRow = Reviewed['rows'][number];
export type MatrixColumn = Reading['columns'][number];
export type MatrixField = NonNullable<MatrixColumn['field']>;
export type CellFinding = Reviewed['foundInCells'][number]['finding'];
export type PeriodAspect = NonNullable<MatrixColumn['period']>['aspect'];
/** What every reading of a table says, settled or not. */
export type ReadTable = Reviewed['reading'];
