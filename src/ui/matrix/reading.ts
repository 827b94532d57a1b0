import type { MatrixRead } from '../../commands/matrixWork';

// What the reader of a matrix gives, by the name of each part.

export type Reading = MatrixRead['reading'];
export type MatrixRow = Reading['rows'][number];
export type MatrixColumn = Reading['columns'][number];
export type MatrixField = NonNullable<MatrixColumn['field']>;
export type CellFinding = Reading['findings'][number];
export type PeriodAspect = NonNullable<MatrixColumn['period']>['aspect'];
