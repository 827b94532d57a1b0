import { decimalsOf } from '../decimal';
import { measuresPartsOfOne } from '../entry';
import type { Indicator } from '../model';
import type { Finding } from './finding';

const PLACEHOLDER = /^\s*#/;
const PERCENT_UNIT = /porcentaje|porcentual(?!es)|por\s+ciento|%/iu;
const FIGURES = /^\s*(?:una?\s+)?\d[\d.,]*\s*(%|por\s+ciento)?/iu;
const WORDS = /^\s*(?:una?|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|cien)\b/iu;

/** The target's text against its number: `#`, no number at all, or a number in the other unit. */
export function targetTextFindings(indicator: Indicator): readonly Finding[] {
  const { id: entity, targetText: text, target, targetUnit } = indicator;
  if (target === null || text.trim() === '') return [];
  if (PLACEHOLDER.test(text)) return [{ code: 'targetTextPlaceholder', entity, text, target, targetUnit }];
  const leading = FIGURES.exec(text) ?? WORDS.exec(text);
  if (!leading && !/\d/.test(text))
    return [{ code: 'targetTextWithoutNumber', entity, text, target, targetUnit }];
  const isOther = leading !== null && (leading[1] !== undefined) !== (targetUnit === 'percent');
  return isOther ? [{ code: 'targetUnitMismatch', entity, text, target, targetUnit }] : [];
}

/** A unit in percent whose target is not, or the other way round. */
export function unitMismatch(indicator: Indicator): readonly Finding[] {
  const { id: entity, unitOfMeasure: text, target, targetUnit } = indicator;
  if (target === null || text.trim() === '') return [];
  if (PERCENT_UNIT.test(text) === (targetUnit === 'percent')) return [];
  return [{ code: 'targetUnitMismatch', entity, text, target, targetUnit }];
}

/**
 * Parts of a thing that is counted whole: 0,3 of an informe. Only what is added up is counted:
 * a level, such as an index, may have decimals.
 */
export function fractionsInCount(indicator: Indicator): readonly Finding[] {
  const { id: entity, target, targetUnit, accumulation } = indicator;
  if (accumulation !== 'sum') return [];
  const values = valuesOf(indicator).filter((value) => decimalsOf(value) > 0);
  const isCount = targetUnit === 'count' && (target === null || decimalsOf(target) === 0);
  return isCount && values.length > 0 ? [{ code: 'fractionInCount', entity, values, target }] : [];
}

/**
 * Parts of one whole, added up period by period: 20 % and then 50 % would make 70 % (X-46). Nothing is asked
 * before something has been reported.
 */
export function cumulativeByNature(indicator: Indicator): readonly Finding[] {
  const { id: entity, target, targetUnit, accumulation } = indicator;
  if (accumulation !== 'sum' || target === null) return [];
  const values = valuesOf(indicator);
  if (values.length === 0 || !measuresPartsOfOne(indicator, values)) return [];
  return [{ code: 'cumulativeByNature', entity, target, targetUnit }];
}

function valuesOf({ reports }: Indicator): readonly number[] {
  return [...reports.values()].flatMap(({ report }) => (report.k === 'value' ? [report.v] : []));
}
