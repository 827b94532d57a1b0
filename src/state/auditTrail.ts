import { auditSample } from '../domain/auditTrail';
import type { AuditChange, AuditTrail, SampleRule } from '../domain/auditTrail';
import { DELETED, fieldClassOf, kindOf, parseMeasurementId } from '../domain/entities';
import { textOf } from '../domain/fields';
import type { IsoDay } from '../domain/isoDay';
import type { Plan } from '../domain/model';
import type { TargetUnit } from '../domain/report';
import { displayValue } from '../log/conflicts';
import { isRecord } from '../log/json';
import type { Json } from '../log/json';
import { compareStamps } from '../log/stamp';
import { findCommits } from '../storage/commitStore';
import { readEntity } from '../storage/stateStore';
import { readHistory } from './history';
import type { Change } from './history';

const SERVES = 'serves/';
const UNIT = 'targetUnit';

/** What the result of a row is measured by; what else the plan says of it leaves the result as it is. */
const OF_ROW: readonly string[] = ['target', UNIT, 'baseline', 'accumulation', DELETED];

/** What the log says of the reports that a rule draws at a cut: those that ever were, and every change of the drawn. */
export async function readAuditTrail(
  copy: string,
  plan: Plan,
  cut: IsoDay,
  rule: SampleRule,
): Promise<AuditTrail> {
  const everSaid = await readEverSaid(copy);
  const sample = auditSample(plan, cut, { ...rule, everSaid });
  return {
    everSaid,
    changes: await readAuditChanges(
      copy,
      sample.map(({ id }) => id),
    ),
  };
}

/** The measurements that some commit wrote anything in or gave evidence to, also those that say nothing any more. */
export async function readEverSaid(copy: string): Promise<readonly string[]> {
  const commits = await findCommits(copy, ['"meas:', `"${SERVES}meas:`]);
  const said = commits
    .flatMap(({ ops }) => ops)
    .flatMap(({ e, set }) =>
      Object.entries(set).flatMap(([field, value]) => {
        if (field.startsWith(SERVES)) return value === true ? [field.slice(SERVES.length)] : [];
        return saysSomethingIn(field, value) ? [e] : [];
      }),
    );
  return [...new Set(said)].filter((id) => parseMeasurementId(id) !== null);
}

/** True of a report of any kind, and of words. */
function saysSomethingIn(field: string, value: Json): boolean {
  if (field === 'report') return isRecord(value) && value['k'] !== 'notReported';
  return (field === 'remark' || field === 'delayCause') && textOf(value) !== '';
}

/**
 * Every change of some reports (`meas:…`), of the evidence that ever served each and of what its row is measured by,
 * the first change first, with the names that the copy knows of who wrote it and on which device. Straight from the
 * log: also what was changed or taken away since.
 */
export async function readAuditChanges(
  copy: string,
  measurements: readonly string[],
): Promise<readonly AuditChange[]> {
  const evidence = await evidenceOf(copy, measurements);
  const parts = measurements.map((id) => {
    const row = parseMeasurementId(id)?.indicatorId ?? id;
    return { id, row, entities: new Set([id, row, ...(evidence.get(id) ?? [])]) };
  });
  const entities = [...new Set(parts.flatMap((part) => [...part.entities]))];
  const changes = (await readHistory(copy, entities)).toSorted((a, b) => compareStamps(a.at, b.at));
  const names = await namesIn(copy, changes);
  return parts.flatMap(({ id, row, entities: its }) => {
    const ofThese = changes.filter(({ entity }) => its.has(entity));
    const unitsOf = unitsIn(ofThese.filter(({ entity, field }) => entity === row && field === UNIT));
    return ofThese
      .filter((change) => isOf(id, change))
      .map((change) => ({ ...auditChange(id, change, names), ...unitsOf(change) }));
  });
}

/** The evidence that a commit ever said that serves each report, or no longer does. */
async function evidenceOf(
  copy: string,
  measurements: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map(measurements.map((id) => [id, new Set<string>()]));
  const commits = await findCommits(
    copy,
    measurements.map((id) => JSON.stringify(`${SERVES}${id}`)),
  );
  for (const { e, set } of commits.flatMap(({ ops }) => ops))
    for (const field of Object.keys(set))
      if (field.startsWith(SERVES)) found.get(field.slice(SERVES.length))?.add(e);
  return found;
}

/** A piece of evidence may serve others too: that is told with them. A row began as the plan says, and was changed. */
function isOf(measurement: string, { entity, field, isBirth }: Change): boolean {
  if (kindOf(entity) === 'ind') return OF_ROW.includes(field) && !isBirth;
  return !field.startsWith(SERVES) || field === `${SERVES}${measurement}`;
}

/** The unit of the target at a change and right before it: numbers of another time may be of another unit. */
function unitsIn(units: readonly Change[]) {
  const unitAt = (isThen: (order: number) => boolean, { at }: Change): TargetUnit => {
    const last = units.findLast((one) => isThen(compareStamps(one.at, at)));
    return last?.value === 'percent' ? 'percent' : 'count';
  };
  return (change: Change): Pick<AuditChange, 'unit' | 'unitBefore'> => ({
    unit: unitAt((order) => order <= 0, change),
    unitBefore: unitAt((order) => order < 0, change),
  });
}

function auditChange(
  measurement: string,
  change: Change,
  names: Names,
): Omit<AuditChange, 'unit' | 'unitBefore'> {
  const { id, entity, field, wroteOver, value, at, by, device, why } = change;
  return {
    ...{ measurement, entity, field, before: wroteOver, value, at, why },
    evidence: kindOf(entity) === 'evi' ? nameOf(names, entity) : null,
    who: by.startsWith('per:') ? nameOf(names, by).name : '',
    device: deviceWords(nameOf(names, `dev:${device}`).name, device),
    hash: id.slice(id.lastIndexOf('.') + 1),
  };
}

interface Name {
  readonly number: string;
  readonly name: string;
}
type Names = ReadonlyMap<string, Name>;

const NO_NAME: Name = { number: '', name: '' };

function nameOf(names: Names, entity: string): Name {
  return names.get(entity) ?? NO_NAME;
}

/** The names of who wrote, of their devices, and of the evidence. */
async function namesIn(copy: string, changes: readonly Change[]): Promise<Names> {
  const ids = changes.flatMap(({ entity, by, device }) => [
    by,
    `dev:${device}`,
    ...(kindOf(entity) === 'evi' ? [entity] : []),
  ]);
  const named = [...new Set(ids)].map(async (id) => [id, await nameIn(copy, id)] as const);
  return new Map(await Promise.all(named));
}

async function nameIn(copy: string, entity: string): Promise<Name> {
  const fields = await readEntity(copy, entity);
  const text = (field: string) => {
    const said = fields?.get(field);
    return said ? textOf(displayValue(said, fieldClassOf(entity, field))) : '';
  };
  return { number: text('number'), name: text('name') };
}

/** A device goes by its id, which does not change when somebody names it. */
function deviceWords(name: string, id: string): string {
  return name === '' ? id : `${name} (${id})`;
}
