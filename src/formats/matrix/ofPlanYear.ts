import type { HeaderColumn } from './header';
import { yearIn } from './years';

const YEARLY = ['target', 'budget', 'executed'] as const;

type Yearly = (typeof YEARLY)[number];

/**
 * Of several columns that mean the same of a year each, as META 2023 and META 2024, that of the plan's year; the others
 * are kept as they are. What is sure of its meaning, as what a person said, stands.
 */
export function ofPlanYear(columns: readonly HeaderColumn[], planYear: number): readonly HeaderColumn[] {
  return YEARLY.reduce((read, field) => withField(read, field, planYear), columns);
}

function withField(
  columns: readonly HeaderColumn[],
  field: Yearly,
  planYear: number,
): readonly HeaderColumn[] {
  const taken = columns.find((column) => column.field === field);
  const ofYear = columns.find((column) => isFree(column, field) && yearIn(column.header) === planYear);
  const year = taken && yearIn(taken.header);
  const isOfAnother = taken?.confidence === 'likely' && year !== null && year !== planYear;
  if (!taken || !ofYear || !isOfAnother) return columns;
  return columns.map((column) => {
    if (column === taken) return { ...column, field: null, confidence: 'none' };
    return column === ofYear ? { ...column, field, confidence: 'likely' } : column;
  });
}

function isFree({ confidence, candidates }: HeaderColumn, field: Yearly): boolean {
  return confidence === 'none' && candidates.some((candidate) => candidate.field === field);
}
