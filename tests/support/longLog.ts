import { measurementId } from '../../src/domain/entities';
import { periodsOf, quartersOf } from '../../src/domain/calendar';
import { encodeSnapshot } from '../../src/formats/snapshot';
import { composeCommit } from '../../src/log/commit';
import type { Commit, CommitDraft } from '../../src/log/commit';
import { foldAll } from '../../src/log/fold';
import { entity } from './largePlan';

const PLAN = 'pl_long';
const DEVICES = 10;
const ROWS = 1000;

/** A plan of 1,000 activities in which ten devices wrote so many changes, each a commit of its own, as a file. */
export function aLongLog(changes: number): string {
  const [period] = periodsOf(quartersOf(2023));
  const chains = new Map<string, Commit>();
  const commits: Commit[] = [];
  const write = (device: string, ops: CommitDraft['ops']): Commit => {
    const last = chains.get(device);
    const seq = last ? Number(last.id.split('.')[1]) + 1 : 1;
    const wall = Date.UTC(2023, 3, 3) + commits.length * 60_000;
    const commit = composeCommit({ device, seq, after: last?.id ?? PLAN, wall, by: `dev:${device}`, ops });
    chains.set(device, commit);
    commits.push(commit);
    return commit;
  };
  write('longlog0', planOf());
  const heads = new Map<string, Commit>();
  for (let at = 0; at < changes; at += 1) {
    const e = measurementId(`ind:${at % ROWS}`, period?.id ?? '0-0');
    const last = heads.get(e);
    const over = last ? [{ id: last.id, at: last.at }] : [];
    const fields = { remark: { value: `Avance ${at} de la actividad`, over } };
    heads.set(e, write(`longlog${at % DEVICES}`, [{ e, fields }]));
  }
  return encodeSnapshot({
    ...{ plan: PLAN, exportedAt: '2024-04-03T12:00:00.000Z', commits, quarantine: [] },
    exportedBy: { device: 'longlog0', person: '' },
    state: foldAll(commits),
  });
}

function planOf(): CommitDraft['ops'] {
  const rows = Array.from({ length: ROWS }, (_, at) => [
    entity(`act:${at}`, {
      name: `${at + 1}. Actividad de la política`,
      start: '2023-01-01',
      end: '2023-12-31',
    }),
    entity(`ind:${at}`, { activity: `act:${at}`, name: `Indicador ${at + 1}`, target: 10 }),
  ]);
  const plan = { title: 'Plan de larga historia', planYear: 2023, calendar: { ...quartersOf(2023) } };
  return [entity('plan', plan), ...rows.flat()];
}
