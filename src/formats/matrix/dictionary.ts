import type { FieldWords } from './fields';
import { FIGURE_WORDS } from './figureWords';
import { WORK_WORDS } from './workWords';

/** The headers of each field as entities write them. To teach a new one, add it to one of the two. */
export const DICTIONARY: readonly FieldWords[] = [...WORK_WORDS, ...FIGURE_WORDS];

/** Compare keys of dates that are of the report and not of the work: never proposed for its start or its end. */
export const NOT_OF_THE_WORK = /(corte|seguimiento|reporte|aprobacion|actualizacion|revision|elaboracion)/;

/** Compare keys that speak of money: a period under them is no result. */
export const MONEY = /presupuest|financier|recursos|inversion|pesos|apropiacion|costo|pagos/;

/** Compare keys of what is to be done itself, and not of the project that it is part of. */
export const OF_ACTIVITIES = /actividad|accion|tarea|compromiso/;

/** Compare keys of codes of a project: many activities have the same one. */
export const OF_PROJECTS = /proyecto|programa(?!d|ci)|bpin|bppim|suifp/;

/** Compare keys of what groups rows by when they are due: over days it is when each of them ends. */
export const TERM = /plazo|horizonte|tiempo/;
