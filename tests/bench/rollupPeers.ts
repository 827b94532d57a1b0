// What would be used instead of our pass: a spreadsheet's engine by a user, a table library by an engineer.
import type { Figures } from './figures';
import { importPeer } from './importPeer';
import type { Racer } from './race';

/** A plan's numbers as a person wrote them. */
export interface WrittenPlan {
  readonly targets: Float64Array;
  /** A value per period that counts, row after row. */
  readonly values: Float64Array;
  readonly periods: number;
}

/**
 * A pass goes from what is loaded to each row's percent at 9 decimals, capped percent and class by the scheme
 * of three, and to their mean, which it gives.
 */
export interface RollupPeer extends Racer {
  /** What the last pass came to. */
  readonly figures: () => Figures;
}

/** Each loads the plan in its own way; loading is not measured, as ours is not. */
export const ROLLUP_PEERS: readonly ((plan: WrittenPlan) => Promise<RollupPeer>)[] = [hyperFormula, arquero];

interface CellAddress {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
}

interface HyperFormulaPackage {
  readonly HyperFormula: {
    buildFromArray(
      rows: readonly (readonly (number | string)[])[],
      options: { readonly licenseKey: string; readonly smartRounding: boolean },
    ): {
      setCellContents(at: CellAddress, value: number): unknown;
      getCellValue(at: CellAddress): unknown;
      getSheetValues(sheet: number): readonly (readonly unknown[])[];
    };
  };
}

const WHOLE: CellAddress = { sheet: 0, row: 0, col: 0 };
const MEAN: CellAddress = { sheet: 0, row: 0, col: 1 };

/**
 * HyperFormula is under GPL-3.0 and this is all we do with it: a bench on a developer's machine. It is no
 * dependency of the app and no part of what is built or shipped.
 *
 * The 100 of "percent" is a cell that every row hangs on. When it comes back after a 0, every formula is
 * computed again and nothing else is done: what a spreadsheet does when something changes, at its best.
 * `rebuildAndRecalculate` would write out and parse all formulas too, four times the time, and neither we nor
 * arquero load the plan again.
 */
async function hyperFormula(plan: WrittenPlan): Promise<RollupPeer> {
  const { HyperFormula } = await importPeer<HyperFormulaPackage>('hyperformula');
  const sheet = HyperFormula.buildFromArray(sheetRows(plan), {
    licenseKey: 'gpl-v3',
    // Else it gives ten digits, and 118.518518519 has twelve.
    smartRounding: false,
  });
  const mean = () => Number(sheet.getCellValue(MEAN));
  return {
    name: 'hyperformula',
    prepare: () => void sheet.setCellContents(WHOLE, 0),
    pass: () => {
      sheet.setCellContents(WHOLE, 100);
      return mean();
    },
    figures: () => {
      const rows = sheet.getSheetValues(0).slice(1);
      const percents = rows.map((row) => Number(row[plan.periods + 1]));
      return { percents, classes: rows.map((row) => row[plan.periods + 4]), mean: mean() };
    },
  };
}

/** The 100 and the mean; then a row per indicator: target, values, percent, capped, rounded, class. */
function sheetRows({ targets, values, periods }: WrittenPlan): readonly (readonly (number | string)[])[] {
  const letters = Array.from({ length: periods + 5 }, (_, column) => String.fromCharCode(65 + column));
  const [percent, capped, rounded] = letters.slice(periods + 1);
  const rows = Array.from(targets, (target, at) => {
    const row = at + 2;
    return [
      target,
      ...values.subarray(at * periods, (at + 1) * periods),
      `=ROUND($A$1*SUM(B${row}:${letters[periods]}${row})/A${row},9)`,
      `=MIN(100,MAX(0,${percent}${row}))`,
      `=ROUND(${capped}${row},0)`,
      `=IF(${rounded}${row}<=40,"critical",IF(${rounded}${row}<=80,"inProgress","finished"))`,
    ];
  });
  return [[100, `=AVERAGE(${capped}2:${capped}${targets.length + 1})`], ...rows];
}

interface ArqueroTable {
  derive(columns: Readonly<Record<string, string>>): ArqueroTable;
  rollup(columns: Readonly<Record<string, string>>): ArqueroTable;
  get(column: string): number;
  array(column: string): ArrayLike<unknown>;
}

interface ArqueroPackage {
  readonly table: (columns: Readonly<Record<string, Float64Array>>) => ArqueroTable;
}

/** A column per period; each derived column waits for the one that it is made of. */
async function arquero({ targets, values, periods }: WrittenPlan): Promise<RollupPeer> {
  const { table } = await importPeer<ArqueroPackage>('arquero');
  const names = Array.from({ length: periods }, (_, column) => `p${column}`);
  const columnOf = (column: number) => targets.map((_, row) => values[row * periods + column]!);
  const loaded = table({
    target: targets,
    ...Object.fromEntries(names.map((name, column) => [name, columnOf(column)] as const)),
  });
  const total = names.map((name) => `d.${name}`).join(' + ');
  let derived = loaded;
  let mean = NaN;
  return {
    name: 'arquero',
    pass: () => {
      derived = loaded
        .derive({ percent: `d => round(1e9 * 100 * (${total}) / d.target) / 1e9` })
        .derive({ capped: 'd => least(100, greatest(0, d.percent))' })
        .derive({ rounded: 'd => floor(d.capped + 0.5)' })
        .derive({ class: "d => d.rounded <= 40 ? 'critical' : d.rounded <= 80 ? 'inProgress' : 'finished'" });
      mean = derived.rollup({ mean: 'd => mean(d.capped)' }).get('mean');
      return mean;
    },
    figures: () => ({
      percents: derived.array('percent') as ArrayLike<number>,
      classes: derived.array('class'),
      mean,
    }),
  };
}
