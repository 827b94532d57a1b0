import { passagesOf } from '../../domain/document';
import type { Document } from '../../domain/document';
import type { Finding, FindingCode } from '../../domain/findings/finding';
import { groupBy } from '../../domain/groupBy';
import type { IndicatorFigure } from '../../domain/figure';
import type { IsoDay } from '../../domain/isoDay';
import type { ReportForm, ReportKind } from '../../domain/reportForms';
import type { TextDoubt } from '../../domain/textDoubts';
import type { ReportContext } from './context';

/** Something to look at before a document is issued. None of it stops the printing: gaps print as gaps. */
export type IssueNotice =
  /** What the plan shows and nobody reviewed, one kind after another. */
  | { readonly k: 'findings'; readonly code: FindingCode; readonly findings: readonly Finding[] }
  /** A passage that somebody wrote, against the figures. */
  | { readonly k: 'textDoubt'; readonly doubt: TextDoubt }
  /** A passage that somebody wrote, of which the document has no place any more. */
  | { readonly k: 'lostText'; readonly key: string; readonly text: string }
  /** Two tablets said different things, and one of them is printed. */
  | { readonly k: 'conflicts'; readonly n: number }
  /** What owes a report at the cut. */
  | { readonly k: 'missingReports'; readonly rows: readonly IndicatorFigure[] }
  | { readonly k: 'noSigners' | 'noFormCode' | 'noFigure' };

/** What makes a printed number doubtful comes first, then what denies it, then what lacks its cause. */
const STATED: readonly FindingCode[] = ['statedDiffers', 'statedPartsDiffer'];
const TOLD: readonly FindingCode[] = ['remarkContradictsValue', 'zeroWithoutCause', 'zeroLooksUnreported'];

/** These kinds are signed. */
const SIGNED: readonly ReportKind[] = ['semester', 'petiFollowUp'];

/** What is known of a document beside its figures: conflicts by number, and the doubts of its edited texts. */
interface Known {
  readonly openConflicts: number;
  readonly doubts: readonly TextDoubt[];
}

/** What to look at before a document goes out, as it matters most. */
export function beforeIssuing(
  context: ReportContext,
  kind: ReportKind,
  document: Document,
  { openConflicts, doubts }: Known,
): readonly IssueNotice[] {
  const { facts, findings, formOf } = context;
  const form = formOf(kind);
  const codes = [...new Set(findings.map(({ code }) => code))];
  const others = codes.filter((code) => !STATED.includes(code) && !TOLD.includes(code));
  return [
    ...(facts.overall.value === null ? [{ k: 'noFigure' } as const] : []),
    ...findingNotices(findings, STATED),
    ...doubts.map((doubt) => ({ k: 'textDoubt', doubt }) as const),
    ...lostTexts(form, document, context.cut),
    ...findingNotices(findings, TOLD),
    ...(openConflicts > 0 ? [{ k: 'conflicts', n: openConflicts } as const] : []),
    ...(facts.missing.length > 0 ? [{ k: 'missingReports', rows: facts.missing } as const] : []),
    ...findingNotices(findings, others),
    ...(SIGNED.includes(kind) && form.signers.length === 0 ? [{ k: 'noSigners' } as const] : []),
    ...(form.code === '' ? [{ k: 'noFormCode' } as const] : []),
  ];
}

/** The texts of this cut, or of every cut, that no passage of the document goes by. */
function lostTexts({ texts }: ReportForm, { blocks }: Document, cut: IsoDay): readonly IssueNotice[] {
  const printed = new Set(blocks.flatMap(passagesOf).map(({ key }) => key));
  return [...texts]
    .filter(([key]) => !printed.has(key) && (key.endsWith(`@${cut}`) || !key.includes('@')))
    .map(([key, text]) => ({ k: 'lostText', key, text }) as const);
}

function findingNotices(findings: readonly Finding[], codes: readonly FindingCode[]): readonly IssueNotice[] {
  const byCode = groupBy(findings, ({ code }) => code);
  return codes.flatMap((code) => {
    const found = byCode.get(code);
    return found ? [{ k: 'findings' as const, code, findings: found }] : [];
  });
}
