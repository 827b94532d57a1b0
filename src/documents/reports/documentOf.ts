import { actionPlanMatrixReport } from './actionPlanMatrix';
import { auditTrailReport } from './auditTrail';
import { byResponsibleReport } from './byResponsible';
import { commitmentsReport } from './commitmentsReport';
import type { ReportContext } from './context';
import { withTexts } from './edits';
import { elementBaselineReport } from './elementBaseline';
import { elementProgressReport } from './elementProgress';
import { explanationDocument } from './explanation';
import { groupFigureName } from './figures';
import { indicatorSheetReport } from './indicatorSheet';
import { onePageDocument } from './onePage';
import { petiFollowUpDocument } from './petiFollowUp';
import { petiToolReport } from './petiTool';
import { semesterDocument } from './semester';
import type { AuditTrail, SampleRule } from '../../domain/auditTrail';
import type { Document } from '../../domain/document';
import { groupsBy } from '../../domain/groups';
import type { IsoDay } from '../../domain/isoDay';
import type { Plan } from '../../domain/model';
import type { ReportKind } from '../../domain/reportForms';
import { groupingChoices } from '../../domain/rollupChoices';

/** What a person chooses of a document, where there is something to choose. */
export interface ReportOptions extends SampleRule, AuditTrail {
  /** An indicator's id, or the name of a group's figures; all of the plan where it is null. */
  readonly part: string | null;
  readonly withPeople: boolean;
  readonly today: IsoDay;
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
