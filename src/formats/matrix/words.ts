import type { BandScheme, ProgressClass, Rounding } from '../../domain/bands';
import type { Accumulation, GroupBy, PhvaStage, RollupMethod } from '../../domain/model';
import type { Report } from '../../domain/report';
import { compareKey } from '../cells';

/** The fixed words of a matrix: each value with the ways it is written, the first of which is ours. */
interface Words<T> {
  readonly list: Spellings<T>;
  /** Each value by the keys of its spellings; of two values with the same one, the first. */
  readonly byKey: ReadonlyMap<string, T>;
}

type Spellings<T> = readonly (readonly [T, readonly string[]])[];

const STAGES = wordsOf<PhvaStage>([
  ['plan', ['P: Planear', 'P', 'Planear', 'Planeación']],
  ['do', ['H: Hacer', 'H', 'Hacer']],
  ['check', ['V: Verificar', 'V', 'Verificar', 'Verificación']],
  ['act', ['A: Actuar', 'A', 'Actuar']],
]);

const REPORTS = wordsOf<Exclude<Report['k'], 'value'>>([
  ['notReported', ['sin reporte', 'no reportado', 'sin dato', 'sin datos', 'pendiente']],
  ['notScheduled', ['no programado', 'sin programar', 'no programada']],
  ['notApplicable', ['no aplica', 'N/A', 'NA']],
]);

const ACCUMULATIONS = wordsOf<Accumulation>([
  ['sum', ['suma']],
  ['latest', ['último valor']],
  ['average', ['promedio']],
  ['capacity', ['capacidad']],
  ['reduction', ['reducción']],
]);

const ROLLUPS = wordsOf<RollupMethod>([
  ['flatMean', ['promedio de los indicadores']],
  // Of items only, until other groups were possible.
  ['groupMean', ['promedio de los grupos', 'promedio de los ítems']],
  ['weighted', ['promedio ponderado']],
]);

/** The groups of a mean of groups; `taxonomy` is followed by its name. */
const GROUPINGS = wordsOf<GroupBy | 'taxonomy'>([
  ['item', ['por ítem']],
  ['phva', ['por ciclo PHVA']],
  ['responsible', ['por responsable']],
  ['taxonomy', ['por etiqueta']],
]);

const CLASSES = wordsOf<ProgressClass>([
  ['critical', ['crítica']],
  ['inProgress', ['en proceso']],
  ['finished', ['finalizada']],
]);

const ROUNDINGS = wordsOf<Rounding>([
  ['halfUp', ['al entero más cercano']],
  ['exact', ['sin redondear']],
]);

const EDGES = wordsOf<BandScheme['edge']>([
  ['below', ['es de la clase de abajo']],
  ['above', ['es de la clase de arriba']],
]);

/** What stands for the result of a row without a target. */
export const NO_TARGET = 'sin meta';

/** True for that, however it is spelled: it states no result. */
export function isNoTarget(text: string): boolean {
  return compareKey(text) === compareKey(NO_TARGET);
}

export function readStage(text: string): PhvaStage | null {
  return readWord(STAGES, text);
}

/** A kind of empty written as a word; null for anything else. */
export function readEmptyReport(text: string): Report | null {
  const k = readWord(REPORTS, text);
  return k && { k };
}

export function readAccumulation(text: string): Accumulation | null {
  return readWord(ACCUMULATIONS, text);
}

export function readRollup(text: string): RollupMethod | null {
  return readWord(ROLLUPS, text);
}

export function readGroupBy(text: string): GroupBy | 'taxonomy' | null {
  return readWord(GROUPINGS, text);
}

export function readClass(text: string): ProgressClass | null {
  return readWord(CLASSES, text);
}

export function readRounding(text: string): Rounding | null {
  return readWord(ROUNDINGS, text);
}

export function readEdge(text: string): BandScheme['edge'] | null {
  return readWord(EDGES, text);
}

export function writeStage(stage: PhvaStage): string {
  return writeWord(STAGES, stage);
}

export function writeEmptyReport(kind: Exclude<Report['k'], 'value'>): string {
  return writeWord(REPORTS, kind);
}

export function writeAccumulation(accumulation: Accumulation): string {
  return writeWord(ACCUMULATIONS, accumulation);
}

export function writeRollup(method: RollupMethod): string {
  return writeWord(ROLLUPS, method);
}

export function writeGroupBy(by: GroupBy | 'taxonomy'): string {
  return writeWord(GROUPINGS, by);
}

export function writeClass(progressClass: ProgressClass): string {
  return writeWord(CLASSES, progressClass);
}

export function writeRounding(rounding: Rounding): string {
  return writeWord(ROUNDINGS, rounding);
}

export function writeEdge(edge: BandScheme['edge']): string {
  return writeWord(EDGES, edge);
}

function wordsOf<T>(list: Spellings<T>): Words<T> {
  const keys = list.flatMap(([value, spellings]) =>
    spellings.map((spelling) => [compareKey(spelling), value] as const),
  );
  return { list, byKey: new Map(keys.toReversed()) };
}

function readWord<T>(words: Words<T>, text: string): T | null {
  return words.byKey.get(compareKey(text)) ?? null;
}

function writeWord<T>(words: Words<T>, value: T): string {
  return words.list.find(([candidate]) => candidate === value)?.[1][0] ?? '';
}
