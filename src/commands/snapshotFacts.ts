import { isAuditFinding } from '../domain/auditFindings';
import { deviceNames } from '../domain/devices';
import { touchedBy } from '../domain/touched';
import type { Touched } from '../domain/touched';
import type { Snapshot } from '../formats/snapshot';
import type { CommitId } from '../log/commit';
import { parseCommitId } from '../log/commit';
import { holdingOf } from '../log/delta';
import type { Holding } from '../log/delta';
import { isRecord } from '../log/json';
import type { Absorption } from '../storage/absorb';
import type { CopyRow, ExchangeRow } from '../storage/database';
import { planOf } from '../storage/planView';
import { nameIn, receiptOf } from './handOver';
import type { ReceivedHow } from './handOver';

/** The receipt of a file that came. */
export function receivedReceipt(
  row: CopyRow,
  snapshot: Snapshot,
  absorption: Absorption,
  { fileName, how }: { readonly fileName: string; readonly how: ReceivedHow },
): ExchangeRow {
  const { device } = snapshot.exportedBy;
  const told = { way: 'received', how, device, file: fileName, isDelta: snapshot.isDelta } as const;
  const counts = { commits: snapshot.log.length, added: absorption.added.length };
  const person = authorName(snapshot, absorption);
  return receiptOf(row, { ...told, ...counts, person }, holdingIn(snapshot, absorption));
}

/**
 * What a file shows that its author holds: of a whole one what is in it and verifies, whatever it claims; of one that
 * holds only what somebody had not seen, what it says, unless something in it was altered on the way.
 */
function holdingIn(
  { isDelta, heads, without, log }: Snapshot,
  { commits: verified, quarantined }: Absorption,
): Holding {
  if (isDelta && quarantined.length === 0) return { heads, without };
  const ids = log.map((raw) => (isRecord(raw) && typeof raw['id'] === 'string' ? raw['id'] : ''));
  const own = ids.map((id) => verified.get(id)).filter((commit) => commit !== undefined);
  return holdingOf(new Map(own.map((commit) => [commit.id, commit])));
}

/** Who is involved, and where it opens. */
export function whoAndWhere({ plan, exportedBy, isDelta, opensAt }: Snapshot, absorption: Absorption) {
  const { state, added, gaps, clockWarnings } = absorption;
  const named = [...gaps, ...clockWarnings].map(({ device }) => device);
  const devices = new Set([exportedBy.device, ...named, ...added.map(({ id }) => deviceOf(id))]);
  const party = opensAt && nameIn(state, opensAt.responsible);
  return {
    ...{ plan, device: exportedBy.device, isDelta, unknownDevices: [], touched: [] },
    devices: deviceNames(devices, (entity) => nameIn(state, entity)),
    opensAt: opensAt && party ? { party: opensAt.responsible, name: party } : null,
  };
}

/** How many audit findings came that were not known; an answer to one is none. */
export function auditFindingsIn({ added }: Pick<Absorption, 'added'>): number {
  const written = added.flatMap(({ ops }) =>
    ops.filter(({ e, set }) => isAuditFinding(e) && set['text'] !== undefined).map(({ e }) => e),
  );
  return new Set(written).size;
}

/** The name of who made a file; an auditor joins nothing of the plan, and signs each finding instead. */
export function authorName({ exportedBy }: Snapshot, { added, state }: Absorption): string {
  const { person } = exportedBy;
  const signed = added
    .filter(({ by }) => person !== '' && by === person)
    .flatMap(({ ops }) => ops.filter(({ e }) => isAuditFinding(e)).map(({ set }) => set['name']));
  const name = nameIn(state, person) || signed.findLast((one) => typeof one === 'string');
  return typeof name === 'string' ? name : '';
}

/** What a merge would change of a plan that is held, and the devices that come into it. */
export function changesIn(absorption: Absorption): {
  readonly unknownDevices: readonly string[];
  readonly touched: readonly Touched[];
} {
  const { added, state, newConflicts } = absorption;
  const changes = added.flatMap(({ ops }) =>
    ops.flatMap(({ e: entity, set }) => Object.keys(set).map((field) => ({ entity, field }))),
  );
  const touched = touchedBy(planOf('', state), changes, newConflicts);
  return { unknownDevices: devicesBegunIn(absorption), touched };
}

/** The devices all of whose held commits are among the new ones. */
function devicesBegunIn({ added, commits }: Absorption): readonly string[] {
  const isNew = new Set(added.map(({ id }) => id));
  const devices = new Set(added.map(({ id }) => deviceOf(id)));
  for (const id of commits.keys()) if (!isNew.has(id)) devices.delete(deviceOf(id));
  return [...devices];
}

function deviceOf(id: CommitId): string {
  return parseCommitId(id)?.device ?? '';
}
