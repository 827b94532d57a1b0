import { evaluate } from '../domain/evaluate';
import type { IsoDay } from '../domain/isoDay';
import type { Plan } from '../domain/model';
import { planTableOf } from '../domain/planTable';
import { percentText } from '../formats/numbers';
import { writePlanCsv } from '../formats/planCsv';
import { deliver } from './deliver';
import type { Delivery, OutgoingFile } from './deliver';
import { fileNameOf } from './fileName';

/** Hands the plan over as a table that a spreadsheet opens, with each indicator's result at the cut. */
export function exportCsv(plan: Plan, cut: IsoDay): Promise<Delivery> {
  return deliver(csvOf(plan, cut));
}

/** The table as a file. Results are printed with one decimal, beyond 100 too. */
export function csvOf(plan: Plan, cut: IsoDay): OutgoingFile {
  const { raw } = evaluate(planTableOf(plan), cut);
  const computed = plan.indicators.flatMap(({ id }, row) => {
    const percent = raw[row] ?? NaN;
    return Number.isNaN(percent) ? [] : [[id, percentText(Math.floor(percent * 10 + 0.5) / 1000)] as const];
  });
  const bytes = new Uint8Array(writePlanCsv(plan, new Map(computed)));
  return { name: fileNameOf(plan, 'csv'), mime: 'text/csv', bytes, isShareable: true };
}
