import { isByClass } from '../domain/bands';
import type { Band, BandScheme } from '../domain/bands';
import type { IndicatorFigure } from '../domain/figure';
import type { Standing } from './pieces';
import { bandName } from './words';

/** By the id of the scheme, which for the same bands without rounding ends in another word. */
const SCHEME: Readonly<Record<string, string>> = {
  'cali-3': 'Tres clases (Cali 2020)',
  'dnp-5': 'Cinco niveles del DNP',
  'dafp-5': 'Cinco niveles del DAFP',
};

/** What a scheme is called, by its id; any other is a plan's own. */
export function schemeTitle(id: string): string {
  const known = id.replace(/-exact$/, '');
  // A scheme may be called anything, also as what every object has.
  return (Object.hasOwn(SCHEME, known) ? SCHEME[known] : undefined) ?? OWN_SCHEME_NAME;
}

export const OWN_SCHEME_NAME = 'Rangos propios';

/** The scheme's name, its bands and how a percent is filed: "Tres clases: crítica 0–40, …; se redondea al entero". */
export function schemeRule({ id, rounding, edge, bands }: BandScheme): string {
  const last = bands.length - 1;
  const said = bands.map((band, at) => {
    const span =
      rounding === 'halfUp' ? `${band.from}–${band.to}` : exactSpan(band, edge, at === 0, at === last);
    return `${inSentence(band)} ${span}`;
  });
  const how = rounding === 'halfUp' ? 'se redondea al entero' : 'sin redondear';
  return `${schemeTitle(id)}: ${said.join(', ')}; ${how}.`;
}

/** How an indicator stands, with the name of its band where that says more than its class. */
export function standingIn(scheme: BandScheme, figure: IndicatorFigure): Standing {
  const band = scheme.bands.find(({ id }) => id === figure.bandId);
  return !band || isByClass(scheme) ? figure : { ...figure, bandName: bandName(band) };
}

/** A person's own words keep their capitals. */
function inSentence(band: Band): string {
  return band.label || bandName(band).toLowerCase();
}

/** Which of two bands takes the percent where they meet. */
function exactSpan({ from, to }: Band, edge: BandScheme['edge'], isFirst: boolean, isLast: boolean): string {
  const [over, upTo] = edge === 'below' ? ['más de', 'hasta'] : ['desde', 'menos de'];
  return (
    [isFirst ? '' : `${over} ${from}`, isLast ? '' : `${upTo} ${to}`].filter(Boolean).join(' y ') || '0–100'
  );
}
