import naughty from 'big-list-of-naughty-strings';
import { writtenText } from '../../src/formats/cells';

export const NAUGHTY_HEADERS = [
  'ITEM',
  'ACTIVIDAD',
  'PRODUCTO',
  'INDICADOR',
  'DESCRIPCION DE LA META',
  'META DEL INDICADOR',
  '2023 TRIMESTRE 1',
  'APUNTES',
];

/** Each string in every field of prose that a matrix has, and in a column that nobody recognises. */
export const NAUGHTY_ROWS = naughty.map((text, at) => [`${at + 1}`, text, text, text, text, '1', '0', text]);
export const NAUGHTY_WRITTEN = naughty.map(writtenText);
