import { success } from '../../domain/problem';
import type { Result } from '../../domain/problem';
import { cellAt, columnLetter } from '../grid';
import type { Workbook } from '../grid';
import type { TableChoices } from './choices';
import type { Confidence, MatrixField } from './columns';
import { missingHeaders } from './header';
import type { PeriodHeader } from './periods';
import type { FoundTable } from './reading';
import { viewOf } from './regions';
import { listTables, selectTable } from './selectTable';

/** A column as its header reads, before any calendar. */
export interface SurveyedColumn {
  readonly letter: string;
  readonly header: string;
  readonly field: MatrixField | null;
  readonly period: PeriodHeader | null;
  readonly confidence: Confidence;
  /** Up to three cells that are not blank, as written. */
  readonly samples: readonly string[];
}

/** What can be shown of a file for a person to point at its table, also where it cannot be read as a plan yet. */
export interface MatrixSurvey {
  readonly tables: readonly FoundTable[];
  /** Of the table that is read, or would be. */
  readonly columns: readonly SurveyedColumn[];
  /** The headers that it lacks; none for one that can be read. */
  readonly missing: readonly string[];
}

const SAMPLES = 3;

/** Fails as the reading does where no table is found, or a choice is of nothing in the file. */
export function surveyMatrix(
  workbook: Workbook,
  fileName: string,
  choices: TableChoices = {},
): Result<MatrixSurvey> {
  const selected = selectTable(workbook, fileName, choices);
  if (!selected.ok) return selected;
  const { header, bounds } = selected.value.region;
  const { sheet, rows, columns } = header;
  const data = viewOf(sheet, { ...bounds, firstRow: rows.last + 1 });
  const samplesOf = (index: number): readonly string[] => {
    const samples: string[] = [];
    for (let row = rows.last + 1; row <= bounds.lastRow && samples.length < SAMPLES; row++) {
      const { text } = cellAt(data, row, index);
      if (text !== '') samples.push(text);
    }
    return samples;
  };
  return success({
    tables: listTables(workbook, selected.value),
    columns: columns.map(({ index, header: written, field, period, confidence }) => ({
      letter: columnLetter(index),
      header: written,
      field,
      period,
      confidence,
      samples: samplesOf(index),
    })),
    missing: missingHeaders(columns),
  });
}
