import type { Band, BandScheme, Rounding } from './bands';

/** The id of a scheme that a plan made for itself. */
export const OWN_SCHEME = 'own';

/** A band by where it ends: where it begins follows from the one before. */
export type BandLimit = Omit<Band, 'from'>;

/** A scheme as a person writes it, from the lowest band up; half written it may hold NaN for a limit. */
export interface OwnBands {
  readonly rounding: Rounding;
  readonly edge: BandScheme['edge'];
  readonly bands: readonly BandLimit[];
}

/** The upper limits of a scheme, to go on writing from them. */
export function ownBandsOf({ rounding, edge, bands }: BandScheme): OwnBands {
  const inOrder = [...bands].sort((a, b) => a.from - b.from);
  return {
    rounding,
    edge,
    bands: inOrder.map(({ id, label, progressClass, to }) => ({ id, label, progressClass, to })),
  };
}

/**
 * The scheme that upper limits come to. No overlap can be written, and no hole but one at the end;
 * `validateScheme` says whether it is whole. A limit that is no whole number is passed over by the next band.
 */
export function schemeFrom({ rounding, edge, bands }: OwnBands): BandScheme {
  const step = rounding === 'halfUp' ? 1 : 0;
  let from = 0;
  const ranged = bands.map((limit): Band => {
    const { id, label, progressClass, to } = limit;
    const band = { id, label, progressClass, from, to };
    if (Number.isInteger(to)) from = to + step;
    return band;
  });
  return { id: OWN_SCHEME, rounding, edge, bands: ranged };
}

/** One band more: the upper half of the last one, of its class and still without a name. */
export function withSplitBand(own: OwnBands): OwnBands {
  const whole = schemeFrom(own).bands.at(-1);
  const to = whole && Number.isInteger(whole.to) ? whole.to : 100;
  const added: BandLimit = {
    id: newId(own),
    label: '',
    progressClass: whole?.progressClass ?? 'critical',
    to,
  };
  const half = Math.floor(((whole?.from ?? 0) + to) / 2);
  const before = own.bands.map((band) => (band.id === whole?.id ? { ...band, to: half } : band));
  return { ...own, bands: [...before, added] };
}

/** One band less: the one above it takes its room, or the one below where it was the last. */
export function withoutBand(own: OwnBands, id: string): OwnBands {
  const last = own.bands.at(-1);
  const bands = own.bands.filter((band) => band.id !== id);
  const end = last?.id === id ? last.to : null;
  return {
    ...own,
    bands: bands.map((band, at) => (end !== null && at === bands.length - 1 ? { ...band, to: end } : band)),
  };
}

/** With or without rounding, each whole percent stays in its band; another edge alone moves what lies on it. */
export function withRounding(own: OwnBands, rounding: Rounding, edge: BandScheme['edge']): OwnBands {
  const by = rounding === own.rounding ? 0 : endsBefore({ rounding, edge }) - endsBefore(own);
  const last = own.bands.length - 1;
  return {
    rounding,
    edge,
    bands: own.bands.map((band, at) => (at === last ? band : { ...band, to: band.to + by })),
  };
}

/** 1 where a limit is the first percent of the next band, 0 where it is the last of its own. */
function endsBefore({ rounding, edge }: Omit<OwnBands, 'bands'>): number {
  return rounding === 'exact' && edge === 'above' ? 1 : 0;
}

function newId({ bands }: OwnBands): string {
  let number = bands.length + 1;
  while (bands.some(({ id }) => id === `band${number}`)) number += 1;
  return `band${number}`;
}
