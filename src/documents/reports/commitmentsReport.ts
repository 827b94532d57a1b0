import type { Block, Cell, Document, DocumentTable, Figure, Words } from '../../domain/document';
import { groupBy } from '../../domain/groupBy';
import type { IsoDay } from '../../domain/isoDay';
import { allCommitments, commitmentState } from '../../domain/meetings/commitments';
import { sessionOf, sessionsOf } from '../../domain/meetings/model';
import type { Commitment } from '../../domain/meetings/model';
import type { CommitmentState } from '../../domain/meetings/words';
import type { Plan } from '../../domain/model';
import { evidenceTitle } from '../../text/evidence';
import { mesas } from '../../text/mesas';
import { nextYear } from '../../text/nextYear';
import { commitmentWords as words, tableWords } from '../../text/reportTables';
import type { ReportContext } from './context';
import { countFigure, dayFigure, quote, shortDayFigure } from './figures';
import { heading, note, paragraph, reportDocument } from './frame';
import { joined } from './inline';
import { saidWords } from './rowCells';

export interface CommitmentsOptions {
  /** The day on which what is open is judged: a promise is kept or late today, whatever the cut of the figures. */
  readonly today: IsoDay;
  /** False leaves out the names of people and what may hold one; the departments that meet stay. */
  readonly withPeople?: boolean;
}

/** What was promised in the meetings and how it stands (domain.md J4). */
export function commitmentsReport(context: ReportContext, options: CommitmentsOptions): Document {
  const { today, withPeople = true } = options;
  const all = toldOf(context.plan, today, withPeople);
  const blocks: readonly Block[] = [
    heading(1, words.title),
    paragraph([words.day, dayFigure(today), tableWords.end]),
    ...(all.length === 0 ? [paragraph(words.none)] : [...countsOf(all), ...STATES.flatMap(listOf(all))]),
    note(withPeople ? words.withPeople : words.withoutPeople),
  ];
  return reportDocument(context, 'commitments', { blocks, paper: { size: 'letter', isLandscape: true } });
}

const STATES: readonly CommitmentState[] = ['overdue', 'open', 'fulfilled', 'justified'];

/** A commitment as the report may tell it. */
interface Told {
  readonly commitment: Commitment;
  readonly state: CommitmentState;
  readonly who: string;
  readonly session: Words;
  /** What shows that it was kept, or why it was not. */
  readonly proof: Words;
}

function toldOf(plan: Plan, today: IsoDay, withPeople: boolean): readonly Told[] {
  const departments = departmentsOf(plan);
  const whoOf = ({ who }: Commitment): string => {
    if (who === '') return words.nobody;
    return withPeople || departments.has(who) ? who : words.somePerson;
  };
  return allCommitments(plan.meetings, today).map((commitment) => ({
    commitment,
    state: commitmentState(commitment, today),
    who: whoOf(commitment),
    session: sessionWords(plan, commitment),
    proof: withPeople ? proofWords(commitment) : hiddenProof(commitment),
  }));
}

/** The names that are of no person: the departments that meet. Who answers for rows may be anybody. */
function departmentsOf({ meetings }: Plan): ReadonlySet<string> {
  const departments = [
    ...meetings.series.flatMap((series) => series.departments),
    ...sessionsOf(meetings).flatMap(({ department }) => department ?? []),
  ];
  return new Set(departments.map(({ name }) => name));
}

function sessionWords({ meetings, lineage }: Plan, { id, sessionId }: Commitment): Words {
  const session = sessionOf(meetings, sessionId);
  const from = lineage.get(id);
  if (!session) return from ? [quote(nextYear.ComesFrom(from.year))] : tableWords.none;
  const { kind, number, department, day } = session;
  const name = [quote(mesas.sessionName(kind, number, department?.name ?? ''))];
  return joined([name, day === null ? '' : [shortDayFigure(day)]], tableWords.part);
}

/** How many stand how, of all and of each who answers for some. */
function countsOf(all: readonly Told[]): readonly Block[] {
  const columns = [
    { label: words.who, share: 40 },
    ...[words.n, ...STATES.map((state) => words.states[state])].map((label) => ({
      label,
      share: 12,
      isNumber: true,
    })),
  ];
  const byWho = [...groupBy(all, ({ who }) => who)].sort(([a], [b]) => a.localeCompare(b, 'es'));
  const rows = byWho.map(([who, theirs]): readonly Cell[] => [
    [quote(who)],
    ...countsIn(`commitments/who/${who}`, theirs).map((figure) => [figure]),
  ]);
  const total = [words.all, ...countsIn('commitments', all).map((figure) => [figure])];
  const last = total.map((text) => ({ k: 'cell', text, isTotal: true }) as const);
  return [
    heading(2, words.byWho),
    { k: 'table', caption: words.byWho, isCaptionHidden: true, columns, rows: [...rows, last] },
  ];
}

function countsIn(name: string, some: readonly Told[]): readonly Figure[] {
  const inState = (state: CommitmentState) => some.filter((one) => one.state === state).length;
  return [
    countFigure(name, some.length),
    ...STATES.map((state) => countFigure(`${name}/${state}`, inState(state))),
  ];
}

function listOf(all: readonly Told[]): (state: CommitmentState) => readonly Block[] {
  return (state) => {
    const some = all.filter((one) => one.state === state);
    if (some.length === 0) return [];
    return [heading(2, words.states[state]), tableOf(some, state)];
  };
}

function tableOf(some: readonly Told[], state: CommitmentState): DocumentTable {
  const isClosed = state === 'fulfilled' || state === 'justified';
  const columns = [
    { label: words.what, share: 32 },
    { label: words.who, share: 18 },
    { label: words.due, share: 11 },
    { label: words.session, share: isClosed ? 14 : 39 },
    ...(isClosed ? [closed(words.proof, 16), closed(words.closedOn, 9)] : []),
  ];
  const rows = some.map(({ commitment, who, session, proof }): readonly Cell[] => [
    saidWords(commitment.what),
    [quote(who)],
    commitment.due === null ? words.withoutDue : [shortDayFigure(commitment.due)],
    session,
    ...(isClosed ? [proof, closedWords(commitment)] : []),
  ]);
  return { k: 'table', caption: words.states[state], isCaptionHidden: true, columns, rows };
}

function closed(label: string, share: number) {
  return { label, share };
}

function proofWords({ outcome, evidence }: Commitment): Words {
  if (outcome?.k === 'justified') return saidWords(outcome.reason);
  const names = evidence.map((one) => [quote(evidenceTitle(one))]);
  return names.length === 0 ? words.withoutProof : joined(names, tableWords.list);
}

/** That there is something, without its words: a title or a reason may name a person. */
function hiddenProof({ outcome, evidence }: Commitment): Words {
  if (outcome?.k === 'justified') return words.hiddenReason;
  return evidence.length === 0 ? words.withoutProof : words.hiddenProof;
}

function closedWords({ closedOn }: Commitment): Words {
  return closedOn === null ? tableWords.none : [shortDayFigure(closedOn)];
}
