import { paragraphsOf } from '../domain/document';
import type { Block, Document, SignatureMark } from '../domain/document';
import type { MinutesFacts, MinutesPerson, MinutesPoint } from '../domain/meetings/minutes';
import type { Minutes } from '../domain/meetings/model';
import type { AttendanceRole, SessionKind, Signature } from '../domain/meetings/words';
import type { IsoDay } from '../domain/isoDay';
import { formatDay } from '../text/format';
import {
  COMMITMENT_STATE,
  DOCUMENT_NAME,
  hoursWords,
  minutesHeading,
  minutesTitle,
  minutesWords as words,
  PEOPLE,
  progressWords,
  replacedBecause,
} from '../text/minutes';

/** Digits of a hash that tell one annex from another on paper. */
const SHORT_HASH = 16;

/**
 * An acta as GTC 185 orders it (domain.md B), made from what was frozen and from its signatures alone: what changes
 * in the plan afterwards changes nothing here. `suppressed` are the strokes that somebody had taken away since: of
 * those it says so, and shows none.
 */
export function minutesDocument(given: Minutes, suppressed: ReadonlySet<string> = new Set()): Document {
  const minutes = withoutStrokes(given, suppressed);
  const { facts } = minutes;
  const documentName = DOCUMENT_NAME[facts.kind];
  const formFacts = [
    facts.form.code && words.formCode(facts.form.code),
    facts.form.version && words.formVersion(facts.form.version),
  ].filter(Boolean);
  return {
    title: minutesTitle(minutes),
    paper: { size: 'letter', isLandscape: false },
    letterhead: {
      entityName: facts.entityName,
      entityFacts: facts.nit === '' ? [] : [words.nit(facts.nit)],
      documentName,
      logo: facts.logo,
      facts: formFacts,
    },
    foot: { text: formFacts.join(' · '), page: words.page, of: words.of },
    blocks: [
      ...openingOf(minutes),
      ...attendanceOf(facts),
      ...agendaOf(facts),
      ...commitmentsOf(facts),
      ...nextMeetingOf(facts),
      ...signaturesOf(minutes),
      ...annexesOf(facts),
      ...closingOf(minutes),
    ],
  };
}

function openingOf(minutes: Minutes): readonly Block[] {
  const { facts } = minutes;
  const rows = [
    [words.day, facts.day === null ? '' : formatDay(facts.day)],
    [words.hours, hoursWords(facts)],
    [words.place, facts.place],
    [words.department, facts.department],
    [words.series, facts.seriesName],
    [words.plan, facts.planTitle],
    [words.objective, facts.objective],
  ] as const;
  return [
    { k: 'heading', level: 1, text: minutesHeading(facts) },
    ...(minutes.version > 1
      ? [{ k: 'paragraph', text: replacedBecause(minutes), manner: 'boxed' } as const]
      : []),
    { k: 'facts', rows: rows.filter(([, text]) => text !== '') },
  ];
}

function attendanceOf({ people }: MinutesFacts): readonly Block[] {
  return (['attendee', 'guest', 'absentee'] as const).flatMap((role) =>
    peopleOf(
      role,
      people.filter((one) => one.role === role),
    ),
  );
}

function peopleOf(role: AttendanceRole, people: readonly MinutesPerson[]): readonly Block[] {
  if (people.length === 0) return role === 'attendee' ? [titled(PEOPLE[role]), plain(words.none)] : [];
  const signs = role !== 'absentee';
  const columns = [
    { label: words.name, share: 30 },
    { label: words.position, share: 25 },
    { label: words.department, share: 25 },
    ...(signs ? [{ label: words.signature, share: 20 }] : []),
  ];
  const rows = people.map(({ name, position, department, signature }) => [
    name,
    position,
    department,
    ...(signs ? [signature === null ? '' : markOf(name, signature)] : []),
  ]);
  return [titled(PEOPLE[role]), { k: 'table', caption: PEOPLE[role], isCaptionHidden: true, columns, rows }];
}

function agendaOf({ points, kind }: MinutesFacts): readonly Block[] {
  if (points.length === 0) return nothingUnder(words.agenda, words.withoutPoints, kind);
  return [
    titled(words.agenda),
    { k: 'list', isNumbered: true, items: points.map(({ title }) => ({ text: title })) },
    titled(words.discussion),
    ...points.flatMap(discussionOf),
  ];
}

function discussionOf(point: MinutesPoint, index: number): readonly Block[] {
  const said = [...paragraphsOf(point.discussion), ...progressOf(point), ...reviewOf(point)];
  return [
    { k: 'heading', level: 3, text: numbered(point.title, index) },
    ...(said.length > 0 ? said : [{ k: 'paragraph', text: words.nothingWritten, manner: 'quiet' } as const]),
  ];
}

function progressOf({ progress }: MinutesPoint): readonly Block[] {
  if (progress === null) return [];
  const rows = [
    [words.remark, progress.remark],
    [words.delayCause, progress.delayCause],
    [words.evidence, progress.evidence.join('; ')],
  ] as const;
  const given = rows.filter(([, text]) => text !== '');
  return [
    plain(progressWords(progress)),
    ...(given.length > 0 ? [{ k: 'facts', rows: given } as const] : []),
  ];
}

function reviewOf({ reviewed }: MinutesPoint): readonly Block[] {
  if (reviewed.length === 0) return [];
  const columns = [
    { label: words.commitment, share: 40 },
    { label: words.who, share: 20 },
    { label: words.due, share: 17 },
    { label: words.state, share: 23 },
  ];
  const rows = reviewed.map(({ what, who, due, state, reason }) => [
    what,
    who,
    dueWords(due),
    reason === '' ? COMMITMENT_STATE[state] : `${COMMITMENT_STATE[state]}: ${reason}`,
  ]);
  return [{ k: 'table', caption: words.reviewed, columns, rows }];
}

function commitmentsOf({ commitments, points, kind }: MinutesFacts): readonly Block[] {
  if (commitments.length === 0) return nothingUnder(words.commitments, words.none, kind);
  const columns = [
    { label: words.commitment, share: 40 },
    { label: words.who, share: 20 },
    { label: words.due, share: 17 },
    { label: words.about, share: 23 },
  ];
  const rows = commitments.map(({ what, who, due, about }) => {
    const index = points.findIndex(({ key }) => key === about);
    const point = points[index];
    return [what, who, dueWords(due), point ? numbered(point.title, index) : ''];
  });
  const table = { k: 'table', caption: words.commitments, isCaptionHidden: true, columns, rows } as const;
  return [titled(words.commitments), table];
}

function nextMeetingOf({ nextMeeting }: MinutesFacts): readonly Block[] {
  const said = paragraphsOf(nextMeeting);
  return said.length === 0 ? [] : [titled(words.nextMeeting), ...said];
}

function signaturesOf({ facts, signatures, sha256 }: Minutes): readonly Block[] {
  if (signatures.length === 0) return nothingUnder(words.signatures, words.nobodySigned, facts.kind);
  const people = signatures.map(({ name, position, department, signature, signedSha256 }) => ({
    name,
    lines: [position, department].filter(Boolean),
    mark:
      signedSha256 === sha256
        ? markOf(name, signature)
        : ({ k: 'words', words: words.ofAnotherVersion } as const),
  }));
  return [titled(words.signatures), { k: 'signatures', people }];
}

function annexesOf({ annexes, kind }: MinutesFacts): readonly Block[] {
  if (annexes.length === 0) return nothingUnder(words.annexes, words.none, kind);
  const columns = [
    { label: words.annex, share: 68 },
    { label: words.fingerprint, share: 32 },
  ];
  const rows = annexes.map(({ name, sha256 }) => [name, sha256?.slice(0, SHORT_HASH) ?? words.onlyCited]);
  const table = { k: 'table', caption: words.annexes, isCaptionHidden: true, columns, rows } as const;
  return [titled(words.annexes), table];
}

function closingOf(minutes: Minutes): readonly Block[] {
  const { facts, version, sha256 } = minutes;
  const notes = [
    hasDrawnSignature(minutes) ? words.drawnNotice : '',
    words.versionFingerprint(version, sha256),
  ].filter(Boolean);
  return [
    ...(facts.writtenBy === '' ? [] : [{ k: 'paragraph', text: words.writtenBy(facts.writtenBy) } as const]),
    ...notes.map((text) => ({ k: 'paragraph', text, manner: 'quiet' }) as const),
  ];
}

function hasDrawnSignature({ facts, signatures }: Minutes): boolean {
  return [...facts.people, ...signatures].some(({ signature }) => signature?.k === 'drawn');
}

/** The same acta without the strokes that were taken away after it was frozen. */
function withoutStrokes(minutes: Minutes, suppressed: ReadonlySet<string>): Minutes {
  if (suppressed.size === 0) return minutes;
  const people = minutes.facts.people.map((one) => ({ ...one, signature: hide(one.signature, suppressed) }));
  return { ...minutes, facts: { ...minutes.facts, people } };
}

function hide(signature: Signature | null, suppressed: ReadonlySet<string>): Signature | null {
  return signature?.k === 'drawn' && suppressed.has(signature.sha256)
    ? { ...signature, isSuppressed: true }
    : signature;
}

function markOf(name: string, signature: Signature): SignatureMark {
  if (signature.k === 'paper') return { k: 'room', words: words.onPaper };
  if (signature.isSuppressed) return { k: 'words', words: words.suppressed };
  return {
    k: 'picture',
    sha256: signature.sha256,
    words: words.signatureOf(name),
    missing: words.signatureElsewhere,
  };
}

/** An acta says of each of its parts that there was nothing; a record of awareness has only the parts it needs. */
function nothingUnder(title: string, said: string, kind: SessionKind): readonly Block[] {
  return kind === 'awareness' ? [] : [titled(title), plain(said)];
}

function plain(text: string): Block {
  return { k: 'paragraph', text };
}

function titled(text: string): Block {
  return { k: 'heading', level: 2, text };
}

function numbered(title: string, index: number): string {
  return `${index + 1}. ${title}`;
}

function dueWords(due: IsoDay | null): string {
  return due === null ? words.withoutDue : formatDay(due);
}
