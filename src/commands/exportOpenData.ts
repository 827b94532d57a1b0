import { evaluate } from '../domain/evaluate';
import { figureOf } from '../domain/figure';
import { allRows } from '../domain/groups';
import type { IsoDay } from '../domain/isoDay';
import type { Plan } from '../domain/model';
import { planTableOf } from '../domain/planTable';
import { openDataOf } from '../formats/openData';
import type { OutgoingFile } from './deliver';
import { fileNameOf } from './fileName';

/** The plan at a cut as open data: the table, and the dictionary that belongs beside it. */
export function openDataFiles(
  plan: Plan,
  cut: IsoDay,
  { withPeople }: { readonly withPeople: boolean },
): readonly [data: OutgoingFile, dictionary: OutgoingFile] {
  const evaluation = evaluate(planTableOf(plan), cut);
  const figures = allRows(plan).map((row) => figureOf(evaluation, row));
  const { csv, dictionary } = openDataOf({ plan, cut, figures, withPeople });
  const nameOf = (prefix: string, extension: string) =>
    fileNameOf({ ...plan, title: `${prefix} ${plan.title || plan.planYear}` }, extension);
  return [
    { name: nameOf('datos abiertos', 'csv'), mime: 'text/csv', bytes: csv, isShareable: true },
    { name: nameOf('diccionario', 'json'), mime: 'application/json', bytes: dictionary },
  ];
}
