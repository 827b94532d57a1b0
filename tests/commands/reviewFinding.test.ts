import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { changePlan } from '../../src/commands/changePlan';
import { personId } from '../../src/commands/author';
import { REVIEW, reopenFinding, reviewFinding, reviewId } from '../../src/commands/reviewFinding';
import { setIdentity } from '../../src/commands/thisDevice';
import { undoCommit } from '../../src/commands/undo';
import { findingsOf } from '../../src/domain/findings';
import { reviewableFinding, reviewableNote, reviewOf } from '../../src/domain/findings/reviews';
import type { Reviewable } from '../../src/domain/findings/reviews';
import type { Commit, CommitId } from '../../src/log/commit';
import { readCommits } from '../../src/storage/commitStore';
import { readIdentity } from '../../src/storage/settings';
import { conflictsOf } from '../../src/storage/planView';
import { readCopyState } from '../../src/storage/stateStore';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';

const ANA = { name: 'Ana Pérez', role: 'Control interno', department: '' };

beforeEach(async () => {
  (await aTablet()).use();
  await setIdentity(ANA);
});

const idOf = (commits: readonly Commit[]): CommitId => commits.at(-1)?.id ?? '';
const seen = (copy: string, finding: Reviewable) => seenIn(copy, reviewId(finding), REVIEW);

/** The finding of "# Actas", where the target is 21. */
async function placeholder(copy: string): Promise<Reviewable> {
  const finding = findingsOf(await planOn(copy)).find(({ code }) => code === 'targetTextPlaceholder');
  if (!finding) throw new Error('the seed has it');
  return reviewableFinding(finding);
}

async function conflictsOn(copy: string) {
  const stored = await readCopyState(copy);
  return stored ? conflictsOf(stored.log) : [];
}

describe('a review', () => {
  test('says why, is signed with who and when, and changes nothing else', async () => {
    const copy = await loadExample();
    const before = await planOn(copy);
    const finding = await placeholder(copy);
    const commits = valueOf(await reviewFinding(copy, finding, '  Así está en el acta ', []));
    const plan = await planOn(copy);
    expect(reviewOf(plan, finding)).toEqual({ reason: 'Así está en el acta' });
    expect(commits).toMatchObject([{ by: personId(ANA), at: expect.stringMatching(/^20\d\d-/) as string }]);
    expect({ ...plan, reviews: before.reviews }).toEqual(before);
    const ops = commits.flatMap((commit) => commit.ops).filter(({ e }) => e.startsWith('fnd:'));
    const review = { ...finding, reason: 'Así está en el acta' };
    expect(ops).toMatchObject([{ e: reviewId(finding), set: { review } }]);
    expect(ops[0]?.set['review']).toEqual(review);
  });

  test('needs a name and a reason, and writes nothing without them', async () => {
    const copy = await loadExample();
    const finding = await placeholder(copy);
    const count = (await readCommits(copy)).length;
    expect(await reviewFinding(copy, finding, ' \n ', [])).toMatchObject({
      problem: { code: 'reasonNeeded' },
    });
    await setIdentity({ ...ANA, name: '' });
    expect(await reviewFinding(copy, finding, 'No corresponde', [])).toMatchObject({
      problem: { code: 'nameNeeded', for: 'review' },
    });
    expect(await readCommits(copy)).toHaveLength(count);
  });

  test('is opened again by changed facts, and by a person', async () => {
    const copy = await loadExample();
    const finding = await placeholder(copy);
    valueOf(await reviewFinding(copy, finding, 'No corresponde', []));
    const target = {
      entity: finding.entity,
      field: 'target',
      seen: await seenIn(copy, finding.entity, 'target'),
    };
    const changed = valueOf(await changePlan(copy, [{ ...target, value: 22 }]));
    const other = await placeholder(copy);
    expect(other.key).not.toBe(finding.key);
    expect(reviewOf(await planOn(copy), other)).toBeNull();
    valueOf(await undoCommit(copy, idOf(changed)));
    expect(reviewOf(await planOn(copy), await placeholder(copy))?.reason).toBe('No corresponde');
    const reopened = valueOf(await reopenFinding(copy, finding, await seen(copy, finding)));
    expect(reviewOf(await planOn(copy), finding)).toBeNull();
    valueOf(await undoCommit(copy, idOf(reopened)));
    expect(reviewOf(await planOn(copy), finding)?.reason).toBe('No corresponde');
  });

  test('can be taken back and made again, and asks nobody anything', async () => {
    const copy = await loadExample();
    const finding = await placeholder(copy);
    const made = valueOf(await reviewFinding(copy, finding, 'No corresponde', []));
    valueOf(await undoCommit(copy, idOf(made)));
    expect(reviewOf(await planOn(copy), finding)).toBeNull();
    const again = valueOf(await reviewFinding(copy, finding, 'Se corrigió', await seen(copy, finding)));
    expect(reviewOf(await planOn(copy), finding)?.reason).toBe('Se corrigió');
    expect(await conflictsOn(copy)).toEqual([]);
    valueOf(await undoCommit(copy, idOf(again)));
    expect(reviewOf(await planOn(copy), finding)).toBeNull();
    expect(await conflictsOn(copy)).toEqual([]);
  });

  test('with the name that is given keeps it for this device, with what else it says of who uses it', async () => {
    await setIdentity({ ...ANA, name: '' });
    const copy = await loadExample();
    const finding = await placeholder(copy);
    const [commit] = valueOf(await reviewFinding(copy, finding, 'No corresponde', [], ' Berta '));
    expect(commit?.by).toBe(personId({ ...ANA, name: 'Berta' }));
    expect(await readIdentity()).toEqual({ ...ANA, name: 'Berta' });
  });

  test('that is not saved names nobody', async () => {
    await setIdentity({ ...ANA, name: '' });
    const copy = await loadExample();
    const finding = await placeholder(copy);
    expect(await reviewFinding(copy, finding, '', [], 'Berta')).toMatchObject({ ok: false });
    expect(await reviewFinding('gone', finding, 'No corresponde', [], 'Berta')).toMatchObject({
      problem: { code: 'planNotFound' },
    });
    expect((await readIdentity()).name).toBe('');
  });

  test('of two people who say the same is no difference', async () => {
    const copy = await loadExample();
    const finding = await placeholder(copy);
    valueOf(await reviewFinding(copy, finding, 'No corresponde', []));
    await setIdentity({ ...ANA, name: 'Berta' });
    valueOf(await reviewFinding(copy, finding, 'No corresponde', []));
    expect(await conflictsOn(copy)).toEqual([]);
    expect(reviewOf(await planOn(copy), finding)?.reason).toBe('No corresponde');
  });

  test('of two people who did not see each other is a difference to settle where they say another thing', async () => {
    const copy = await loadExample();
    const finding = await placeholder(copy);
    valueOf(await reviewFinding(copy, finding, 'No corresponde', []));
    valueOf(await reviewFinding(copy, finding, 'Se corrigió en la fuente', []));
    expect(await conflictsOn(copy)).toMatchObject([{ entityId: reviewId(finding), field: 'review' }]);
  });

  test('settles a doubt of the reading too', async () => {
    const copy = await loadExample();
    const [note] = (await planOn(copy)).readingNotes;
    if (!note) throw new Error('the seed has a merged cell');
    valueOf(await reviewFinding(copy, reviewableNote(note), 'Así está en el documento aprobado', []));
    expect(reviewOf(await planOn(copy), reviewableNote(note))).not.toBeNull();
  });
});
