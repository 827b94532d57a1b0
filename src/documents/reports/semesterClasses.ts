import type { Band } from '../../domain/bands';
import { classStanding } from '../../domain/classStanding';
import type { Block, Cell } from '../../domain/document';
import type { IndicatorFigure } from '../../domain/figure';
import { narrative } from '../../text/reportWords';
import {
  criticalConclusion,
  finishedConclusion,
  inProgressConclusion,
  semesterWords as words,
} from '../../text/reportWordsSemester';
import { sentences } from '../../text/say';
import { bandForms } from '../../text/words';
import type { ReportContext } from './context';
import { bandFigure, countFigure, countOf, dayFigure, quote, rowFigure } from './figures';
import { cutPassage, heading, note } from './frame';
import { responsibleWords, rowName } from './names';

/** The activities by the bands of the plan's scheme, and those that have none because they have not started. */
export function classBlocks(context: ReportContext): readonly Block[] {
  const { plan, rows } = context;
  const notStarted = rows.filter(({ scheduleState }) => scheduleState === 'notStarted');
  return [
    heading(2, words.classes),
    ...plan.scheme.bands.flatMap((band) => bandBlocks(context, band)),
    ...(notStarted.length === 0
      ? []
      : [heading(3, words.notStarted), note(words.notStartedNote), listOf(context, notStarted)]),
  ];
}

function bandBlocks(context: ReportContext, band: Band): readonly Block[] {
  const rows = context.rows.filter(({ bandId }) => bandId === band.id);
  const name = quote(bandForms(band).many);
  const title = heading(3, sentences(words.band(name, bandFigure.from(band), bandFigure.to(band))));
  return [title, rows.length === 0 ? note(words.noneInBand) : listOf(context, rows)];
}

function listOf(context: ReportContext, rows: readonly IndicatorFigure[]): Block {
  return {
    k: 'table',
    caption: words.classes,
    isCaptionHidden: true,
    columns: [
      { label: narrative.activity, share: 48 },
      { label: narrative.responsible, share: 24 },
      { label: narrative.ends, share: 16 },
      { label: narrative.progress, share: 12, isNumber: true },
    ],
    rows: rows.map((row): readonly Cell[] => [
      [rowName(context, row)],
      responsibleWords(row),
      row.indicator.end === null ? narrative.withoutDate : [dayFigure(row.indicator.end)],
      [rowFigure.attainment(row)],
    ]),
  };
}

/** A block for each class that has some. */
export function conclusionBlocks(context: ReportContext): readonly Block[] {
  const { rows } = context;
  const critical = classStanding(rows, 'critical');
  const inProgress = classStanding(rows, 'inProgress');
  const finished = classStanding(rows, 'finished');
  const passages = [
    critical.rows.length > 0 &&
      cutPassage(
        context,
        'conclusion/critical',
        sentences(
          criticalConclusion({
            n: countOf.class(context, 'critical'),
            overdue: countFigure('class/critical/overdue', critical.overdue),
            behind: countFigure('class/critical/behind', critical.behind),
            undated: countFigure('class/critical/undated', critical.undated),
          }),
        ),
      ),
    inProgress.rows.length > 0 &&
      cutPassage(
        context,
        'conclusion/inProgress',
        sentences(
          inProgressConclusion({
            n: countOf.class(context, 'inProgress'),
            overdue: countFigure('class/inProgress/overdue', inProgress.overdue),
            dueSoon: countFigure('class/inProgress/dueSoon', inProgress.dueSoon),
          }),
        ),
      ),
    finished.rows.length > 0 &&
      cutPassage(
        context,
        'conclusion/finished',
        sentences(
          finishedConclusion({
            n: countOf.class(context, 'finished'),
            incomplete: countFigure('class/finished/incomplete', finished.incomplete),
          }),
        ),
      ),
  ].filter((one) => one !== false);
  return passages.length === 0 ? [] : [heading(2, words.conclusions), ...passages];
}
