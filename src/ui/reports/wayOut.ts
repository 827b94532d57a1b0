import type { IssueNotice } from '../../documents/reports/beforeIssuing';
import { reportsScreen as words } from '../../text/reportsScreen';
import { activitiesPath, conflictsPath, findingsPath } from '../paths';

/** Where a person goes to mend what a notice says; null where it is mended here. */
export function wayOut(
  copy: string,
  notice: IssueNotice,
): { readonly href: string; readonly name: string } | null {
  switch (notice.k) {
    case 'findings':
      return { href: findingsPath(copy), name: words.seeFindings };
    case 'conflicts':
      return { href: conflictsPath(copy), name: words.seeConflicts };
    case 'missingReports':
      return { href: activitiesPath(copy, { missing: '1' }), name: words.seeRows };
    case 'textDoubt':
    case 'lostText':
    case 'noSigners':
    case 'noFormCode':
    case 'noFigure':
      return null;
  }
}
