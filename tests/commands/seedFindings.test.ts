import { describe, expect, test } from 'vitest';
import { formatPercent } from '../../src/text/format';
import { listOf, tellFinding } from '../../src/text/findings';
import { EXPECTED } from '../support/expectedFigures';
import type { ListedFinding } from '../support/expectedFigures';
import { compareWithList, seenIn } from '../support/seedFindings';
import { readSeed, SEED_FILES } from '../support/seeds';

// Every finding that the published plans are known for, from their own files, and no other: what else a check
// says of them stands here with its reason.

const { cartagena2023, cartago2024, cartagenaPeti } = EXPECTED.findings;
const without = (entries: readonly ListedFinding[], ...codes: readonly string[]) =>
  entries.filter(({ code }) => !codes.includes(code));
/** The entries of one kind of file: those that say none are of both. */
const ofFile = (entries: readonly ListedFinding[], kind: 'xlsx' | 'csv') =>
  entries.filter(({ file = kind }) => file === kind);

describe('Cartagena 2023', () => {
  // Kept as zeros, the last quarters are asked about; as nothing reported, that is already answered.
  const ZEROS = [
    ['zero', cartagena2023],
    ['notReported', without(cartagena2023, 'zeroLooksUnreported')],
  ] as const;
  // Its merged cells are blank in the text: "igual que arriba" is said of each, and the list gives those of row 12.
  const LOST_MERGES = [
    'inheritedBlank 2 criterion',
    'inheritedBlank 2 itemNumber',
    'inheritedBlank 4 criterion',
    'inheritedBlank 4 itemNumber',
    'inheritedBlank 4 phvaStage',
    'inheritedBlank 8 criterion',
    'inheritedBlank 8 itemNumber',
  ];

  test.each(ZEROS)('as a spreadsheet, zeros as %s', async (zerosAfterCut, listed) => {
    const seed = await readSeed(SEED_FILES.cartagena, { zerosAfterCut });
    // Its cells are merged, not blank.
    const known = without(ofFile(listed, 'xlsx'), 'blankIdentity');
    expect(compareWithList(known, seenIn(seed))).toEqual({ missing: [], others: [] });
  });

  test('as a spreadsheet at a later cut: its remarks are of whole rows, and still explain their zeros', async () => {
    const seed = await readSeed(SEED_FILES.cartagena, { cut: '2023-06-30' });
    const known = without(ofFile(cartagena2023, 'xlsx'), 'blankIdentity', 'zeroLooksUnreported');
    expect(compareWithList(known, seenIn(seed))).toEqual({ missing: [], others: [] });
  });

  test.each(ZEROS)('as text with its row moved, zeros as %s', async (zerosAfterCut, listed) => {
    const seed = await readSeed(SEED_FILES.cartagenaText, { zerosAfterCut, repairs: ['shiftedRow:9'] });
    // Moved, the row is that of the spreadsheet: its deliverable and its indicator are one text again.
    expect(compareWithList(ofFile(listed, 'xlsx'), seenIn(seed))).toEqual({
      missing: [],
      others: LOST_MERGES,
    });
  });

  test.each(ZEROS)('as text with its row still shifted, zeros as %s', async (zerosAfterCut, listed) => {
    const seed = await readSeed(SEED_FILES.cartagenaText, { zerosAfterCut });
    const known = without(ofFile(listed, 'csv'), 'sharedEvidence', 'zeroLooksUnreported');
    const unread = {
      // Nothing right of its activity is read: neither its indicator's name, its target, its dates nor who answers.
      others: ['blankIdentity 2 indicatorName', 'noDatesNoOwner 2', 'withoutTarget 2'],
      // Nor its annex, which is the one of row 1, nor its zeros.
      sharedEvidence: ['sharedEvidence 3,4', 'sharedEvidence 7,8'],
      zeros: zerosAfterCut === 'zero' ? ['zeroLooksUnreported 1,3,4,5,6,7,8,9,10,11,12'] : [],
    };
    expect(compareWithList(known, seenIn(seed))).toEqual({
      missing: [],
      others: [...LOST_MERGES, ...unread.others, ...unread.sharedEvidence, ...unread.zeros].sort(),
    });
  });
});

describe('Cartago 2024', () => {
  // Each domain is printed once, over its initiatives; the plan's total is no row; and a cell had the tags of a page.
  const OF_THE_FORM = [
    ...[2, 3, 5, 6, 8, 9, 11].map((row) => `inheritedBlank ${row} criterion`),
    'rowSetAside',
    'tagsRemoved 1',
  ].sort();

  test('has what it is known for', async () => {
    const seed = await readSeed(SEED_FILES.cartago);
    expect(compareWithList(cartago2024, seenIn(seed))).toEqual({ missing: [], others: OF_THE_FORM });
  });

  test('with the row that continues joined to its own, has the rest', async () => {
    const seed = await readSeed(SEED_FILES.cartago, { repairs: ['continuationRow:4'] });
    const rest = without(cartago2024, 'continuationRow');
    expect(compareWithList(rest, seenIn(seed))).toEqual({ missing: [], others: OF_THE_FORM });
  });

  test('says each printed result beside the computed one', async () => {
    const { preview } = await readSeed(SEED_FILES.cartago);
    const told = preview.findings
      .filter(({ code }) => code === 'statedDiffers')
      .map((finding) => tellFinding(finding, listOf).line.replaceAll('\u00a0', ' '));
    const listed = cartago2024.filter(({ code }) => code === 'statedDiffers');
    expect(told).toHaveLength(listed.length);
    for (const [at, { stated, computed }] of listed.entries()) {
      expect(told[at]).toContain(`indicado ${String(stated)}%`);
      expect(told[at]).toContain(`calculado ${formatPercent(Number(computed)).replace('\u00a0', ' ')}`);
    }
  });
});

describe('Cartagena’s PETI', () => {
  // An activity with several indicators is printed once: each blank is said, with what it was taken from.
  const blanks = (field: string, ...rows: readonly number[]) =>
    rows.map((row) => `inheritedBlank ${row} ${field}`);
  const CONTINUED = [
    ...blanks('activity', 5, 8, 11, 12, 15, 22, 23, 24, 27),
    ...blanks('deliverable', 5, 8, 11, 12, 15, 22),
  ];
  // Several answer for one activity, in one cell: they are parted only when a person agrees.
  const SHARED = [1, 4, 7, 13, 14, 17, 20, 28].map((row) => `severalParties ${row}`);
  const OF_THE_FORM = [...CONTINUED, ...SHARED].sort();

  test('has what it is known for', async () => {
    const seed = await readSeed(SEED_FILES.cartagenaPeti);
    expect(compareWithList(cartagenaPeti, seenIn(seed))).toEqual({ missing: [], others: OF_THE_FORM });
  });

  test('with its date settled, has the rest', async () => {
    const seed = await readSeed(SEED_FILES.cartagenaPeti, { repairs: ['ambiguousDate:C'] });
    expect(seed.preview.plan.activities[14]?.start).toBe('2024-12-01');
    const rest = without(cartagenaPeti, 'ambiguousDate');
    expect(compareWithList(rest, seenIn(seed))).toEqual({ missing: [], others: OF_THE_FORM });
  });
});
