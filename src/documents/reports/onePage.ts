import { isBehind, unverifiedProgress } from '../../domain/classStanding';
import type { Block, Cell, Document, Figure, Passage, Words } from '../../domain/document';
import { leastAdvanced } from '../../domain/extremes';
import type { IndicatorFigure } from '../../domain/figure';
import { groupsBy } from '../../domain/groups';
import { rowAccount } from '../../domain/rowAccount';
import { REPORT_NAME } from '../../text/reports';
import { narrative } from '../../text/reportWords';
import { decisionWords as decide, missingCount, onePageWords as words } from '../../text/reportWordsOnePage';
import { sentences } from '../../text/say';
import { bandForms, SCHEDULE_STATE } from '../../text/words';
import { methodNote, moneyBlocks, standingWords } from './basis';
import type { ReportContext } from './context';
import { bandFigure, countFigure, countOf, groupFigures, planFigure, quote, rowFigure } from './figures';
import { cutPassage, heading, note, reportDocument } from './frame';
import { groupQuote, responsibleWords, rowName } from './names';

/** What fits on one page. */
const MOST_URGENT = 5;
const MOST_GROUPS = 5;
const MOST_NAMED = 3;

/** The page that a committee reads: where the plan is, what is urgent, what asks a decision, what is missing. */
export function onePageDocument(context: ReportContext): Document {
  return reportDocument(context, 'onePage', {
    blocks: [
      heading(1, REPORT_NAME.onePage.name),
      cutPassage(context, 'result', standingWords(context)),
      barsOf(context),
      ...moneyBlocks(context),
      ...classesOf(context),
      ...urgentOf(context),
      ...listOr(words.decisions, decisionsOf(context), words.noDecisions),
      ...listOr(narrative.missing, missingOf(context), narrative.nothingMissing),
      methodNote(context),
    ],
  });
}

function barsOf(context: ReportContext): Block {
  const { plan } = context;
  const groups = groupsBy(plan, plan.rollupBy);
  const shown = groups.length > 1 && groups.length <= MOST_GROUPS ? groups : [];
  const [attainment, verified, expected] = [
    planFigure.attainment(context),
    planFigure.verified(context),
    planFigure.expected(context),
  ];
  return {
    k: 'bars',
    caption: words.standing,
    full: 100,
    labels: { name: narrative.plan, value: narrative.progress },
    bars: [
      { name: narrative.reported, length: attainment.value, text: [attainment] },
      { name: narrative.verified, length: verified.value, text: [verified] },
      ...(expected.value === null
        ? []
        : [{ name: narrative.expected, length: expected.value, text: [expected] }]),
      ...shown.map((group) => {
        const figure = groupFigures(context, plan.rollupBy, group).attainment;
        return { name: [groupQuote(group)], length: figure.value, text: [figure] };
      }),
    ],
  };
}

function classesOf(context: ReportContext): readonly Block[] {
  const { facts, plan } = context;
  const counts: readonly { readonly label: Words; readonly n: Figure }[] = [
    ...facts.bands.map(({ band, n }) => ({ label: [quote(bandForms(band).many)], n: bandFigure.n(band, n) })),
    ...(facts.states.notStarted === 0
      ? []
      : [{ label: words.withoutClass, n: countOf.state(context, 'notStarted') }]),
    ...(facts.overall.exclusions.length === 0
      ? []
      : [{ label: words.leftOut, n: countOf.excluded(context) }]),
  ];
  return plan.indicators.length === 0
    ? []
    : [
        {
          k: 'table',
          caption: words.classes,
          columns: counts.map(({ label }) => ({ label, share: 1, isNumber: true })),
          rows: [counts.map(({ n }) => [n])],
        },
      ];
}

/** The most urgent by date; where nothing has dates, the least advanced. */
function urgentOf(context: ReportContext): readonly Block[] {
  const { facts } = context;
  const hasDates = facts.dated > 0;
  const rows = (hasDates ? facts.attention : leastAdvanced(context.rows)).slice(0, MOST_URGENT);
  const title = hasDates ? words.urgent : words.urgentWithoutDates;
  if (rows.length === 0) return [heading(2, title), note(hasDates ? words.nothingUrgent : words.allDone)];
  return [
    heading(2, title),
    {
      k: 'table',
      caption: title,
      isCaptionHidden: true,
      columns: [
        { label: narrative.activity, share: 40 },
        { label: narrative.responsible, share: 22 },
        { label: words.state, share: 12 },
        { label: narrative.progress, share: 12, isNumber: true },
        { label: words.lag, share: 14, isNumber: true },
      ],
      rows: rows.map((row) => urgentRow(context, row)),
    },
  ];
}

function urgentRow(context: ReportContext, row: IndicatorFigure): readonly Cell[] {
  return [
    [rowName(context, row)],
    responsibleWords(row),
    row.scheduleState === null ? narrative.withoutDate : SCHEDULE_STATE[row.scheduleState].one,
    [rowFigure.attainment(row)],
    [rowFigure.lag(row)],
  ];
}

function decisionsOf(context: ReportContext): readonly Passage[] {
  const { facts, rows, cut } = context;
  const overdue = facts.attention.filter(({ scheduleState }) => scheduleState === 'overdue');
  const behind = facts.attention.filter(isBehind);
  const waiting = facts.attention.filter(({ indicator }) => indicator.blockedBy?.k === 'external');
  const unmeasured = facts.noTarget + facts.noBaseline;
  const asked = [
    overdue.length === 0
      ? null
      : {
          key: 'overdue',
          text: decide.overdue(
            countOf.state(context, 'overdue'),
            overdue.slice(0, MOST_NAMED).map((row) => rowName(context, row)),
          ),
        },
    behind.length === 0
      ? null
      : {
          key: 'behind',
          text: decide.behind(
            countFigure('behind', behind.length),
            behind.slice(0, MOST_NAMED).map((row) => rowName(context, row)),
          ),
        },
    ...waiting.slice(0, MOST_NAMED).map((row) => ({
      key: `waiting/${row.indicator.id}`,
      text: decide.waiting(rowName(context, row), quote(externalCause(rows[row.index]))),
    })),
    unmeasured === 0
      ? null
      : { key: 'unmeasured', text: decide.noTarget(countFigure('unmeasured', unmeasured)) },
    facts.undated === 0
      ? null
      : { key: 'undated', text: decide.undated(countFigure('undated', facts.undated)) },
  ];
  return asked.flatMap((one) =>
    one === null ? [] : [{ key: `decision/${one.key}@${cut}`, text: sentences(one.text) }],
  );
}

function externalCause(row: IndicatorFigure | undefined): string {
  const blocker = row?.indicator.blockedBy ?? null;
  return blocker?.k === 'external' ? blocker.cause : '';
}

function missingOf(context: ReportContext): readonly Passage[] {
  const { facts, rows, evaluation, findings } = context;
  const zeros = rows.filter((row) => rowAccount(evaluation, row).k === 'zeroWithoutCause').length;
  const unverified = unverifiedProgress(rows).length;
  return [
    ...(facts.missing.length === 0 ? [] : [missingCount.reports(countOf.missing(context))]),
    ...(zeros === 0 ? [] : [missingCount.zeros(countFigure('zerosWithoutCause', zeros))]),
    ...(unverified === 0 ? [] : [missingCount.unverified(countFigure('unverified', unverified))]),
    ...(findings.length === 0 ? [] : [missingCount.findings(countFigure('findings', findings.length))]),
  ].map((text) => ({ text: sentences(text) }));
}

function listOr(title: string, items: readonly Passage[], otherwise: string): readonly Block[] {
  return [heading(2, title), items.length === 0 ? note(otherwise) : { k: 'list', isNumbered: false, items }];
}
