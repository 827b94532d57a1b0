import type { IndicatorFigure } from '../domain/figure';
import type { IsoDay } from '../domain/isoDay';
import type { Plan } from '../domain/model';
import { writeOpenCsv } from './csv';
import { OPEN_DATA_COLUMNS } from './openDataColumns';
import type { OpenDataColumn, OpenDataRow } from './openDataColumns';
import { FILE_FACTS, OBSERVATION_UNIT, PEOPLE } from './openDataWords';

/** What open data are made of: a plan with each indicator's figures at a cut. */
export interface OpenDataSource {
  readonly plan: Plan;
  readonly cut: IsoDay;
  readonly figures: readonly IndicatorFigure[];
  /** True where free texts go too, which may hold names of people. */
  readonly withPeople: boolean;
}

/** The data, and the dictionary that tells what each column is. */
export interface OpenData {
  readonly csv: Uint8Array<ArrayBuffer>;
  readonly dictionary: Uint8Array<ArrayBuffer>;
}

/**
 * Writes a plan as open data: a line for each indicator in each period with its figures at the cut, and a dictionary
 * in JSON. For programs, unlike the table of a plan: UTF-8 without a mark, commas, decimal points, ISO days.
 */
export function openDataOf(source: OpenDataSource): OpenData {
  const columns = OPEN_DATA_COLUMNS.filter(({ isPersonal }) => source.withPeople || !isPersonal);
  const rows = rowsOf(source).map((row) => columns.map(({ write }) => write(row)));
  const text = `${JSON.stringify(dictionaryOf(source, columns), null, 2)}\n`;
  return {
    csv: writeOpenCsv([columns.map(({ name }) => name), ...rows]),
    dictionary: new Uint8Array(new TextEncoder().encode(text)),
  };
}

function rowsOf({ plan, cut, figures }: OpenDataSource): readonly OpenDataRow[] {
  return figures.flatMap((figure) => plan.periods.map((period) => ({ plan, cut, figure, period })));
}

function dictionaryOf({ plan, cut, withPeople }: OpenDataSource, columns: readonly OpenDataColumn[]) {
  return {
    titulo: plan.title,
    entidad: plan.entityName,
    vigencia: plan.planYear,
    corte: cut,
    unidad_de_observacion: OBSERVATION_UNIT,
    datos_personales: withPeople ? PEOPLE.with : PEOPLE.without,
    archivo: FILE_FACTS,
    columnas: columns.map(({ name, description, type, unit, values, rule }) => ({
      nombre: name,
      descripcion: description,
      tipo: type,
      unidad: unit ?? null,
      valores: values ? Object.fromEntries(values.map(({ value, means }) => [value, means])) : null,
      regla: rule,
    })),
  };
}
