import { isByClass } from '../domain/bands';
import type { Band, BandScheme } from '../domain/bands';
import type { IndicatorFigure } from '../domain/figure';
import type { Standing } from './pieces';
import { bandName } from './words';

const SCHEME: Readonly<Record<string, string>> = {
  'cali-3': 'Rangos Cali 2020',
  'cali-3-exact': 'Rangos Cali 2020 sin redondeo',
  'dnp-5': 'Cinco niveles del DNP',
  'dnp-5-exact': 'Cinco niveles del DNP sin redondeo',
  'dafp-5': 'Cinco niveles del autodiagnóstico del DAFP',
};

/** The scheme's name, its bands and how a percent is filed: "Rangos Cali 2020: crítica 0–40, …; se redondea al entero". */
export function schemeRule({ id, rounding, edge, bands }: BandScheme): string {
  const last = bands.length - 1;
  const said = bands.map((band, at) => {
    const span =
      rounding === 'halfUp' ? `${band.from}–${band.to}` : exactSpan(band, edge, at === 0, at === last);
    return `${inSentence(band)} ${span}`;
  });
  const how = rounding === 'halfUp' ? 'se redondea al entero' : 'sin redondear';
  return `${SCHEME[id] ?? 'Rangos propios del plan'}: ${said.join(', ')}; ${how}.`;
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
