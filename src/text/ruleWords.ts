import { bandedPercent, bandOf } from '../domain/bands';
import type { Band, BandScheme, SchemeFlaw } from '../domain/bands';
import type { Calendar } from '../domain/calendar';
import type { Grouping } from '../domain/model';
import type { Percent } from '../domain/percent';
import { knownScheme } from '../domain/schemes';
import { elementAt } from '../domain/taxonomies';
import { OWN_SCHEME_NAME, schemeTitle } from './bands';
import { formatNumber, formatShortDay } from './format';
import { TAXONOMY_NAME } from './taxonomies';
import { bandName } from './words';

/** What a scheme is called: by what it does, so that one of a plan's own has no borrowed name. */
export function schemeName(scheme: BandScheme): string {
  const known = knownScheme(scheme);
  if (!known) return OWN_SCHEME_NAME;
  return known.rounding === 'exact' ? `${schemeTitle(known.id)}, sin redondear` : schemeTitle(known.id);
}

/** The name of a scheme, and the bands of one that has none: "Rangos propios: Baja (0 a 50 %), Alta (51 a 100 %)". */
export function schemeWords(scheme: BandScheme): string {
  if (knownScheme(scheme)) return schemeName(scheme);
  const bands = scheme.bands.map((band) => `${bandName(band)} (${bandRange(band, scheme)})`);
  return `${OWN_SCHEME_NAME}: ${bands.join(', ')}`;
}

/** The percents of a band, with who takes each limit: "41 a 80 %", "más de 40 y hasta 80 %", "80 % o más". */
export function bandRange({ from, to }: Band, { rounding, edge }: BandScheme): string {
  const [low, high] = [formatNumber(from), percent(to)];
  if (from === to) return high;
  if (rounding === 'halfUp' || (from === 0 && to === 100)) return `${low}\u00a0a\u00a0${high}`;
  if (edge === 'below') {
    if (from === 0) return `hasta ${high}`;
    return to === 100 ? `más de ${percent(from)}` : `más de ${low} y hasta ${high}`;
  }
  if (from === 0) return `menos de ${high}`;
  return to === 100 ? `${percent(from)} o más` : `${low} a menos de ${high}`;
}

/** What a scheme does with decimals, shown on its own first limit. */
export function roundingWords(scheme: BandScheme): string {
  const limit = scheme.bands[0]?.to ?? 100;
  const classAt = (tried: Percent) => bandName(bandOf(tried, scheme));
  if (scheme.rounding === 'halfUp') {
    const rule = 'Se redondea al entero, y la mitad sube';
    return limit >= 100 ? `${rule}.` : `${rule}: ${percent(limit + 0.5)} es ${classAt(limit + 0.5)}.`;
  }
  if (limit >= 100) return 'No se redondea.';
  const [side, at, next] =
    scheme.edge === 'below'
      ? (['abajo', limit, limit + 0.1] as const)
      : (['arriba', limit - 0.1, limit] as const);
  return `No se redondea, y el límite es de la clase de ${side}: ${percent(at)} es ${classAt(at)} y ${percent(next)}, ${classAt(next)}.`;
}

/** Why a percent is of its class: "40,5 % se redondea a 41 % y es En proceso (41 a 80 %)." */
export function trialWords(tried: Percent, scheme: BandScheme): string {
  const banded = bandedPercent(tried, scheme.rounding);
  const band = bandOf(tried, scheme);
  const isCapped = tried < 0 || tried > 100;
  const how = isCapped ? 'cuenta como' : 'se redondea a';
  const counted = banded === tried ? '' : ` ${how} ${percent(banded)} y`;
  return `${percent(tried)}${counted} es ${bandName(band)} (${bandRange(band, scheme)}).`;
}

type FlawOf<Code extends SchemeFlaw['code']> = SchemeFlaw & { readonly code: Code };
type FlawTeller<Code extends SchemeFlaw['code']> = (
  flaw: FlawOf<Code>,
  nameOf: (band: string) => string,
) => string;

/** A code without a sentence does not compile. */
const FLAWS: { readonly [Code in SchemeFlaw['code']]: FlawTeller<Code> } = {
  noBands: () => 'No hay ninguna clase.',
  repeatedBand: ({ band }, nameOf) => `«${nameOf(band)}» está dos veces.`,
  notWhole: ({ band }, nameOf) => `El límite de «${nameOf(band)}» debe ser un número entero.`,
  outside: ({ band }, nameOf) => `«${nameOf(band)}» se sale de 0 a ${percent(100)}.`,
  empty: ({ band }, nameOf) =>
    `«${nameOf(band)}» queda vacía: su límite debe ser mayor que el de la clase anterior.`,
  hole: ({ from, to }) =>
    from === to
      ? `Queda un hueco: el ${percent(to)} no tiene ninguna clase.`
      : `Queda un hueco: de ${from} a ${percent(to)} no hay ninguna clase.`,
  overlap: ({ from, to }) =>
    from === to
      ? `El ${percent(to)} está en dos clases a la vez.`
      : `De ${from} a ${percent(to)} hay dos clases a la vez.`,
};

/** What keeps a scheme from being used, in a sentence. */
export function flawWords(flaw: SchemeFlaw, { bands }: BandScheme): string {
  const teller = FLAWS[flaw.code] as (facts: SchemeFlaw, nameOf: (band: string) => string) => string;
  return teller(flaw, (id) => {
    const band = bands.find((one) => one.id === id);
    return band ? bandName(band) : id;
  });
}

/**
 * The band that goes by the name of one before it, also where both go by their class; null where each has its own.
 * A plan that has such a scheme is still reckoned by it, so it is no flaw of the scheme itself.
 */
export function bandOfRepeatedName({ bands }: BandScheme): Band | null {
  const names = bands.map((band) => bandName(band).trim().toLowerCase());
  return bands.find((_, place) => names.indexOf(names[place] ?? '') < place) ?? null;
}

/** What keeps a scheme from being used that gives two of its bands one name. */
export function repeatedNameWords(band: Band): string {
  return `Hay dos clases que se llaman «${bandName(band)}»: dele a cada una su nombre.`;
}

/** What the groups of a mean of groups are. */
export function groupingName(by: Grouping): string {
  if (typeof by === 'string') return { item: 'Ítem', phva: 'Ciclo PHVA', responsible: 'Responsable' }[by];
  const taxonomy = TAXONOMY_NAME[by.taxonomy] ?? by.taxonomy;
  if (by.under === undefined) return taxonomy;
  return `${elementAt(by.taxonomy, by.under)?.name ?? by.under} (${taxonomy})`;
}

/** How often a plan reports, by the months of a period. */
export const RHYTHMS: Readonly<Record<number, string>> = {
  1: 'Mensual',
  2: 'Bimestral',
  3: 'Trimestral',
  4: 'Cuatrimestral',
  6: 'Semestral',
  12: 'Anual',
};

/** "Trimestral, del 1 ene 2023 al 31 dic 2023", "Con corte el 31 jul 2024, del ...". */
export function calendarWords(calendar: Calendar): string {
  const { start, end } = calendar;
  return `${rhythmWords(calendar)}, del ${formatShortDay(start)} al ${formatShortDay(end)}`;
}

/** "Trimestral", "Cada 5 meses", "Con corte el 31 jul 2024". */
export function rhythmWords({ monthsPerPeriod, cuts = [] }: Calendar): string {
  if (cuts.length > 0) {
    const days = cuts.map((cut) => `el ${formatShortDay(cut)}`);
    return `Con ${cuts.length === 1 ? 'corte' : 'cortes'} ${list.format(days)}`;
  }
  return RHYTHMS[monthsPerPeriod] ?? `Cada ${monthsPerPeriod} meses`;
}

const list = new Intl.ListFormat('es-CO');

function percent(value: number): string {
  return `${formatNumber(value)}\u00a0%`;
}
