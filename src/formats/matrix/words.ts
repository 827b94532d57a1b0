import type { Accumulation, PhvaStage, Report, RollupMethod } from '../../domain/model';
import { compareKey } from '../cells';

/** The fixed words of a matrix: each value with the ways it is written, the first of which is ours. */
type Words<T> = readonly (readonly [T, readonly string[]])[];

const STAGES: Words<PhvaStage> = [
  ['plan', ['P: Planear', 'P', 'Planear', 'Planeación']],
  ['do', ['H: Hacer', 'H', 'Hacer']],
  ['check', ['V: Verificar', 'V', 'Verificar', 'Verificación']],
  ['act', ['A: Actuar', 'A', 'Actuar']],
];

const REPORTS: Words<Exclude<Report['k'], 'value'>> = [
  ['notReported', ['sin reporte', 'no reportado', 'sin dato', 'sin datos', 'pendiente']],
  ['notScheduled', ['no programado', 'sin programar', 'no programada']],
  ['notApplicable', ['no aplica', 'N/A', 'NA']],
];

const ACCUMULATIONS: Words<Accumulation> = [
  ['sum', ['suma']],
  ['latest', ['último valor']],
  ['average', ['promedio']],
  ['capacity', ['capacidad']],
  ['reduction', ['reducción']],
];

const ROLLUPS: Words<RollupMethod> = [
  ['flatMean', ['promedio de los indicadores']],
  ['groupMean', ['promedio de los ítems']],
  ['weighted', ['promedio ponderado']],
];

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

function readWord<T>(words: Words<T>, text: string): T | null {
  const key = compareKey(text);
  return (
    words.find(([, spellings]) => spellings.some((spelling) => compareKey(spelling) === key))?.[0] ?? null
  );
}

function writeWord<T>(words: Words<T>, value: T): string {
  return words.find(([candidate]) => candidate === value)?.[1][0] ?? '';
}
