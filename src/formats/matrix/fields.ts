/**
 * What a column of a plan matrix can hold, besides the columns of each period. The last group is written by
 * our own CSV only.
 */
export type MatrixField =
  | 'itemNumber'
  | 'criterion'
  | 'phvaStage'
  | 'activityNumber'
  | 'activity'
  | 'deliverable'
  | 'indicatorName'
  | 'targetText'
  | 'unitOfMeasure'
  | 'baseline'
  | 'baselineSource'
  | 'weight'
  | 'start'
  | 'end'
  | 'responsible'
  | 'target'
  | 'stated'
  | 'direct'
  | 'itemStated'
  | 'remark'
  | 'budget'
  | 'executed'
  | 'responsibleList'
  | 'accumulation'
  | 'tags'
  | 'computed'
  | 'activityStart'
  | 'activityEnd'
  | 'activityBlockedBy'
  | 'indicatorBlockedBy'
  | 'itemId'
  | 'activityId'
  | 'indicatorId';

/** The headers of one field, from those that can mean nothing else to those that serve when nothing better does. */
export interface FieldWords {
  readonly field: MatrixField;
  /** Sure. The first one is what we write and what a person is told is missing. */
  readonly headers: readonly string[];
  /** Likely: these words, or a compare key that matches. */
  readonly alike?: readonly string[];
  readonly likely?: RegExp;
  /** Likely, where no column of the table is called by a better name. */
  readonly standIns?: readonly string[];
  /** After the stand-ins of every field. */
  readonly lastResort?: readonly string[];
}
