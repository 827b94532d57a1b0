import { REPAIRS } from '../../text/repairs';
import type { RepairFacts } from '../../text/repairs';
import type { Reading } from './reading';

type Repair = Reading['repairs'][number];

/** One question about a repair, or about all of a kind where there are many. */
export interface RepairQuestion {
  readonly ids: readonly string[];
  readonly ask: string;
  readonly options: readonly {
    readonly value: RepairAnswer;
    readonly label: string;
    readonly explanation: string;
  }[];
}

export type RepairAnswer = 'leave' | 'accept';

/** Of each kind; more are asked about together. */
const ASKED_ONE_BY_ONE = 3;

// Here the reader's kinds meet their words: one without words does not compile.
const WORDS: Readonly<Record<Repair['code'], (typeof REPAIRS)[keyof typeof REPAIRS]>> = REPAIRS;

/** What is asked about the repairs of a matrix, in the order of the file. */
export function repairQuestions({ repairs }: Pick<Reading, 'repairs'>): readonly RepairQuestion[] {
  const byCode = new Map<Repair['code'], Repair[]>();
  for (const repair of repairs) byCode.set(repair.code, [...(byCode.get(repair.code) ?? []), repair]);
  return [...byCode.values()].flatMap((all) =>
    all.length > ASKED_ONE_BY_ONE ? [questionOf(all)] : all.map((repair) => questionOf([repair])),
  );
}

/** What stands for a question: left alone unless every repair it asks about was accepted. */
export function answerTo({ ids }: RepairQuestion, accepted: readonly string[]): RepairAnswer {
  return ids.every((id) => accepted.includes(id)) ? 'accept' : 'leave';
}

/** The accepted repairs after an answer. */
export function answered(
  accepted: readonly string[],
  { ids }: RepairQuestion,
  answer: RepairAnswer,
): readonly string[] {
  const others = accepted.filter((id) => !ids.includes(id));
  return answer === 'accept' ? [...others, ...ids] : others;
}

function questionOf(asked: readonly Repair[]): RepairQuestion {
  const [first] = asked as readonly [Repair, ...Repair[]];
  const words = WORDS[first.code];
  const facts: RepairFacts = first;
  const isOne = asked.length === 1;
  return {
    ids: asked.map(({ id }) => id),
    ask: isOne ? words.ask(facts) : words.askAll(asked.length),
    options: [
      { value: 'leave', label: words.leave, explanation: words.leaveExplained(facts) },
      {
        value: 'accept',
        label: words.accept,
        explanation: isOne ? words.acceptExplained(facts) : words.acceptAllExplained,
      },
    ],
  };
}
