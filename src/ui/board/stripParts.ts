import { isByClass } from '../../domain/bands';
import type { BandScheme } from '../../domain/bands';
import type { BoardFacts } from '../../domain/board';
import { countedBand, countedPart } from '../../text/pieces';
import { activitiesPath } from '../paths';
import type { StripPart } from '../shared/shapes';
import { partIcon, partTone } from '../shared/tone';

/** What the strip shows: the classes, or the bands where those say more, and what has not started. */
export function stripParts(copy: string, facts: BoardFacts, scheme: BandScheme): readonly StripPart[] {
  return [
    ...(isByClass(scheme) ? classParts(copy, facts) : bandParts(copy, facts)),
    {
      id: 'notStarted',
      counted: countedPart('notStarted'),
      tone: partTone('notStarted'),
      mark: partIcon('notStarted'),
      total: facts.states.notStarted,
      behind: 0,
      href: activitiesPath(copy, { state: 'notStarted' }),
    },
  ];
}

function classParts(copy: string, { classes, behind }: BoardFacts): readonly StripPart[] {
  return (['critical', 'inProgress', 'finished'] as const).map((id) => ({
    id,
    counted: countedPart(id),
    tone: partTone(id),
    mark: partIcon(id),
    total: classes[id],
    behind: behind[id],
    href: activitiesPath(copy, { class: id }),
  }));
}

function bandParts(copy: string, { bands }: BoardFacts): readonly StripPart[] {
  return bands.map(({ band, n, behind }, place) => ({
    id: band.id,
    counted: countedBand(band),
    tone: partTone(band.progressClass),
    mark: (place + 1) / bands.length,
    total: n,
    behind,
    href: activitiesPath(copy, { band: band.id }),
  }));
}
