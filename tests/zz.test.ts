import { it } from 'vitest';
import fc from 'fast-check';
import { reportContext } from '../src/documents/reports/context';
import { findingsOf } from '../src/domain/findings';
import { placedCells, wideCell } from '../src/domain/document';
import { REPORT_KINDS } from '../src/domain/reportForms';
import { documentOf } from '../src/ui/reports/documentOf';
import { oracleOf } from './support/domainNumber';
import { anyPlan } from './formats/anyPlan';
import { cartagena } from './support/cartagena';
it('x', () => {
  const seen = new Map<string, string>();
  const own = new Map<string, string>();
  const wrong = new Map<string, string>();
  for (const plan of [cartagena(), ...fc.sample(anyPlan, 60)]) {
    const cut = plan.periods.at(-1)!.end;
    const ctx = reportContext(plan, plan === undefined ? cut : plan.periods[0]!.end, findingsOf(plan));
    const o = oracleOf(plan, ctx.cut);
    for (const kind of REPORT_KINDS) {
      const d = documentOf(kind, ctx, { part: null, withPeople: true, today: '2024-01-15', seed: 'x', size: 5, changes: [] } as any);
      const visit = (w: any) => {
        if (typeof w === 'string') { if (/\d/.test(w)) own.set(kind + ': ' + w, ''); return; }
        for (const i of w) {
          if (typeof i === 'string') { if (/\d/.test(i)) own.set(kind + ': ' + i, ''); }
          else if (i.k === 'figure') {
            let said; try { said = o(i.of); } catch (e) { said = 'throws ' + e; }
            if (said === undefined) seen.set(kind + ' ' + i.of.replace(/ind:\w+/, 'ind'), i.text);
            else if (said !== null ? Math.abs((i.value ?? NaN) - (said as number)) > 1e-9 || i.value === null : i.value !== null && !/^(day|period|instant|rule)/.test(i.of)) wrong.set(kind + ' ' + i.of, `${i.value} vs ${said}`);
          }
        }
      };
      for (const b of d.blocks as any[]) {
        if (b.k === 'heading' || b.k === 'paragraph') visit(b.text);
        if (b.k === 'list') b.items.forEach((x: any) => visit(x.text));
        if (b.k === 'facts') b.rows.forEach((r: any) => { visit(r[0]); visit(r[1]); });
        if (b.k === 'bars') { visit(b.caption); b.bars.forEach((x: any) => { visit(x.name); visit(x.text); }); }
        if (b.k === 'table') { visit(b.caption); b.columns.forEach((c: any) => { visit(c.label); visit(c.over ?? ''); }); placedCells(b).forEach((r) => r.forEach(({ cell }) => visit(wideCell(cell).text))); }
      }
    }
  }
  const short = (m: Map<string, string>) => [...m].slice(0, 400).map(([k, v]) => `${k} = ${v}`.slice(0, 170)).join('\n');
  console.log('UNKNOWN\n' + short(new Map([...seen].filter(([k], i, all) => all.findIndex(([x]) => x.replace(/[^\s/]*\//g, '') === k.replace(/[^\s/]*\//g, '')) === i))) + '\nOWN\n' + short(own).slice(0, 3000) + '\nWRONG\n' + short(wrong).slice(0, 3000));
});
