import type { PeriodId } from '../calendar';
import { dayOf, keysOf, numberOf, textOf, wordIn } from '../fields';
import { reportFrom } from '../readReport';
import type { CommitmentState } from './words';
import type { MinutesAnnex, MinutesCommitment, MinutesFacts } from './minutes';
import type { MinutesPerson, MinutesPoint, MinutesProgress } from './minutes';
import { clockTimeOf, readSignature, ROLES, SESSION_KINDS } from './words';

const STATES: readonly CommitmentState[] = ['open', 'overdue', 'fulfilled', 'justified'];

/** What an acta froze. Another program may have written anything in it: whatever is missing gets a default. */
export function readMinutesFacts(value: unknown): MinutesFacts {
  const keys = keysOf(value);
  const text = (field: string) => textOf(keys[field]);
  const form = keysOf(keys['form']);
  return {
    entityName: text('entityName'),
    nit: text('nit'),
    planTitle: text('planTitle'),
    form: { code: textOf(form['code']), version: textOf(form['version']) },
    logo: text('logo') || null,
    kind: wordIn(SESSION_KINDS, keys['kind']) ?? 'workshop',
    seriesName: text('seriesName'),
    number: text('number'),
    department: text('department'),
    day: dayOf(keys['day']),
    start: clockTimeOf(keys['start']),
    end: clockTimeOf(keys['end']),
    place: text('place'),
    objective: text('objective'),
    people: listOf(keys['people'], personFrom),
    points: listOf(keys['points'], pointFrom),
    commitments: listOf(keys['commitments'], commitmentFrom),
    nextMeeting: text('nextMeeting'),
    annexes: listOf(keys['annexes'], annexFrom),
    writtenBy: text('writtenBy'),
  };
}

function personFrom(value: unknown): MinutesPerson {
  const keys = keysOf(value);
  return {
    id: textOf(keys['id']),
    role: wordIn(ROLES, keys['role']) ?? 'attendee',
    name: textOf(keys['name']),
    position: textOf(keys['position']),
    department: textOf(keys['department']),
    signature: readSignature(keys['signature']),
  };
}

function pointFrom(value: unknown): MinutesPoint {
  const keys = keysOf(value);
  return {
    key: textOf(keys['key']),
    title: textOf(keys['title']),
    discussion: textOf(keys['discussion']),
    progress: progressFrom(keys['progress']),
    reviewed: listOf(keys['reviewed'], (one) => ({
      ...commitmentFrom(one),
      state: wordIn(STATES, keysOf(one)['state']) ?? 'open',
      reason: textOf(keysOf(one)['reason']),
    })),
  };
}

function progressFrom(value: unknown): MinutesProgress | null {
  const keys = keysOf(value);
  const period = keysOf(keys['period']);
  const [start, end] = [dayOf(period['start']), dayOf(period['end'])];
  if (!start || !end) return null;
  return {
    period: { id: textOf(period['id']) as PeriodId, start, end, ordinal: numberOf(period['ordinal']) ?? 1 },
    report: reportFrom(keys['report']),
    isSaidHere: keys['isSaidHere'] === true,
    unit: keys['unit'] === 'percent' ? 'percent' : 'count',
    unitName: textOf(keys['unitName']),
    target: numberOf(keys['target']),
    before: numberOf(keys['before']),
    after: numberOf(keys['after']),
    remark: textOf(keys['remark']),
    delayCause: textOf(keys['delayCause']),
    evidence: listOf(keys['evidence'], textOf).filter(Boolean),
  };
}

function commitmentFrom(value: unknown): MinutesCommitment {
  const keys = keysOf(value);
  return {
    what: textOf(keys['what']),
    who: textOf(keys['who']),
    due: dayOf(keys['due']),
    about: textOf(keys['about']),
  };
}

function annexFrom(value: unknown): MinutesAnnex {
  const keys = keysOf(value);
  return { name: textOf(keys['name']), sha256: textOf(keys['sha256']) || null };
}

function listOf<T>(value: unknown, read: (one: unknown) => T): readonly T[] {
  return Array.isArray(value) ? value.map(read) : [];
}
