import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate';
import { groupingFrom, groupingText } from '../../src/domain/grouping';
import { groupsBy, untargetedElements } from '../../src/domain/groups';
import type { Plan } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { aggregate, meanAttainment } from '../../src/domain/rollup';
import { elementAt, elementsUnder, TAXONOMIES } from '../../src/domain/taxonomies';
import { counterpartsOf } from '../../src/domain/taxonomies/crosswalk';
import { anIndicator, aPlan } from '../support/builders';
import { EXPECTED } from '../support/expectedFigures';

const ENABLERS = { taxonomy: 'decree-1008', under: 'enablers' } as const;

/** An indicator for each: where it stands, and the elements that its activity carries. */
function planOf(given: readonly (readonly [percent: number, ...tags: string[]])[]): Plan {
  const indicators = given.map(([percent, ...paths], row) => {
    const tags = new Map<string, string[]>();
    for (const path of paths) {
      const [taxonomy = '', ...element] = path.split(':');
      tags.set(taxonomy, [...(tags.get(taxonomy) ?? []), element.join(':')]);
    }
    return anIndicator({
      id: `ind:${row}`,
      activity: { id: `act:${row}`, tags },
      target: 100,
      said: [percent],
    });
  });
  return aPlan({ indicators });
}

function pathsOf(taxonomyId: string, under = ''): readonly string[] {
  return elementsUnder(taxonomyId, under).flatMap(({ path }) => [path, ...pathsOf(taxonomyId, path)]);
}

describe('the taxonomies', () => {
  it('name each element once, by a plain path', () => {
    for (const { id } of TAXONOMIES) {
      const paths = pathsOf(id);
      expect(new Set(paths).size).toBe(paths.length);
      for (const path of paths) expect(path).toMatch(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/);
    }
  });

  it('hold both decrees, with the 25 products of the second (A4)', () => {
    const products = pathsOf('decree-767').flatMap((path) => elementAt('decree-767', path)?.products ?? []);
    expect(products).toHaveLength(25);
    const named = (under: string) => elementsUnder('decree-1008', under).map(({ name }) => name);
    expect(named('components').sort()).toEqual(Object.keys(EXPECTED.cali2020.components).sort());
    expect(named('enablers').sort()).toEqual(Object.keys(EXPECTED.cali2020.enablers).sort());
    expect(named('purposes')).toEqual(expect.arrayContaining(Object.keys(EXPECTED.cali2020.purposes)));
    expect(elementsUnder('departments')).toHaveLength(25);
    expect(elementsUnder('mrae-domains')).toHaveLength(6);
  });

  it('have no ordinals in their names (X-35)', () => {
    expect(pathsOf('decree-767').map((path) => elementAt('decree-767', path)?.name)).not.toContainEqual(
      expect.stringMatching(/\d\s*:/),
    );
  });

  it('correspond in both directions', () => {
    expect(counterpartsOf('decree-1008', 'purposes/open-state')).toEqual(['action-lines/open-state']);
    expect(counterpartsOf('decree-767', 'architecture')).toEqual([
      'components/ict-for-state',
      'enablers/architecture',
    ]);
    expect(counterpartsOf('decree-1008', 'components/ict-for-society')).toEqual([]);
    expect(counterpartsOf('mrae-domains', 'information')).toEqual([]);
    for (const path of pathsOf('decree-1008'))
      for (const other of counterpartsOf('decree-1008', path))
        expect(elementAt('decree-767', other)).not.toBeNull();
  });

  it('know nothing of a path that is not theirs', () => {
    expect(elementAt('decree-767', 'architecture/none')).toBeNull();
    expect(elementAt('own', 'x')).toBeNull();
    expect(elementsUnder('own')).toEqual([]);
  });
});

describe('groups by taxonomy', () => {
  const plan = planOf([
    [100, 'decree-1008:enablers/security-privacy', 'decree-1008:purposes/open-state'],
    [50, 'decree-1008:enablers/architecture', 'decree-1008:enablers/security-privacy'],
    [0, 'decree-1008:purposes/open-state'],
    [20, 'own:zeta', 'own:alfa/uno', 'own:alfa/dos'],
  ]);

  it('have each its own denominator, and an activity is in the group of each of its elements', () => {
    const evaluation = evaluate(planTableOf(plan), '2023-12-31');
    const means = groupsBy(plan, ENABLERS).map(({ id, rows }) => {
      const { value, n } = meanAttainment(evaluation, rows);
      return [id, value, n];
    });
    expect(means).toEqual([
      ['enablers/architecture', 50, 1],
      ['enablers/security-privacy', 75, 2],
      ['', 10, 2],
    ]);
  });

  it('leave out what the plan does not target, which is said to be so', () => {
    expect(untargetedElements(plan, ENABLERS).map(({ path }) => path)).toEqual([
      'enablers/citizen-digital-services',
    ]);
    expect(untargetedElements(plan, { taxonomy: 'decree-1008' }).map(({ path }) => path)).toEqual([
      'components',
    ]);
    expect(untargetedElements(plan, { taxonomy: 'own' })).toEqual([]);
  });

  it('are made at the level asked for, also by elements that nobody knows', () => {
    const groups = (by: { taxonomy: string; under?: string }) =>
      groupsBy(plan, by).map(({ id, rows }) => [id, rows]);
    expect(groups({ taxonomy: 'own' })).toEqual([
      ['alfa', [3]],
      ['zeta', [3]],
      ['', [0, 1, 2]],
    ]);
    expect(groups({ taxonomy: 'own', under: 'alfa' })).toEqual([
      ['alfa/dos', [3]],
      ['alfa/uno', [3]],
      ['', [0, 1, 2]],
    ]);
    expect(groups({ taxonomy: 'phva' })).toEqual([['do', [0, 1, 2, 3]]]);
  });

  it('are those of the plan’s mean of groups', () => {
    const byEnabler = { ...plan, rollupMethod: 'groupMean', rollupBy: ENABLERS } as const;
    const evaluation = evaluate(planTableOf(byEnabler), '2023-12-31');
    expect(aggregate({ evaluation, plan: byEnabler, method: 'groupMean' })).toMatchObject({
      value: 45,
      n: 3,
      by: ENABLERS,
    });
  });
});

it('a grouping is kept as a text, and read back', () => {
  const slug = fc.stringMatching(/^[a-z0-9-]{1,9}$/);
  const grouping = fc.oneof(
    fc.constantFrom('item' as const, 'phva' as const, 'responsible' as const),
    fc.record({ taxonomy: slug }),
    fc.record({
      taxonomy: slug,
      under: fc.array(slug, { minLength: 1, maxLength: 3 }).map((path) => path.join('/')),
    }),
  );
  fc.assert(
    fc.property(grouping, (by) => {
      expect(groupingFrom(groupingText(by))).toEqual(by);
    }),
  );
  expect(['', 'taxonomy/', 'other', 7, null].map(groupingFrom)).toEqual([null, null, null, null, null]);
});
