import { describe, expect, it } from 'vitest';
import { groupsBy, untargetedElements } from '../../src/domain/groups';
import { groupingText } from '../../src/domain/grouping';
import type { Activity } from '../../src/domain/model';
import { groupingsOf } from '../../src/domain/planGroupings';
import { TAXONOMIES } from '../../src/domain/taxonomies';
import { anIndicator, aPlan } from '../support/builders';
import { cartagena } from '../support/cartagena';

/** A plan with an activity for each set of tags, `taxonomy:path`. */
function tagged(...given: readonly (readonly string[])[]) {
  return aPlan({
    indicators: given.map((tags, row) =>
      anIndicator({ id: `ind:${row}`, activity: { id: `act:${row}`, ...bare, tags: tagsOf(tags) } }),
    ),
  });
}

const bare: Partial<Activity> = { phvaStage: null };

function tagsOf(given: readonly string[]): Activity['tags'] {
  const tags = new Map<string, string[]>();
  for (const tag of given) {
    const [taxonomy = '', path = ''] = tag.split(':');
    tags.set(taxonomy, [...(tags.get(taxonomy) ?? []), path]);
  }
  return tags;
}

const named = (...given: readonly (readonly string[])[]) => groupingsOf(tagged(...given)).map(groupingText);

describe('the groupings that a plan has', () => {
  it('are those of the matrix where nothing is tagged', () => {
    expect(groupingsOf(cartagena())).toEqual(['item', 'phva', 'responsible']);
  });

  it('leave out what no indicator says, but are never none', () => {
    const indicator = anIndicator({ activity: { phvaStage: null }, item: { number: '' } });
    expect(groupingsOf(aPlan({ indicators: [indicator] }))).toEqual(['item']);
    expect(groupingsOf(aPlan())).toEqual(['item']);
    const itsItem = { ...indicator, item: { ...indicator.item, differentialCriterion: 'Estrategia' } };
    expect(groupingsOf(aPlan({ indicators: [itsItem] }))).toEqual(['item']);
  });

  it('have Decreto 767 at its top, and under what is carried deeper', () => {
    expect(named(['decree-767:architecture', 'decree-767:action-lines/open-state'], [])).toEqual([
      'item',
      'taxonomy/decree-767',
      'taxonomy/decree-767/action-lines',
    ]);
  });

  it('have each kind of Decreto 1008 as a grouping of its own, and never its kinds as groups (A1)', () => {
    expect(
      named(
        ['decree-1008:purposes/open-state'],
        ['decree-1008:components/ict-for-state'],
        ['decree-1008:enablers'],
      ),
    ).toEqual(['item', 'taxonomy/decree-1008/components', 'taxonomy/decree-1008/purposes']);
  });

  it('have the known taxonomies first and in their order, then those of the plan', () => {
    expect(
      named(['zonas:norte', 'ejes:uno/a/b', 'departments:ider', 'mrae-domains:information', 'phva:plan']),
    ).toEqual([
      'item',
      'taxonomy/mrae-domains',
      'taxonomy/departments',
      'taxonomy/ejes',
      'taxonomy/ejes/uno',
      'taxonomy/ejes/uno/a',
      'taxonomy/zonas',
    ]);
  });

  it('have a group with an element in each, and name the rest of its level as not targeted', () => {
    const plan = tagged(['decree-767:architecture/it-projects'], ['decree-1008:enablers/architecture']);
    for (const by of groupingsOf(plan)) {
      if (typeof by === 'string') continue;
      expect(groupsBy(plan, by).some(({ id }) => id !== '')).toBe(true);
      expect(untargetedElements(plan, by).length).toBeGreaterThan(0);
    }
  });

  it('know the cycle as a field of the activity alone', () => {
    expect(TAXONOMIES.map(({ id }) => id)).toContain('phva');
    expect(named(['phva:plan'])).toEqual(['item']);
  });
});
