import { expect, test } from 'vitest';
import { activitiesPath, activityPath, auditPath, auditTrailPath, cameFrom } from '../../src/ui/paths';
import { findingsPath, isProjection, sampleRuleIn } from '../../src/ui/paths';
import { meetingsPath, projectorPath, sessionPath } from '../../src/ui/paths';

test('only the address of the projected window is a projection', () => {
  expect(isProjection(projectorPath('k3f9', 'mtg:a1'))).toBe(true);
  const others = ['', '#/', sessionPath('k3f9', 'mtg:a1'), meetingsPath('k3f9'), '#/proyectar'];
  expect(others.filter(isProjection)).toEqual([]);
});

const query = (path: string) => path.split('?')[1] ?? '';

test('an activity goes back to where one came from', () => {
  expect(activityPath('c1', 'ind:1')).toBe('#/plan/c1/actividades/ind%3A1');
  const fromFinding = activityPath('c1', 'ind:1', { from: 'findings' });
  expect(fromFinding).toBe('#/plan/c1/actividades/ind%3A1?desde=hallazgos');
  expect(cameFrom('c1', query(fromFinding))).toEqual({ from: 'findings', path: findingsPath('c1') });
});

test('the list is where one came from otherwise, whatever the address says', () => {
  const list = { from: null, path: activitiesPath('c1') };
  const period = activityPath('c1', 'ind:1', { period: '20230401-20230630' });
  expect(period).toBe('#/plan/c1/actividades/ind%3A1?periodo=20230401-20230630');
  for (const said of [query(period), '', 'desde=otra', undefined]) expect(cameFrom('c1', said)).toEqual(list);
});

test('so does who looked at a report of a sample', () => {
  const fromAudit = activityPath('c1', 'ind:1', { from: 'audit' });
  expect(cameFrom('c1', query(fromAudit))).toEqual({ from: 'audit', path: auditPath('c1') });
});

test('an address says which sample it is of', () => {
  const rule = { seed: 'k3 x&9', size: 3 };
  for (const path of [auditPath('c1', rule), auditTrailPath('c1', rule)])
    expect(sampleRuleIn(query(path))).toEqual(rule);
  expect(sampleRuleIn(query(auditPath('c1')))).toBeNull();
});

test('both go in one address', () => {
  const path = activityPath('c1', 'ind:1', { period: '20230401-20230630', from: 'findings' });
  expect(new URLSearchParams(query(path)).get('periodo')).toBe('20230401-20230630');
  expect(cameFrom('c1', query(path)).from).toBe('findings');
});
