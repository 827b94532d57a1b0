import type { Block, Passage, Quote } from '../../domain/document';
import { roundPercent } from '../../domain/decimal';
import { managementByResponsible } from '../../domain/byResponsible';
import type { ManagementByResponsible, ManagementCounts, ManagementState } from '../../domain/byResponsible';
import {
  finishedWords,
  mostPendingWords,
  runningWords,
  semesterWords as words,
} from '../../text/reportWordsSemester';
import { narrative } from '../../text/reportWords';
import { sentences } from '../../text/say';
import type { Part } from '../../text/say';
import type { ReportContext } from './context';
import { countFigure, managementFigures, percent } from './figures';
import { heading, note } from './frame';
import { partyQuote } from './names';

/** What each responsible party has pending, under way and finished, and three observations (domain.md A1, X-02). */
export function managementBlocks(context: ReportContext): readonly Block[] {
  const { parties: managed, ...whole } = managementByResponsible(context.plan, context.evaluation);
  const parties = managed.map(({ id, party, counts, n }) => ({
    name: partyQuote(party),
    isSomebody: party !== null,
    counts,
    figures: managementFigures(`responsible/${id}`, { counts, n }),
  }));
  if (parties.length === 0) return [];
  return [
    heading(2, words.management),
    {
      k: 'bars',
      caption: words.pendingBars,
      full: Math.max(1, ...parties.map(({ counts }) => counts.pending)),
      bars: parties.map(({ name, counts, figures }) => ({
        name: [name],
        length: counts.pending,
        text: [figures.pending],
      })),
      labels: { name: narrative.responsible, value: words.pending },
    },
    {
      k: 'table',
      caption: words.management,
      isCaptionHidden: true,
      columns: [
        { label: narrative.responsible, share: 40 },
        { label: words.pending, share: 15, isNumber: true },
        { label: words.running, share: 15, isNumber: true },
        { label: words.finished, share: 15, isNumber: true },
        { label: words.all, share: 15, isNumber: true },
      ],
      rows: parties.map(({ name, figures: { pending, inExecution, finished, all } }) => [
        [name],
        [pending],
        [inExecution],
        [finished],
        [all],
      ]),
    },
    note(words.managementNote),
    { k: 'list', isNumbered: false, items: observationsOf(context, parties, whole) },
  ];
}

interface Party {
  readonly name: Quote;
  readonly isSomebody: boolean;
  readonly counts: ManagementCounts;
}

function observationsOf(
  context: ReportContext,
  parties: readonly Party[],
  whole: Pick<ManagementByResponsible, 'counts' | 'n'>,
): readonly Passage[] {
  const known = parties.filter(({ isSomebody }) => isSomebody);
  const most = Math.max(0, ...known.map(({ counts }) => counts.pending));
  const { all, ...figures } = managementFigures('stage', whole);
  const share = (state: ManagementState) => ({
    n: figures[state],
    of: all,
    share: percent(
      `stage/${state}/share`,
      whole.n === 0 ? null : roundPercent((100 * whole.counts[state]) / whole.n),
    ),
  });
  const ofCut = (key: string, text: Part) => ({
    key: `observation/${key}@${context.cut}`,
    text: sentences(text),
  });
  const who = known.filter(({ counts }) => counts.pending === most).map(({ name }) => name);
  return [
    ofCut('pending', mostPendingWords(who, countFigure('responsible/most', most))),
    ofCut('running', runningWords(share('inExecution'))),
    ofCut('finished', finishedWords(share('finished'), share('pending'))),
  ];
}
