import type { Block, Passage, Words } from '../../domain/document';
import { statedDiffers } from '../../domain/findings/stated';
import { unmeasuredActivities } from '../../domain/unmeasured';
import { groupsBy } from '../../domain/groups';
import { hasMoney, moneyOf } from '../../domain/money';
import type { Plan } from '../../domain/model';
import { rowAccount } from '../../domain/rowAccount';
import { formatStated } from '../../text/format';
import { schemeTitle } from '../../text/bands';
import { reportWords } from '../../text/reports';
import {
  IN_THE_PLAN,
  methodWords,
  missingWords,
  moneyWords,
  narrative as words,
  resultWords,
  schemeWords,
  statedWords,
} from '../../text/reportWords';
import type { Part } from '../../text/say';
import { say, sentences } from '../../text/say';
import { bandName } from '../../text/words';
import type { ReportContext } from './context';
import {
  bandFigure,
  countFigure,
  countOf,
  dayFigure,
  moneyFigures,
  periodFigure,
  planFigure,
  quote,
} from './figures';
import { heading, note, paragraph } from './frame';
import { groupingQuote, groupQuote, rowName } from './names';

/** Where the plan stands, in a sentence or two. */
export function standingWords(context: ReportContext): Words {
  const { overall } = context.facts;
  return sentences(
    resultWords({
      attainment: planFigure.attainment(context),
      verified: planFigure.verified(context),
      expected: planFigure.expected(context),
      lag: planFigure.lag(context),
      gap: planFigure.gap(context),
      cut: dayFigure(context.cut),
      isPartlyDated: context.facts.undated > 0 && overall.expected.n > 0,
    }),
  );
}

/** How the figure of the plan is reckoned: cut, method, N, what is left out, reported and verified. */
export function methodNote(context: ReportContext, by: Part = groupingQuote(context.plan.rollupBy)): Block {
  return note(
    sentences(
      methodWords({
        cut: dayFigure(context.cut),
        method: context.facts.overall.method,
        by,
        n: planFigure.n(context),
        excluded: countOf.excluded(context),
        reported: planFigure.attainment(context),
        verified: planFigure.verified(context),
      }),
      statedOf(context),
    ),
  );
}

/** How the classes are given. */
export function schemeNote({ plan: { scheme } }: ReportContext): Block {
  return note(
    sentences(
      schemeWords({
        name: quote(schemeTitle(scheme.id)),
        bands: scheme.bands.map((band) => ({
          name: quote(bandName(band).toLowerCase()),
          from: bandFigure.from(band),
          to: bandFigure.to(band),
        })),
        isRounded: scheme.rounding === 'halfUp',
      }),
    ),
  );
}

/** How the figures of a table were made and how its classes are given. */
export function methodNotes(context: ReportContext): readonly Block[] {
  return [methodNote(context), schemeNote(context)];
}

/** The printed results of groups and plan that differ, at the cut that they were printed for. */
function statedOf(context: ReportContext): Part {
  const { plan, cut } = context;
  if (plan.statedFor !== null && plan.statedFor.cut !== cut) return '';
  const groups = new Map(groupsBy(plan, 'item').map((group) => [group.id, group]));
  const stated = statedDiffers(plan).flatMap(
    ({ place, entity, text, stated: value }): readonly StatedPlace[] => {
      const printed = quote(formatStated({ text, percent: value }));
      if (place === 'plan') return [{ text: printed, where: IN_THE_PLAN }];
      const group = groups.get(entity);
      if (group) return [{ text: printed, where: groupQuote(group) }];
      const row = context.rows.find(({ indicator }) => indicator.id === entity);
      return row ? [{ text: printed, where: say`«${rowName(context, row)}»` }] : [];
    },
  );
  return stated.length === 0 ? '' : statedWords(stated);
}

interface StatedPlace {
  readonly text: Part;
  readonly where: Part;
}

/** What is missing at the cut: reports, causes of zeros, what is left out of the mean, indicators, dates. */
export function missingBlocks(context: ReportContext, level: 2 | 3 = 3): readonly Block[] {
  const items = missingItems(context);
  return [heading(level, words.missing), items.length === 0 ? note(words.nothingMissing) : listOf(items)];
}

/** Why some are left out of the mean, for a document that does not say what is missing. */
export function excludedBlocks(context: ReportContext): readonly Block[] {
  const items = excludedItems(context);
  return items.length === 0 ? [] : [listOf(items)];
}

function missingItems(context: ReportContext): readonly Passage[] {
  const { facts, rows, evaluation } = context;
  const reports = facts.missing.map((row) =>
    missingWords.reports(
      rowName(context, row),
      row.missing.map((period) => periodFigure.name(context.plan, period)),
    ),
  );
  const zeros = rows
    .filter((row) => rowAccount(evaluation, row).k === 'zeroWithoutCause')
    .map((row) => missingWords.zero(rowName(context, row)));
  const undated = facts.undated === 0 ? [] : [missingWords.undated(countFigure('undated', facts.undated))];
  return [
    ...[...reports, ...zeros].map(itemOf),
    ...excludedItems(context),
    ...[...unmeasured(context.plan), ...undated].map(itemOf),
  ];
}

function excludedItems(context: ReportContext): readonly Passage[] {
  return context.facts.overall.exclusions.map(({ row, reason }) =>
    itemOf(missingWords.excluded(rowName(context, { index: row }), reason)),
  );
}

/** The activities that nothing measures: no figure knows of them. */
function unmeasured(plan: Plan): readonly Part[] {
  return unmeasuredActivities(plan).map(({ name, number }) =>
    missingWords.unmeasured(quote(name || number || reportWords.none)),
  );
}

function itemOf(text: Part): Passage {
  return { text: sentences(text) };
}

function listOf(items: readonly Passage[]): Block {
  return { k: 'list', isNumbered: false, items };
}

/** The money beside the progress, where the plan has some (domain.md A6.14). */
export function moneyBlocks(context: ReportContext): readonly Block[] {
  const money = moneyOf(context.plan);
  if (!hasMoney(money)) return [];
  const progress = planFigure.attainment(context);
  return [
    heading(3, words.money),
    paragraph(sentences(moneyWords({ progress, ...moneyFigures('plan', money) }))),
  ];
}
