import type { Commit, CommitId } from '../log/commit';
import { commitsBeyond, holdingOf } from '../log/delta';
import type { Holding } from '../log/delta';
import { entityOf } from '../log/state';
import type { LogState } from '../log/state';
import type { CopyRow, ExchangeRow } from '../storage/database';
import { lastHolding } from '../storage/exchanges';
import { nowIso, randomId } from './clock';

/** What a hand-over carries and where it opens. */
export interface HandOver {
  /** The device that has not seen what is to travel; null where all of it is to. */
  readonly unseenBy: string | null;
  /** The responsible party at whose rows it opens, by id; null where it opens at the board. */
  readonly opensAt: string | null;
}

export const WHOLE: HandOver = { unseenBy: null, opensAt: null };

/** How a file came. */
export type ReceivedHow = Extract<ExchangeRow['how'], 'picked' | 'folder'>;

/** What of a log travels, and what its owner holds of it. */
export interface Outgoing {
  readonly commits: readonly Commit[];
  readonly holding: Holding;
}

/** What of a copy's log travels: all of it where nothing ever came from the device that is named. */
export async function outgoingFor(
  copy: string,
  log: readonly Commit[],
  { unseenBy }: HandOver,
): Promise<Outgoing> {
  const held = new Map<CommitId, Commit>(log.map((commit) => [commit.id, commit]));
  const holding = holdingOf(held);
  const seen = unseenBy === null ? null : await lastHolding(copy, unseenBy);
  return { commits: seen ? commitsBeyond(held, seen) : log, holding };
}

/** Of a state the entities that some commits say something of, for people who read the file. */
export function stateSaidBy(commits: readonly Commit[], state: LogState): LogState {
  const said = new Set(commits.flatMap(({ ops }) => ops.map(({ e }) => e)));
  return state.map((bucket) => new Map([...bucket].filter(([id]) => said.has(id))));
}

/** The name that an entity bears: a person, a device, a responsible party; empty where it bears none. */
export function nameIn(state: LogState, entity: string): string {
  const name = entityOf(state, entity)?.get('name')?.heads[0]?.value;
  return typeof name === 'string' ? name : '';
}

type Told = Pick<ExchangeRow, 'way' | 'how' | 'device' | 'person' | 'file' | 'commits' | 'added' | 'isDelta'>;

/** The receipt of a file, as of this moment. */
export function receiptOf({ copy }: Pick<CopyRow, 'copy'>, told: Told, holding: Holding): ExchangeRow {
  const at = nowIso();
  const heads = [...holding.heads];
  return { copy, key: `${at} ${randomId(6)}`, at, ...told, heads, without: holding.without };
}
