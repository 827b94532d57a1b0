import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { encodeSnapshot } from '../formats/snapshot';
import { parseCommitId } from '../log/commit';
import { holdingOf } from '../log/delta';
import { foldAll } from '../log/fold';
import { readCommits } from '../storage/commitStore';
import { readCopy, updateCopy } from '../storage/copies';
import { storageProblem } from '../storage/failures';
import { readIdentity } from '../storage/settings';
import { personId } from './author';
import { nowIso } from './clock';
import { deliver } from './deliver';
import type { Delivery, OutgoingFile } from './deliver';
import { senderOf } from './exportSnapshot';
import { fileNameOf } from './fileName';

/** The findings of an audit as a file that travels on its own. */
export interface PreparedFindings {
  readonly file: OutgoingFile;
  readonly ownSeq: number;
}

/**
 * Makes the file of an audited copy's findings: only what the auditor wrote there, one whole chain. Whoever holds the
 * plan opens it like any other copy, and gets the findings and nothing else.
 */
export async function prepareFindings(copy: string): Promise<Result<PreparedFindings>> {
  try {
    const row = await readCopy(copy);
    if (!row) return failure({ code: 'planNotFound' });
    const all = await readCommits(copy);
    const commits = all.filter(({ id }) => parseCommitId(id)?.device === row.device);
    const identity = await readIdentity();
    const exportedBy = { device: row.device, person: personId(identity) ?? '' };
    const holding = holdingOf(new Map(all.map((commit) => [commit.id, commit])));
    const text = encodeSnapshot({
      ...{ plan: row.plan, exportedAt: nowIso(), exportedBy, commits, quarantine: [] },
      state: foldAll(commits),
      holding,
    });
    const bytes = new TextEncoder().encode(text);
    const name = fileNameOf(row, 'json', { what: 'hallazgos', sender: senderOf(row, identity) });
    const file = { name, mime: 'application/json', bytes };
    return success({ file, ownSeq: row.ownSeq });
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** Hands the findings over, and counts them as having left this device. */
export async function deliverFindings(
  copy: string,
  { file, ownSeq }: PreparedFindings,
): Promise<Result<Delivery>> {
  try {
    const delivery = await deliver(file);
    if (delivery !== 'cancelled') await updateCopy(copy, { sharedSeq: ownSeq, lastCopyAt: nowIso() });
    return success(delivery);
  } catch (error) {
    return failure(storageProblem(error));
  }
}
