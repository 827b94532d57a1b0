import type { UpdateChoices } from './reading';
import type { RowUpdate } from './updateLines';

/** What a person says of a row that looks like one of the plan. */
export type LikenessAnswer = 'same' | 'new' | 'later';
/** And of one that was removed from it. */
type ReturnAnswer = 'back' | 'out';

/** Which indicator a row is of, or is likely to be. */
type AskedRow = Pick<RowUpdate, 'sourceRow' | 'indicatorId'>;

/** What was said of a row. */
export function likenessSaid({ matches }: UpdateChoices, { sourceRow }: AskedRow): LikenessAnswer {
  const said = matches[sourceRow];
  if (said === undefined) return 'later';
  return said === 'new' ? 'new' : 'same';
}

/** The choices after some rows were answered alike. */
export function withLikeness(
  choices: UpdateChoices,
  rows: readonly AskedRow[],
  answer: LikenessAnswer,
): UpdateChoices {
  const answered = new Set(rows.map(({ sourceRow }) => String(sourceRow)));
  const others = Object.entries(choices.matches).filter(([row]) => !answered.has(row));
  const said = rows.flatMap(({ sourceRow, indicatorId }) => {
    const match = { same: indicatorId, new: 'new', later: null }[answer];
    return match === null ? [] : [[String(sourceRow), match] as const];
  });
  return { ...choices, matches: Object.fromEntries([...others, ...said]) };
}

/** What was said of a row that was removed from the plan. */
export function returnSaid({ restore }: UpdateChoices, { sourceRow }: AskedRow): ReturnAnswer {
  return restore.includes(sourceRow) ? 'back' : 'out';
}

/** The choices after some rows were answered alike. */
export function withReturn(
  choices: UpdateChoices,
  rows: readonly AskedRow[],
  answer: ReturnAnswer,
): UpdateChoices {
  const said = new Set(rows.map(({ sourceRow }) => sourceRow));
  const others = choices.restore.filter((row) => !said.has(row));
  return { ...choices, restore: answer === 'back' ? [...others, ...said] : others };
}

/** What was said of all of them; null where it is not the same. */
export function saidOfAll<Answer>(answers: readonly Answer[]): Answer | null {
  const [first = null] = answers;
  return answers.every((answer) => answer === first) ? first : null;
}
