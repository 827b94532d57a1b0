import type { IssueNotice } from '../../documents/reports/beforeIssuing';
import type { Finding } from '../../domain/findings/finding';
import { reviewableFinding } from '../../domain/findings/reviews';
import type { Plan } from '../../domain/model';
import { indicatorTitle } from '../../text/explanation';
import { findingTitle, periodNamesIn, tellFinding } from '../../text/findings';
import { reportsScreen as words } from '../../text/reportsScreen';
import { placesIn } from '../findings/rowsOf';
import { activityPath, conflictsPath, findingsPath } from '../paths';
import { doubtWords } from './doubts';

/** A notice as it is read: its heading, what it says, line by line, and the way out. */
export interface NoticeShown {
  readonly title: string;
  readonly lines: readonly NoticeLine[];
  /** How many lines there are besides. */
  readonly rest: number;
  readonly way: { readonly href: string; readonly name: string } | null;
  /** The passage that can be corrected; null where it is no text. */
  readonly edits: string | null;
}

interface NoticeLine {
  readonly text: string;
  readonly row: { readonly href: string; readonly title: string } | null;
}

/** As many lines of a kind as are read at a glance. */
const MOST_LINES = 3;

/** The notices of a document in words, each with its way out. */
export function noticesShown(
  plan: Plan,
  copy: string,
  notes: readonly IssueNotice[],
): readonly NoticeShown[] {
  const placeOf = placesIn(plan, () => '');
  const names = periodNamesIn(plan);
  const lineOf = (finding: Finding): NoticeLine => {
    const reviewable = reviewableFinding(finding);
    const where = placeOf({ of: 'plan', kind: finding.code, finding, reviewable, review: null });
    const [row] = where.rows;
    return {
      text: tellFinding(finding, names).line,
      row: row ? { href: activityPath(copy, row.indicatorId), title: row.title } : null,
    };
  };
  return notes.map((one): NoticeShown => {
    switch (one.k) {
      case 'findings':
        return {
          ...PLAIN,
          title: findingTitle(one.code),
          lines: one.findings.slice(0, MOST_LINES).map(lineOf),
          rest: Math.max(0, one.findings.length - MOST_LINES),
          way: { href: findingsPath(copy), name: words.seeFindings },
        };
      case 'textDoubt':
        return {
          ...PLAIN,
          title: words.titles[one.doubt.k],
          lines: [plainLine(doubtWords(one.doubt))],
          edits: one.doubt.key,
        };
      case 'conflicts':
        return {
          ...PLAIN,
          title: words.titles.conflicts,
          lines: [plainLine(words.conflicts(one.n))],
          way: { href: conflictsPath(copy), name: words.seeConflicts },
        };
      case 'missingReports':
        return {
          ...PLAIN,
          title: words.titles.missingReports,
          lines: [
            plainLine(words.missingReports(one.rows.length)),
            ...one.rows.slice(0, MOST_LINES).map(({ index, indicator }) => ({
              text: '',
              row: { href: activityPath(copy, indicator.id), title: indicatorTitle(plan, index) },
            })),
          ],
          rest: Math.max(0, one.rows.length - MOST_LINES),
        };
      default:
        return { ...PLAIN, title: words.titles[one.k], lines: [plainLine(words[one.k])] };
    }
  });
}

const PLAIN = { lines: [], rest: 0, way: null, edits: null } as const;

function plainLine(text: string): NoticeLine {
  return { text, row: null };
}
