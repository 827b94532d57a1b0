import type { ResponsibleParty } from '../../domain/report';
import type { Inline, Quote } from '../../domain/document';
import type { IndicatorFigure } from '../../domain/figure';
import type { Group } from '../../domain/groups';
import type { Grouping } from '../../domain/model';
import { groupName, indicatorTitle } from '../../text/explanation';
import { groupingName } from '../../text/groupings';
import { reportWords } from '../../text/reports';
import { itemName, narrative } from '../../text/reportWords';
import { listed } from '../../text/say';
import type { ReportContext } from './context';
import { quote } from './figures';

/** What an indicator is called in a report; a dash where the plan calls it nothing. */
export function rowName({ plan }: ReportContext, { index }: Pick<IndicatorFigure, 'index'>): Quote {
  return quote(indicatorTitle(plan, index) || reportWords.none);
}

/** What a group is called: an item that says what it is of goes without its number. */
export function groupQuote(group: Group): Quote {
  if (group.by !== 'item') return quote(groupName(group));
  const { differentialCriterion, number } = group.item;
  return quote(differentialCriterion || itemName(number));
}

/** A way of grouping, within a sentence. */
export function groupingQuote(by: Grouping): Quote {
  const name = groupingName(by);
  return quote(name.charAt(0).toLowerCase() + name.slice(1));
}

/** Who answers for an indicator. */
export function responsibleWords({ indicator }: IndicatorFigure): readonly Inline[] {
  const parties = indicator.activity.responsibleParties;
  return parties.length === 0
    ? [narrative.withoutResponsible]
    : listed(parties.map(({ name }) => quote(name)));
}

/** Who answers for something; the words for nobody where nobody does. */
export function partyQuote(party: ResponsibleParty | null): Quote {
  return groupQuote({ by: 'responsible', id: party?.id ?? '', party, rows: [] });
}
