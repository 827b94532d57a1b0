import { auditPopulation, auditSample } from '../../domain/auditTrail';
import type { AuditChange, AuditedReport, AuditTrail, SampleRule } from '../../domain/auditTrail';
import type { Block, Document, Words } from '../../domain/document';
import { DELETED, kindOf } from '../../domain/entities';
import type { Evidence, TargetUnit } from '../../domain/report';
import { fieldValueWords } from '../../text/conflicts';
import { evidenceTitle } from '../../text/evidence';
import { fieldWords } from '../../text/fieldNames';
import { valueWords, wayWords } from '../../text/history';
import { deletionWords } from '../../text/partHistory';
import { auditWords as words, tableWords } from '../../text/reportTables';
import type { ReportContext } from './context';
import { countFigure, dayFigure, instantFigure, periodFigure, quote, rowFigure } from './figures';
import { heading, note, paragraph, reportDocument } from './frame';
import { joined } from './inline';
import { rowName } from './names';
import { periodCell } from './periodCells';
import { saidWords } from './rowCells';

/** How the sample is drawn, and what the log says of it; `state/` reads that. */
export type AuditOptions = SampleRule & AuditTrail;

/** A sample of what was reported with every change of it and what shows it, for control interno (domain.md J11). */
export function auditTrailReport(context: ReportContext, options: AuditOptions): Document {
  const { plan, cut } = context;
  const population = auditPopulation(plan, cut, options.everSaid);
  const sample = auditSample(plan, cut, options);
  const blocks: readonly Block[] = [
    heading(1, words.title),
    heading(2, words.how),
    {
      k: 'facts',
      rows: [
        [words.seed, saidWords(options.seed)],
        [words.size, [countFigure('audit/sample', sample.length)]],
        [words.population, [countFigure('audit/population', population.length)]],
      ],
    },
    note([tableWords.cut, dayFigure(cut), tableWords.stop, words.reproducible]),
    ...(sample.length === 0 ? [paragraph(words.emptySample)] : []),
    ...sample.flatMap((report) => trailOf(context, report, options.changes)),
    note(words.note),
    note(words.withPeople),
  ];
  return reportDocument(context, 'auditTrail', { blocks, paper: { size: 'letter', isLandscape: true } });
}

function trailOf(
  context: ReportContext,
  { id, row, period }: AuditedReport,
  changes: readonly AuditChange[],
): readonly Block[] {
  const figure = context.rows[row];
  if (!figure) return [];
  const evidence = figure.indicator.reports.get(period.id)?.evidence ?? [];
  const its = changes.filter(({ measurement }) => measurement === id);
  return [
    heading(2, [rowName(context, { index: row }), tableWords.part, periodFigure.name(context.plan, period)]),
    {
      k: 'facts',
      rows: [
        [words.current, periodCell(context, figure, period)],
        [words.result, [rowFigure.attainment(figure)]],
        [words.evidence, evidenceWords(evidence)],
      ],
    },
    its.length === 0 ? paragraph(words.noChanges) : changesOf(its),
  ];
}

/** Each piece with its whole hash, by which a file is known to be the one. */
function evidenceWords(evidence: readonly Evidence[]): Words {
  const all = evidence.map((one) => [
    quote(evidenceTitle(one)),
    ...(one.file === null ? [] : [tableWords.part, quote(one.file.sha256)]),
  ]);
  return all.length === 0 ? tableWords.none : joined(all, tableWords.list);
}

function changesOf(changes: readonly AuditChange[]): Block {
  const columns = [
    { label: words.when, share: 12 },
    { label: words.who, share: 12 },
    { label: words.device, share: 11 },
    { label: words.what, share: 14 },
    { label: words.before, share: 14 },
    { label: words.after, share: 14 },
    { label: words.why, share: 11 },
    { label: words.mark, share: 12 },
  ];
  const rows = changes.map((change) => [
    [instantFigure(change.at)],
    change.who === '' ? words.noName : [quote(change.who)],
    [quote(change.device)],
    whatWords(change),
    ...beforeAndAfter(change),
    saidWords(wayWords(change.why)),
    [quote(change.hash)],
  ]);
  return { k: 'table', caption: words.changes, columns, rows };
}

/** The field, and of which piece of evidence where it is of one. */
function whatWords({ entity, field, evidence }: AuditChange): Words {
  const piece = evidence === null ? '' : [quote(evidenceTitle(evidence))];
  return joined([piece, fieldOf(entity, field)], tableWords.part);
}

function fieldOf(entity: string, field: string): Words {
  if (field === DELETED) return words.kinds[kindOf(entity)] ?? words.kinds['meas'] ?? '';
  return field.startsWith('serves/') ? words.serves : [quote(fieldWords(field, entity))];
}

function beforeAndAfter({ entity, field, before, value, unit, unitBefore }: AuditChange): readonly Words[] {
  const inWords = (said: unknown, of: TargetUnit): Words => {
    if (field === DELETED) return [quote(deletionWords(said).after)];
    const isOfRow = kindOf(entity) === 'ind';
    return [quote(isOfRow ? fieldValueWords(field, said, of) : valueWords(field, said, of))];
  };
  const over = before.map((said) => inWords(said, unitBefore));
  return [over.length === 0 ? words.nothing : joined(over, words.and), inWords(value, unit)];
}
