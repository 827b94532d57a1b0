import type { MatrixReading } from '../../../src/formats/matrix/reading';
import type { Written } from '../tables';

/** The columns before those of periods, and a row of them. */
export const FIRST = ['ACTIVIDAD', 'INDICADOR', 'META'];
export const HEAD: readonly Written[] = ['Hacer', 'Hecho', 10];

/** What each column after the first three was taken for: aspect and place, or the field, or '' for a kept one. */
export function takenFor(read: MatrixReading): readonly string[] {
  return read.columns
    .slice(FIRST.length)
    .map(({ period, field }) => (period ? `${period.aspect} ${period.index}` : (field ?? '')));
}

export const SHORT_MONTHS = 'ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC'.split(' ');
export const LONG_MONTHS =
  'ENERO FEBRERO MARZO ABRIL MAYO JUNIO JULIO AGOSTO SEPTIEMBRE OCTUBRE NOVIEMBRE DICIEMBRE'.split(' ');

export const blanks = (count: number): readonly null[] => Array.from({ length: count }, () => null);

export const confidencesOf = (read: MatrixReading) =>
  read.columns.slice(FIRST.length).map(({ confidence }) => confidence);
