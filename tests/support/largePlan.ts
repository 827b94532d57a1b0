import { measurementId } from '../../src/domain/entities';
import { periodsOf, quartersOf } from '../../src/domain/calendar';
import { encodeSnapshot } from '../../src/formats/snapshot';
import { composeCommit } from '../../src/log/commit';
import type { Commit, CommitDraft } from '../../src/log/commit';
import { foldAll } from '../../src/log/fold';
import type { Json } from '../../src/log/json';

const PLAN = 'pl_large';
const DEVICE = 'bench001';
const PER_COMMIT = 60;
const PARTIES = 25;

/** A plan of so many activities, each with an indicator and two reported quarters, as a file to be opened. */
export function aLargeSnapshot(activities: number): string {
  return aSnapshotOf(PLAN, [...planEntities(), ...rows(activities)]);
}

/** A plan as a file to be opened: what one device wrote of it, one entity after the other. */
export function aSnapshotOf(plan: string, entities: CommitDraft['ops']): string {
  return fileOf(plan, commitsOf(plan, entities));
}

function commitsOf(plan: string, entities: CommitDraft['ops']): readonly Commit[] {
  const commits: Commit[] = [];
  for (let from = 0; from < entities.length; from += PER_COMMIT) {
    const draft: CommitDraft = {
      device: DEVICE,
      seq: commits.length + 1,
      after: commits.at(-1)?.id ?? plan,
      wall: Date.UTC(2023, 3, 3) + commits.length,
      by: `dev:${DEVICE}`,
      ops: entities.slice(from, from + PER_COMMIT),
    };
    commits.push(composeCommit(draft));
  }
  return commits;
}

function fileOf(plan: string, commits: readonly Commit[]): string {
  return encodeSnapshot({
    plan,
    exportedAt: '2023-12-03T12:00:00.000Z',
    exportedBy: { device: DEVICE, person: '' },
    commits,
    quarantine: [],
    state: foldAll(commits),
  });
}

/**
 * A plan of so many activities in which one device made so many changes, as a file; and the file of another, that
 * began with the same plan and made as many of its own.
 */
export function aPlanWithChanges(
  activities: number,
  changes: number,
): { readonly held: string; readonly other: string } {
  const base = commitsOf(PLAN, [...planEntities(), ...rows(activities)]);
  const fileFrom = (device: string) => fileOf(PLAN, [...base, ...changesBy(device, activities, changes)]);
  return { held: fileFrom('tableta1'), other: fileFrom('tableta2') };
}

/** Remarks on reports, one a commit, as people write them through the year. */
function changesBy(device: string, activities: number, changes: number): readonly Commit[] {
  const [first] = periodsOf(quartersOf(2023));
  const commits: Commit[] = [];
  for (let at = 0; at < changes; at += 1) {
    const remark = { value: `Nota ${at} de ${device}`, over: [] };
    const e = measurementId(`ind:${at % activities}`, first?.id ?? '0-0');
    const field = `nota${device}${Math.floor(at / activities)}`;
    commits.push(
      composeCommit({
        device,
        seq: at + 1,
        after: commits.at(-1)?.id ?? PLAN,
        wall: Date.UTC(2023, 4, 3) + at * 60_000,
        by: `dev:${device}`,
        ops: [{ e, fields: { [field]: remark } }],
      }),
    );
  }
  return commits;
}

function planEntities() {
  const plan = entity('plan', {
    title: 'Plan grande',
    entityName: 'Entidad de prueba',
    planYear: 2023,
    calendar: { ...quartersOf(2023) },
  });
  const parties = Array.from({ length: PARTIES }, (_, at) =>
    entity(`pty:${at}`, { name: `Dependencia ${at}` }),
  );
  return [plan, ...parties];
}

function rows(activities: number) {
  const [first, second] = periodsOf(quartersOf(2023));
  return Array.from({ length: activities }, (_, at) => {
    const pos = `n${String(at).padStart(6, '0')}`;
    const item = `itm:${Math.floor(at / 10)}`;
    const reports = [first, second].map((period, quarter) =>
      entity(measurementId(`ind:${at}`, period?.id ?? '0-0'), {
        report: { k: 'value', v: (at + quarter) % 9 },
        remark: `Avance del trimestre ${quarter + 1} de la actividad ${at}`,
      }),
    );
    return [
      ...(at % 10 === 0
        ? [entity(item, { number: String(at / 10 + 1), differentialCriterion: `Criterio ${at}`, pos })]
        : []),
      entity(`act:${at}`, {
        item,
        number: String(at + 1),
        name: `${at + 1}. Actividad de la política de gobierno digital`,
        phvaStage: (['plan', 'do', 'check', 'act'] as const)[at % 4] ?? 'do',
        start: '2023-01-01',
        end: '2023-12-31',
        pos,
        [`resp/pty:${at % PARTIES}`]: true,
      }),
      entity(`ind:${at}`, {
        activity: `act:${at}`,
        name: `Indicador ${at + 1}`,
        deliverable: `Producto ${at + 1}`,
        target: 1000,
        targetUnit: 'count',
        accumulation: 'sum',
        pos,
      }),
      ...reports,
    ];
  }).flat();
}

/** The values of an entity, over nothing. */
export function entity(e: string, values: Readonly<Record<string, Json>>) {
  return {
    e,
    fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, over: [] }])),
  };
}
