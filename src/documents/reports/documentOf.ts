import { actionPlanMatrixReport } from '../../documents/reports/actionPlanMatrix';
import { auditTrailReport } from '../../documents/reports/auditTrail';
import { byResponsibleReport } from '../../documents/reports/byResponsible';
import { commitmentsReport } from '../../documents/reports/commitmentsReport';
import type { ReportContext } from '../../documents/reports/context';
import { withTexts } from '../../documents/reports/edits';
import { elementBaselineReport } from '../../documents/reports/elementBaseline';
import { elementProgressReport } from '../../documents/reports/elementProgress';
import { explanationDocument } from '../../documents/reports/explanation';
import { groupFigureName } from '../../documents/reports/figures';
import { indicatorSheetReport } from '../../documents/reports/indicatorSheet';
import { onePageDocument } from '../../documents/reports/onePage';
import { petiFollowUpDocument } from '../../documents/reports/petiFollowUp';
import { petiToolReport } from '../../documents/reports/petiTool';
import { semesterDocument } from '../../documents/reports/semester';
import type { AuditChange } from '../../domain/auditTrail';
import type { Document } from '../../domain/document';
import { groupsBy } from '../../domain/groups';
import type { IsoDay } from '../../domain/isoDay';
import type { Plan } from '../../domain/model';
import type { ReportKind } from '../../domain/reportForms';
import { groupingChoices } from '../../domain/rollupChoices';

/** What a person chooses of a document, where there is something to choose. */
export interface ReportOptions {
  /** An indicator's id, or the name of a group's figures; all of the plan where it is null. */
  readonly part: string | null;
  readonly withPeople: boolean;
  readonly today: IsoDay;
  readonly seed: string;
  readonly size: number;
  /** What the log says of the sample, once it was read. */
  readonly changes: readonly AuditChange[];
}

const BUILDERS: Readonly<Record<ReportKind, (context: ReportContext, options: ReportOptions) => Document>> = {
  semester: semesterDocument,
  petiFollowUp: petiFollowUpDocument,
  actionPlanMatrix: actionPlanMatrixReport,
  petiTool: petiToolReport,
  onePage: onePageDocument,
  byResponsible: byResponsibleReport,
  indicatorSheet: (context, { part }) => indicatorSheetReport(context, part),
  commitments: (context, { withPeople, today }) => commitmentsReport(context, { withPeople, today }),
  auditTrail: auditTrailReport,
  elementProgress: elementProgressReport,
  elementBaseline: elementBaselineReport,
  explanation: (context, { part }) => explanationDocument(context, groupNamed(context.plan, part)),
};

/** A document of a plan with the texts that its people wrote in it. */
export function documentOf(kind: ReportKind, context: ReportContext, options: ReportOptions): Document {
  return withTexts(BUILDERS[kind](context, options), context.formOf(kind).texts);
}

/** The group that goes by a name; null for the whole plan. */
function groupNamed(plan: Plan, name: string | null) {
  if (name === null) return null;
  for (const by of groupingChoices(plan)) {
    const group = groupsBy(plan, by).find((one) => groupFigureName(by, one) === name);
    if (group) return { by, group };
  }
  return null;
}
