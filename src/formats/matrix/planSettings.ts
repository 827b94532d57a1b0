import { isWholeScheme } from '../../domain/bands';
import type { Band, BandScheme } from '../../domain/bands';
import type { Grouping, PlanBaseline } from '../../domain/model';
import { statedValueOf, textOf } from '../cells';
import type { Cell } from '../grid';
import { decimalText } from '../numbers';
import { joinList, splitList } from './lists';
import { readClass, readEdge, readGroupBy, readRounding, writeClass, writeGroupBy } from './words';

// What a plan decides for itself, in the cells of a line above its table.

/** The groups of a mean of groups: `por ítem`; `por etiqueta`, its taxonomy, and the path under it. */
export function groupingCells(by: Grouping): readonly string[] {
  if (typeof by === 'string') return [writeGroupBy(by)];
  return [writeGroupBy('taxonomy'), by.taxonomy, by.under ?? ''];
}

export function readGrouping([word = '', taxonomy = '', under = '']: readonly string[]): Grouping | null {
  const by = readGroupBy(word);
  if (by !== 'taxonomy') return by;
  if (taxonomy === '') return null;
  return under === '' ? { taxonomy } : { taxonomy, under };
}

/** A band of a class scheme: `0 a 40 | crítica`, with its id and its label where it has its own. */
export function bandCell({ id, label, progressClass, from, to }: Band): string {
  const own = label === '' && id === progressClass ? [] : [id, label].filter(Boolean);
  return joinList([`${from} a ${to}`, writeClass(progressClass), ...own]);
}

/** A class scheme as its lines say it; null when its bands leave a percent without one class. */
export function readScheme(lines: {
  readonly bands: readonly string[];
  readonly rounding: string;
  readonly edge: string;
  readonly id: string;
}): BandScheme | null {
  const scheme: BandScheme = {
    id: lines.id,
    rounding: readRounding(lines.rounding) ?? 'halfUp',
    edge: readEdge(lines.edge) ?? 'below',
    bands: lines.bands.map(readBand).filter((band) => band !== null),
  };
  return isWholeScheme(scheme) ? scheme : null;
}

export function baselineCells(baseline: PlanBaseline | null): readonly string[] {
  return baseline ? [`${decimalText(baseline.percent)}%`, baseline.source] : [];
}

export function readBaseline([percentCell, ...source]: readonly Cell[]): PlanBaseline | null {
  const percent = percentCell && statedValueOf(percentCell, 'comma')?.percent;
  return percent === undefined ? null : { percent, source: source.map(textOf).join(' ') };
}

function readBand(cell: string): Band | null {
  const [range = '', word = '', id, label = ''] = splitList(cell);
  const [, from, to] = /^(\d+) a (\d+)$/.exec(range) ?? [];
  const progressClass = readClass(word);
  if (!progressClass || from === undefined || to === undefined) return null;
  return { id: id ?? progressClass, label, progressClass, from: Number(from), to: Number(to) };
}
