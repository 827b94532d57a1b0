import type { BandScheme } from '../../domain/bands';
import { schemeFrom } from '../../domain/ownBands';
import type { BandLimit, OwnBands } from '../../domain/ownBands';
import { knownScheme } from '../../domain/schemes';
import { bandName } from '../../text/words';

/** The bands with the names that are shown, to be written over. */
export function namedBands(own: OwnBands): OwnBands {
  return { ...own, bands: own.bands.map((band) => ({ ...band, label: nameOf(band) })) };
}

/** The scheme that is written, with a label only where its band has another name than it would have anyway. */
export function writtenScheme(own: OwnBands): BandScheme {
  const scheme = schemeFrom({
    ...own,
    bands: own.bands.map((band) => {
      const label = band.label.trim();
      return { ...band, label: label === nameOf({ ...band, label: '' }) ? '' : label };
    }),
  });
  return knownScheme(scheme) ?? scheme;
}

/** True when both file every percent alike under the same names. */
export function sameScheme(one: BandScheme, other: BandScheme): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ rounding, edge, bands }: BandScheme): string {
  const parts = bands.flatMap(({ id, label, progressClass, from, to }) => [
    id,
    label,
    progressClass,
    from,
    to,
  ]);
  return [rounding, edge, ...parts].join('\n');
}

function nameOf(band: BandLimit): string {
  return bandName({ ...band, from: 0 });
}
