import type { Block, Cell, Document, DocumentColumn, DocumentTable, Words } from '../../domain/document';
import type { IndicatorFigure } from '../../domain/figure';
import { tableWords, toolWords as words } from '../../text/reportTables';
import { methodNotes, missingBlocks } from './basis';
import type { ReportContext } from './context';
import { quote } from './figures';
import { heading, note, paragraph, reportDocument } from './frame';
import { reaching, runsOf } from './inline';
import { periodCell, periodColumns, remarksOf, resultCell, targetWords, totalRow } from './periodCells';

/** The follow-up tool of the PETI: what each activity's indicators measured, period by period (domain.md A2, Tabla 16). */
export function petiToolReport(context: ReportContext): Document {
  const blocks: readonly Block[] = [
    heading(1, words.title),
    context.rows.length === 0 ? paragraph(tableWords.withoutRows) : toolOf(context),
    note(tableWords.dashes),
    ...methodNotes(context),
    ...missingBlocks(context, 2),
  ];
  return reportDocument(context, 'petiTool', { blocks, paper: { size: 'letter', isLandscape: true } });
}

/** Columns before those of the periods; the last of them is the target. */
const BEFORE: readonly DocumentColumn[] = [
  { label: words.activities, share: 20 },
  { label: words.indicator, share: 18 },
  { label: words.target, share: 7, isNumber: true },
];
const TARGET = BEFORE.length - 1;
const PERIOD_SHARE = 4;

function toolOf(context: ReportContext): DocumentTable {
  const { plan, rows } = context;
  const columns = [
    ...BEFORE,
    ...periodColumns(plan, words.measured, PERIOD_SHARE),
    { label: words.result, share: 11, isNumber: true },
    { label: words.remarks, share: 16 },
  ];
  const activities = runsOf(rows, ({ indicator }) => indicator.activity.id);
  const body = rows.map((row, place) => rowOf(context, row, activities[place] ?? 1));
  return {
    k: 'table',
    caption: words.caption,
    columns,
    rows: [...body, totalRow(context, TARGET + 1 + plan.periods.length)],
  };
}

function rowOf(context: ReportContext, row: IndicatorFigure, reach: number): readonly Cell[] {
  const { periods } = context.plan;
  return [
    ...reaching([quote(row.indicator.activity.name)], reach),
    measuredBy(row),
    targetWords(row),
    ...periods.map((period) => periodCell(context, row, period)),
    resultCell(row, { target: TARGET, periods: periods.map((_, place) => TARGET + 1 + place) }),
    remarksOf(context, row),
  ];
}

/** The indicator with its unit, as the target is written without one: a spreadsheet divides by it. */
function measuredBy({ indicator }: IndicatorFigure): Words {
  const { name, deliverable, unitOfMeasure } = indicator;
  const called = quote(name || deliverable);
  return unitOfMeasure === '' ? [called] : [called, ' (', quote(unitOfMeasure), ')'];
}
