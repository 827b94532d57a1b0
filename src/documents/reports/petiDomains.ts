import { classify } from '../../domain/bands';
import type { Block, Passage } from '../../domain/document';
import { heaviestInGap } from '../../domain/extremes';
import type { IndicatorFigure } from '../../domain/figure';
import {
  analysisWords,
  awaitRecommendation,
  domainRecommendation,
  keepRecommendation,
  petiWords as words,
} from '../../text/reportWordsPeti';
import type { SomeRows } from '../../text/reportWordsPeti';
import { sentences } from '../../text/say';
import type { ReportContext } from './context';
import { countFigure, groupFigureName, rowFigure } from './figures';
import type { GroupFigures } from './figures';
import { cutPassage, heading } from './frame';
import { groupQuote, rowName } from './names';

/** A passage for each domain: its figure, how many are finished, what weighs most in what it lacks. */
export function analysisBlocks(context: ReportContext, groups: readonly GroupFigures[]): readonly Block[] {
  const passages = groups.map((one) =>
    cutPassage(context, `analysis/${one.group.id}`, analysisOf(context, one)),
  );
  return passages.length === 0 ? [] : [heading(2, words.analysis), ...passages];
}

function analysisOf(context: ReportContext, { group, attainment, n, aggregate }: GroupFigures) {
  const { plan } = context;
  const rows = membersOf(context, group.rows);
  const finished = rows.filter(({ progressClass }) => progressClass === 'finished').length;
  const name = groupFigureName(plan.rollupBy, group);
  const heaviest = heaviestInGap(rows, aggregate.method === 'weighted');
  return sentences(
    analysisWords({
      name: groupQuote(group),
      attainment,
      n,
      finished: countFigure(`${name}/finished`, finished),
      heaviest: {
        ...someRows(context, heaviest, `${name}/heaviest`),
        attainment: areAlike(heaviest) ? rowFigure.attainment(heaviest[0]) : null,
      },
    }),
  );
}

/** One for each domain that is not finished, the lowest first, and then what is to be kept (domain.md F5). */
export function recommendationItems(
  context: ReportContext,
  groups: readonly GroupFigures[],
): readonly Passage[] {
  const { scheme } = context.plan;
  const valued = groups.flatMap((one) =>
    one.aggregate.value === null ? [] : [{ ...one, value: one.aggregate.value }],
  );
  const isFinished = ({ value }: { readonly value: number }) => classify(value, scheme) === 'finished';
  const lowestFirst = [...valued].sort((a, b) => a.value - b.value);
  return [...lowestFirst.filter((one) => !isFinished(one)), ...lowestFirst.filter(isFinished)].map((one) => ({
    key: `recommendation/${one.group.id}@${context.cut}`,
    text: isFinished(one)
      ? sentences(keepRecommendation(groupQuote(one.group), one.attainment))
      : improvementOf(context, one),
  }));
}

function improvementOf(context: ReportContext, { group, attainment }: GroupFigures) {
  const unfinished = membersOf(context, group.rows).filter(
    ({ capped, progressClass, scheduleState }) =>
      capped !== null && progressClass !== 'finished' && scheduleState !== 'notStarted',
  );
  if (unfinished.length === 0) return sentences(awaitRecommendation(groupQuote(group), attainment));
  const name = groupFigureName(context.plan.rollupBy, group);
  return sentences(
    domainRecommendation({
      name: groupQuote(group),
      attainment,
      begin: someRows(
        context,
        unfinished.filter(({ capped }) => capped === 0),
        `${name}/begin`,
      ),
      complete: someRows(
        context,
        unfinished.filter(({ capped }) => capped !== 0),
        `${name}/complete`,
      ),
    }),
  );
}

function membersOf({ rows }: ReportContext, places: readonly number[]): readonly IndicatorFigure[] {
  return places.flatMap((place) => rows[place] ?? []);
}

/** Who reads aloud loses the thread after three names. */
const MOST_NAMED = 3;

function someRows(context: ReportContext, rows: readonly IndicatorFigure[], of: string): SomeRows {
  const shown = rows.length > MOST_NAMED + 1 ? rows.slice(0, MOST_NAMED) : rows;
  return {
    names: shown.map((row) => rowName(context, row)),
    rest: countFigure(`${of}/rest`, rows.length - shown.length),
    n: rows.length,
  };
}

/** True where all of them, one at least, have come to the same. */
function areAlike(
  rows: readonly IndicatorFigure[],
): rows is readonly [IndicatorFigure, ...IndicatorFigure[]] {
  const [first] = rows;
  return first !== undefined && rows.every(({ raw }) => raw === first.raw);
}
