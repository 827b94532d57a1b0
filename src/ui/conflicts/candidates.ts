import { DELETED, measurementId } from '../../domain/entities';
import { openPlan } from '../../state/openPlan.svelte';
import { CONTESTED, conflictTitle, fieldValueWords, unitOf } from '../../text/conflicts';
import { fieldWords } from '../../text/fieldNames';
import { formatInstant } from '../../text/format';
import { share } from '../../text/share';
import type { IsoDay } from '../../domain/isoDay';
import type { Plan } from '../../domain/model';
import type { Candidate } from '../shared/shapes';
import { CODECS } from '../structure/codecs';

export type Conflict = (typeof openPlan.conflicts)[number];
type Head = Conflict['heads'][number];
export type Value = Head['value'];

/** A value that can be kept, and how it shows. */
export interface Option {
  readonly candidate: Candidate;
  readonly value: Value;
}

/** Fields that hold a day, or one of a few words: a text of one's own would be none of them. */
export const CHOSEN: readonly string[] = [
  'start',
  'end',
  'item',
  'activity',
  'phvaStage',
  'accumulation',
  'targetUnit',
  'rollupMethod',
  'rollupBy',
];

/** Fields that hold a number in the unit of the target. */
const AMOUNTS: readonly string[] = ['target', 'planned', 'baseline'];

/** What a conflict is about. */
export function titleOf(plan: Plan, { entityId, field, heads }: Conflict): string {
  const values = heads.map(({ value }) => value);
  return conflictTitle(plan, entityId, field, (id) => openPlan.text(id, 'name'), values);
}

/** The values to choose from, each with who wrote it, when and on which device. Equal values stand together. */
export function optionsOf(conflict: Conflict, today: IsoDay): readonly Option[] {
  if (conflict.field === DELETED) return deleteOptions(conflict, today);
  const groups = new Map<string, Head[]>();
  for (const head of conflict.heads) {
    const key = JSON.stringify(head.value);
    groups.set(key, [...(groups.get(key) ?? []), head]);
  }
  const unit = openPlan.plan ? unitOf(openPlan.plan, conflict.entityId) : 'count';
  return [...groups.values()].flatMap((heads, place) => {
    const [head] = heads;
    if (!head) return [];
    const value = fieldValueWords(conflict.field, head.value, unit, openPlan.plan);
    const remark = conflict.field === 'report' ? remarkBeside(conflict.entityId, head) : '';
    return [{ value: head.value, candidate: candidateOf(heads, value, place === 0, today, remark) }];
  });
}

/** True where the values that differ are in the unit of an indicator's target, and that is a percent. */
export function isInPercent(plan: Plan, { entityId, field }: Conflict): boolean {
  return AMOUNTS.includes(field) && unitOf(plan, entityId) === 'percent';
}

/** What is typed in the place of values that differ, read as theirs are shown; undefined where they are numbers and it is none. */
export function writtenValue(plan: Plan, conflict: Conflict, typed: string): Value | undefined {
  if (!areNumbers(conflict)) return typed.trim();
  return CODECS[isInPercent(plan, conflict) ? 'percent' : 'number'].read(typed) ?? undefined;
}

export function areNumbers({ heads }: Conflict): boolean {
  return heads.every(({ value }) => typeof value === 'number');
}

/** Deleted by one, edited or restored by another who had not seen it. */
function deleteOptions({ entityId, heads }: Conflict, today: IsoDay): readonly Option[] {
  const contested = openPlan.contestedDelete(entityId);
  const deletes = heads.filter(({ value }) => value !== false);
  const restores = heads.filter(({ value }) => value === false);
  const edits = contested?.edits ?? [];
  const unit = openPlan.plan ? unitOf(openPlan.plan, entityId) : 'count';
  const keepers = [...restores, ...edits.map(({ head }) => head)];
  const edited = edits.map(({ field, head }) =>
    CONTESTED.edit(fieldWords(field), fieldValueWords(field, head.value, unit, openPlan.plan)),
  );
  return [
    { value: false, candidate: candidateOf(keepers, CONTESTED.kept, true, today, edited.join(' · ')) },
    { value: contested?.over ?? false, candidate: candidateOf(deletes, CONTESTED.deleted, false, today) },
  ];
}

/** An indicator that stays in the plan after all stays with what is shown as reported of it. */
export function reportsBack({ entityId, field }: Conflict, value: Value) {
  if (field !== DELETED || value !== false) return [];
  const indicator = openPlan.plan?.indicators.find(({ id }) => id === entityId);
  const periods = [...(indicator?.reports.keys() ?? [])];
  return openPlan.restoration(periods.map((period) => measurementId(entityId, period)));
}

function candidateOf(
  heads: readonly Head[],
  value: string,
  isProvisional: boolean,
  today: IsoDay,
  remark = '',
): Candidate {
  const latest = heads[0];
  const people = [...new Set(heads.map(({ by }) => personName(by)))];
  return {
    id: (latest?.id ?? value).replaceAll('.', '-'),
    from: [...new Set(heads.map(deviceWords))].join(', '),
    value,
    who: people.join(', '),
    when: latest ? formatInstant(latest.at, today) : '',
    isProvisional,
    ...(remark ? { remark } : {}),
  };
}

/** What the same device said beside its number, as far as it still stands. */
function remarkBeside(entityId: string, head: Head): string {
  const device = deviceOf(head.id);
  const disputed = openPlan.conflicts.find(
    (other) => other.entityId === entityId && other.field === 'remark',
  );
  const own = disputed?.heads.find(({ id }) => deviceOf(id) === device);
  if (own) return fieldValueWords('remark', own.value);
  const standing = openPlan.seen(entityId, 'remark')[0];
  return standing && deviceOf(standing.id) === device ? openPlan.text(entityId, 'remark') : '';
}

function personName(by: string): string {
  return (by.startsWith('per:') && openPlan.text(by, 'name')) || CONTESTED.unknownName;
}

function deviceWords({ id }: Head): string {
  const device = deviceOf(id);
  if (device === openPlan.row?.device) return share.thisDevice;
  return share.inDevice(openPlan.text(`dev:${device}`, 'name'));
}

/** `device.seq.hash` */
function deviceOf(commitId: string): string {
  return commitId.split('.')[0] ?? '';
}
