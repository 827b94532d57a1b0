import { measurementId } from '../../src/domain/entities';
import { quartersOf } from '../../src/domain/calendar';
import { encodeSnapshot } from '../../src/formats/snapshot';
import { composeCommit } from '../../src/log/commit';
import type { Commit, CommitDraft } from '../../src/log/commit';
import { deleteOperation } from '../../src/log/deletes';
import { foldAll } from '../../src/log/fold';
import { entityOf } from '../../src/log/state';
import { entity } from './largePlan';

const PLAN = 'pl_contested';
const SECOND = '20230401-20230630';
const SESSION = 'mtg:hacienda';
const [MADE_AT, WRITTEN_AT] = [Date.UTC(2023, 6, 3), Date.UTC(2023, 6, 4)];

/** A chain of commits of one device, each over the whole of its plan as it stands when it is written. */
function aChain(device: string, by: string) {
  const commits: Commit[] = [];
  const write = (ops: CommitDraft['ops'], wall: number, inSession?: string): Commit => {
    const commit = composeCommit({
      device,
      seq: commits.length + 1,
      after: commits.at(-1)?.id ?? PLAN,
      wall: wall + commits.length,
      by,
      ops,
      ...(inSession === undefined ? {} : { in: inSession }),
    });
    commits.push(commit);
    return commit;
  };
  return { commits, write };
}

/**
 * A plan of so many rows as a file to be opened. The facilitator reported 5 of each in a session, the liaison 6 of
 * each elsewhere; and the liaison removed the first indicator while the facilitator renamed it.
 */
export function aContestedSnapshot(rows: number): string {
  const facilitator = aChain('facil001', 'per:ana');
  const liaison = aChain('enlace01', 'per:eva');
  const made = facilitator.write(planOf(rows), MADE_AT);
  const reports = (v: number) =>
    Array.from({ length: rows }, (_, at) =>
      entity(measurementId(`ind:${at}`, SECOND), { report: { k: 'value', v } }),
    );
  facilitator.write(reports(5), WRITTEN_AT, SESSION);
  liaison.write(reports(6), WRITTEN_AT + 60_000);
  const seen = entityOf(foldAll([made]), 'ind:0');
  if (seen) liaison.write([deleteOperation('ind:0', seen)], WRITTEN_AT + 61_000);
  const renamed = { name: { value: 'Indicador con otro nombre', over: [{ id: made.id, at: made.at }] } };
  facilitator.write([{ e: 'ind:0', fields: renamed }], WRITTEN_AT + 62_000, SESSION);
  const commits = [...facilitator.commits, ...liaison.commits];
  return encodeSnapshot({
    plan: PLAN,
    exportedAt: '2023-07-05T12:00:00.000Z',
    exportedBy: { device: 'facil001', person: 'per:ana' },
    commits,
    quarantine: [],
    state: foldAll(commits),
  });
}

function planOf(rows: number): CommitDraft['ops'] {
  return [
    entity('plan', {
      title: 'Plan en disputa',
      entityName: 'Entidad de prueba',
      planYear: 2023,
      calendar: { ...quartersOf(2023) },
    }),
    entity('dev:facil001', { name: 'OAI' }),
    entity('dev:enlace01', { name: 'Hacienda' }),
    entity('per:ana', { name: 'Ana Facilitadora', department: 'OAI' }),
    entity('per:eva', { name: 'Eva Enlace', department: 'Hacienda' }),
    entity('pty:hacienda', { name: 'Hacienda' }),
    entity('ser:1', { name: 'Mesas 2023', kind: 'workshop', start: '2023-02-01', end: '2023-11-30' }),
    entity(SESSION, { series: 'ser:1', number: '2', department: 'pty:hacienda', day: '2023-07-04' }),
    entity('itm:1', { number: '1', differentialCriterion: 'Gobernanza', pos: 'n' }),
    ...Array.from({ length: rows }, (_, at) => {
      const pos = `n${String(at).padStart(4, '0')}`;
      const name = `${at + 1}. Actividad de gobierno digital`;
      return [
        entity(`act:${at}`, { item: 'itm:1', name, start: '2023-01-01', end: '2023-12-31', pos }),
        entity(`ind:${at}`, { activity: `act:${at}`, name: `Indicador ${at + 1}`, target: 20, pos }),
      ];
    }).flat(),
  ];
}
