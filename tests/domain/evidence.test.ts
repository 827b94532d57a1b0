import { describe, expect, it } from 'vitest';
import {
  evidenceIn,
  evidenceRows,
  isMissing,
  needsEvidence,
  passes,
  reportsServedBy,
} from '../../src/domain/evidence';
import type { EvidenceFilter, EvidenceRow } from '../../src/domain/evidence';
import { findingsOf } from '../../src/domain/findings';
import { readEvidence } from '../../src/domain/readEntities';
import type { Evidence } from '../../src/domain/report';
import { anEvidence, anIndicator, aPlan, T1, T2, verifiedValue } from '../support/builders';

const FILTERS: readonly EvidenceFilter[] = ['all', 'none', 'cited', 'attached', 'verified', 'missing'];
const file = (name: string) => ({ sha256: name.repeat(64), size: 3, mime: 'x/y', name, original: null });
const attached = (name: string, given: Partial<Evidence> = {}) =>
  anEvidence({ id: `evi:${name}`, name, status: 'attached', file: file(name), ...given });
const isHere = (sha256: string) => sha256.startsWith('a');

function rowWith(...evidence: readonly Evidence[]): EvidenceRow {
  const [row] = evidenceRows(aPlan({ indicators: [anIndicator({ said: [{ evidence }] })] }), T1);
  return row!;
}
const filtersOf = (row: EvidenceRow) => FILTERS.filter((filter) => passes(row, filter, isHere));

describe('the list of what has evidence and what lacks it', () => {
  it('has every indicator with what was said in the period', () => {
    const indicators = [
      anIndicator({ id: 'ind:1', said: [2, { evidence: [attached('a')] }] }),
      anIndicator({ id: 'ind:2', said: [{ report: { k: 'value', v: 1 }, evidence: [attached('a')] }] }),
      anIndicator({ id: 'ind:3', said: [0] }),
    ];
    const rows = evidenceRows(aPlan({ indicators }), T1);
    expect(rows.map(({ evidence }) => evidence.length)).toEqual([0, 1, 0]);
    expect(rows.map(needsEvidence)).toEqual([true, false, false]);
  });

  it('passes a row by any of its pieces', () => {
    expect(filtersOf(rowWith())).toEqual(['all', 'none']);
    expect(filtersOf(rowWith(anEvidence()))).toEqual(['all', 'cited']);
    expect(filtersOf(rowWith(anEvidence(), attached('a')))).toEqual(['all', 'cited', 'attached']);
  });

  it('never takes for attached what is not on this device, and keeps what somebody verified', () => {
    expect(filtersOf(rowWith(attached('b')))).toEqual(['all', 'missing']);
    expect(filtersOf(rowWith(attached('b', { status: 'verified' })))).toEqual(['all', 'verified', 'missing']);
    expect(isMissing(anEvidence(), isHere)).toBe(false);
  });
});

describe('one file for several rows', () => {
  const shared = attached('a');
  const plan = aPlan({
    indicators: [
      anIndicator({ id: 'ind:1', said: [{ evidence: [shared] }, { evidence: [shared] }] }),
      anIndicator({ id: 'ind:2', said: [verifiedValue(1)] }),
      anIndicator({ id: 'ind:3', said: [undefined, { evidence: [shared] }] }),
    ],
  });

  it('is one piece of evidence', () => {
    expect(evidenceIn(plan).map(({ id }) => id)).toEqual(['evi:a', 'evi:1']);
  });

  it('says every report that it serves', () => {
    expect(reportsServedBy(plan, 'evi:a')).toEqual([
      { index: 0, indicatorId: 'ind:1', periodId: T1 },
      { index: 0, indicatorId: 'ind:1', periodId: T2 },
      { index: 2, indicatorId: 'ind:3', periodId: T2 },
    ]);
  });
});

describe('the year of evidence', () => {
  const yearsFound = (given: Partial<Evidence>) =>
    findingsOf(aPlan({ indicators: [anIndicator({ said: [{ evidence: [anEvidence(given)] }] })] })).flatMap(
      (finding) => (finding.code === 'evidenceOtherYear' ? [finding.year] : []),
    );

  it('is what somebody said, and else what its name bears', () => {
    expect(yearsFound({ name: 'Evidencias FURAG 2022' })).toEqual([2022]);
    expect(yearsFound({ name: 'Evidencias FURAG 2022', planYear: 2023 })).toEqual([]);
    expect(yearsFound({ name: 'Evidencias', planYear: 2021 })).toEqual([2021]);
    expect(yearsFound({ name: 'Evidencias' })).toEqual([]);
  });
});

describe('evidence as it is read', () => {
  const read = (fields: Readonly<Record<string, unknown>>) =>
    readEvidence('evi:1', new Map(Object.entries(fields))).evidence;
  const given = { sha256: 'a', size: 5, mime: 'image/jpeg', name: 'x.jpg' };

  it('knows the photo that a file was reduced from', () => {
    expect(read({ file: { ...given, original: { sha256: 'b', size: 9 } } }).file?.original).toEqual({
      sha256: 'b',
      size: 9,
    });
    expect(read({ file: given }).file?.original).toBeNull();
    expect(read({ file: { ...given, original: 'b' } }).file?.original).toBeNull();
  });

  it('has a year or none, never half a one', () => {
    expect(read({ planYear: 2022 }).planYear).toBe(2022);
    for (const planYear of [undefined, '2022', 22.5, -1, null])
      expect(read({ planYear }).planYear).toBeNull();
  });
});
