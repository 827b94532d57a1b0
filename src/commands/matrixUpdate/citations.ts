import type { PeriodId } from '../../domain/calendar';
import { measurementId } from '../../domain/entities';
import { textOf } from '../../domain/fields';
import type { MatrixRow } from '../../formats/matrix/reading';
import { key } from '../matrixReports';
import { editOver } from './changes';
import type { Difference } from './changes';
import { placeOf } from './comparison';
import type { Comparison } from './comparison';
import { isRemarkSaid } from './reportDifferences';

/** An annex as the matrix cites it, with the id under which an import would keep it. */
export interface Citation {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** What is cited in each measurement, by its id. */
export function citationsIn({ made }: Pick<Comparison, 'made'>): ReadonlyMap<string, readonly Citation[]> {
  const found = new Map<string, Citation[]>();
  for (const [id, fields] of made) {
    if (!id.startsWith('evi:')) continue;
    const citation = { id, number: textOf(fields.get('number')), name: textOf(fields.get('name')) };
    for (const field of fields.keys()) {
      if (!field.startsWith(SERVES)) continue;
      const served = field.slice(SERVES.length);
      const known = found.get(served);
      if (known) known.push(citation);
      else found.set(served, [citation]);
    }
  }
  return found;
}

const SERVES = 'serves/';

/** The evidence of the plan, to be found by what cites it and by what it serves. */
export interface EvidenceIndex {
  readonly byNumber: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, string>;
  readonly serving: ReadonlyMap<string, readonly Citation[]>;
}

/** The annexes that the matrix cites for an indicator and the plan does not have there. Nothing is taken away. */
export function citationDifferences(
  comparison: Comparison,
  row: MatrixRow,
  {
    cited,
    evidence,
  }: { readonly cited: ReadonlyMap<string, readonly Citation[]>; readonly evidence: EvidenceIndex },
): readonly Difference[] {
  const { indicator } = placeOf(comparison, row);
  const anywhere = (comparison.standing.measurements.get(indicator) ?? []).flatMap(
    (id) => evidence.serving.get(id) ?? [],
  );
  const isSaid = isRemarkSaid(comparison, row);
  return comparison.reading.periods.flatMap(({ id: period }) => {
    const entity = measurementId(indicator, period);
    const there = evidence.serving.get(entity) ?? [];
    const missing = (cited.get(entity) ?? []).filter((citation) => {
      // What somebody took out of the plan is not brought back by being cited still.
      if (comparison.standing.deleted.has(citation.id)) return false;
      const isOfRemark = row.citedAnnexes.some(({ number }) => number !== '' && number === citation.number);
      const where = isSaid && isOfRemark ? [...there, ...anywhere] : there;
      return !where.some((one) => isSameAnnex(one, citation));
    });
    return missing.length === 0 ? [] : [citing(comparison, { entity, period, there, missing, evidence })];
  });
}

function citing(
  { standing }: Comparison,
  {
    entity,
    period,
    there,
    missing,
    evidence,
  }: {
    readonly entity: string;
    readonly period: PeriodId;
    readonly there: readonly Citation[];
    readonly missing: readonly Citation[];
    readonly evidence: EvidenceIndex;
  },
): Difference {
  const edits = missing.flatMap((citation) => {
    const known =
      citation.number === ''
        ? evidence.byName.get(key(citation.name))
        : evidence.byNumber.get(citation.number);
    const id = known ?? citation.id;
    const names =
      known !== undefined
        ? []
        : [
            editOver(standing, id, 'name', citation.name),
            ...(citation.number === '' ? [] : [editOver(standing, id, 'number', citation.number)]),
          ];
    return [...names, editOver(standing, id, SERVES + entity, true)];
  });
  const names = (all: readonly Citation[]) => all.map(({ name }) => name);
  const [was, is] = [names(there), names([...there, ...missing])];
  return { entity, field: 'evidence', period, before: was, after: is, isBlank: false, edits };
}

export function evidenceIndex({ standing }: Pick<Comparison, 'standing'>): EvidenceIndex {
  const serving = new Map<string, Citation[]>();
  for (const { id, number, name, serves } of standing.evidence) {
    for (const served of serves) serving.set(served, [...(serving.get(served) ?? []), { id, number, name }]);
  }
  const numbered = standing.evidence.filter(({ number }) => number !== '');
  const cited = standing.evidence.filter(({ number }) => number === '');
  return {
    serving,
    byNumber: new Map(numbered.map(({ number, id }) => [number, id])),
    byName: new Map(cited.map((one) => [key(one.name), one.id])),
  };
}

/** By its number, and without one by its name, as an import tells annexes apart. */
function isSameAnnex(one: Citation, other: Citation): boolean {
  if (one.id === other.id) return true;
  if (one.number !== '' || other.number !== '') return one.number === other.number;
  return key(one.name) === key(other.name);
}
