import type { Plan } from '../../domain/model';
import {
  DOCUMENT_LACKS,
  tellConflicts,
  tellDoubt,
  tellFindings,
  tellLostText,
  tellMissingReports,
} from '../../text/beforeIssuing';
import type { ToldNotice } from '../../text/beforeIssuing';
import type { IssueNotice } from './beforeIssuing';

/** What is said of a notice. */
export function tellNotice(plan: Plan, notice: IssueNotice): ToldNotice {
  switch (notice.k) {
    case 'findings':
      return tellFindings(plan, notice.code, notice.findings);
    case 'textDoubt':
      return tellDoubt(notice.doubt);
    case 'lostText':
      return tellLostText(notice.text);
    case 'conflicts':
      return tellConflicts(notice.n);
    case 'missingReports':
      return tellMissingReports(plan, notice.rows);
    case 'noSigners':
    case 'noFormCode':
    case 'noFigure':
      return DOCUMENT_LACKS[notice.k];
  }
}
