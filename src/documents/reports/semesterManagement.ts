import type { Block, Passage, Quote } from '../../domain/document';
import { roundPercent } from '../../domain/decimal';
import { groupsBy } from '../../domain/groups';
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
import { countFigure, percent } from './figures';
import { heading, note } from './frame';
import { groupQuote } from './names';

type Stage = 'pending' | 'running' | 'finished';

/** What each responsible party has pending, under way and finished, and three observations (domain.md A1, X-02). */
export function managementBlocks(context: ReportContext): readonly Block[] {
  const parties = groupsBy(context.plan, 'responsible').map((group) => {
    const counts = countStages(context, group.rows);
    const name = `responsible/${group.id}`;
    const figures = {
      pending: countFigure(`${name}/pending`, counts.pending),
      running: countFigure(`${name}/running`, counts.running),
      finished: countFigure(`${name}/finished`, counts.finished),
      all: countFigure(`${name}/all`, counts.all),
    };
    return { name: groupQuote(group), isSomebody: group.id !== '', counts, figures };
  });
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
      rows: parties.map(({ name, figures: { pending, running, finished, all } }) => [
        [name],
        [pending],
        [running],
        [finished],
        [all],
      ]),
    },
    note(words.managementNote),
    { k: 'list', isNumbered: false, items: observationsOf(context, parties) },
  ];
}

interface Party {
  readonly name: Quote;
  readonly isSomebody: boolean;
  readonly counts: Counts;
}

type Counts = Readonly<Record<Stage | 'all', number>>;

function observationsOf(context: ReportContext, parties: readonly Party[]): readonly Passage[] {
  const known = parties.filter(({ isSomebody }) => isSomebody);
  const most = Math.max(0, ...known.map(({ counts }) => counts.pending));
  const whole = countStages(context, [...context.rows.keys()]);
  const of = countFigure('stage/all', whole.all);
  const share = (stage: Stage) => ({
    n: countFigure(`stage/${stage}`, whole[stage]),
    of,
    share: percent(
      `stage/${stage}/share`,
      whole.all === 0 ? null : roundPercent((100 * whole[stage]) / whole.all),
    ),
  });
  const ofCut = (key: string, text: Part) => ({
    key: `observation/${key}@${context.cut}`,
    text: sentences(text),
  });
  const who = known.filter(({ counts }) => counts.pending === most).map(({ name }) => name);
  return [
    ofCut('pending', mostPendingWords(who, countFigure('responsible/most', most))),
    ofCut('running', runningWords(share('running'))),
    ofCut('finished', finishedWords(share('finished'), share('pending'))),
  ];
}

function countStages({ rows }: ReportContext, places: readonly number[]): Counts {
  const stages = places.flatMap((place): readonly Stage[] => {
    const row = rows[place];
    if (!row || row.exclusion === 'notApplicable') return [];
    if (row.progressClass === 'finished') return ['finished'];
    return (row.capped ?? 0) === 0 ? ['pending'] : ['running'];
  });
  const count = (stage: Stage) => stages.filter((one) => one === stage).length;
  return {
    pending: count('pending'),
    running: count('running'),
    finished: count('finished'),
    all: stages.length,
  };
}
