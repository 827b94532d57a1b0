import type { IsoDay } from '../domain/isoDay';
import type { Commit } from '../log/commit';
import { fold } from '../log/fold';
import { compareStamps, parseStamp } from '../log/stamp';
import type { Stamp } from '../log/stamp';
import { EMPTY_STATE } from '../log/state';
import type { LogState } from '../log/state';
import { readCommitParts } from '../storage/commitStore';
import { idsLeftOut } from '../storage/quarantine';

/** Later than any other stamp of its millisecond. */
const LAST = '+999999999999999';

/** The end of a minute on Bogotá's clock, whatever the hour of this device. Null for what is no day or hour. */
export function endOfMinute(day: IsoDay, time: string): Stamp | null {
  const ms = Date.parse(`${day}T${time}:59.999-05:00`);
  if (Number.isNaN(ms)) return null;
  const stamp = `${new Date(ms).toISOString()}${LAST}`;
  return parseStamp(stamp) && stamp;
}

/** The commits that were written until a moment, by the clocks of the devices that wrote them. */
export function commitsUntil(commits: readonly Commit[], moment: Stamp): readonly Commit[] {
  return commits.filter(({ at }) => compareStamps(at, moment) <= 0);
}

/**
 * How a copy stood at a moment: the fold, from nothing, of what was written until then by the clocks of the devices
 * that wrote it, on whichever device and whenever it came here. Null where nothing was written yet.
 */
export async function stateAsOf(copy: string, moment: Stamp): Promise<LogState | null> {
  const left = await idsLeftOut(copy);
  let state: LogState = EMPTY_STATE;
  for await (const part of readCommitParts(copy)) {
    state = fold(
      state,
      commitsUntil(part, moment).filter(({ id }) => !left.has(id)),
    );
  }
  return state === EMPTY_STATE ? null : state;
}
