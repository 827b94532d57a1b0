import { keysOf, numberOf, textOf } from '../../domain/fields';
import { reportFrom } from '../../domain/readReport';
import { cleanText } from '../../formats/cells';
import { isRecord, sameJson } from '../../log/json';
import type { Json } from '../../log/json';

/** What a spreadsheet keeps of a number. */
const DIGITS = 15;

/** True where a field says nothing: no value, no text, and a period that was not reported. */
export function isEmptyValue(field: string, value: Json): boolean {
  if (field === 'report') return reportFrom(value).k === 'notReported';
  return value === null || value === '';
}

/** True when two values of a field say the same, whatever noise a spreadsheet leaves in them. */
export function sameValue(field: string, one: Json, other: Json): boolean {
  if (isEmptyValue(field, one) && isEmptyValue(field, other)) return true;
  if (typeof one === 'string' && typeof other === 'string') return cleanText(one) === cleanText(other);
  if (typeof one === 'number' && typeof other === 'number') return sameNumber(one, other);
  if (field === 'report') return sameReport(one, other);
  if (field === 'statedValue') return sameStated(one, other);
  return sameJson(one, other);
}

function sameNumber(one: number, other: number): boolean {
  return one === other || one.toPrecision(DIGITS) === other.toPrecision(DIGITS);
}

function sameReport(one: Json, other: Json): boolean {
  const [a, b] = [reportFrom(one), reportFrom(other)];
  return a.k === 'value' && b.k === 'value' ? sameNumber(a.v, b.v) : a.k === b.k;
}

/** The percent counts: `9,5 %` and `9,5%` state the same. */
function sameStated(one: Json, other: Json): boolean {
  if (!isRecord(one) || !isRecord(other)) return false;
  const [a, b] = [keysOf(one), keysOf(other)];
  const [percent, against] = [numberOf(a['percent']), numberOf(b['percent'])];
  if (percent === null || against === null) return textOf(a['text']) === textOf(b['text']);
  return sameNumber(percent, against);
}
