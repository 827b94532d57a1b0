import type { Money } from '../../domain/money';
import type { Aggregate } from '../../domain/rollup';
import type { IndicatorFigure } from '../../domain/figure';
import type { AskedFigure } from '../../text/explanation';

/** The percentage that somebody asked about. */
export type Question =
  | {
      readonly of: 'aggregate';
      readonly aggregate: Aggregate;
      readonly subject: string;
      readonly asked: AskedFigure;
      /** The group it is of, as its explanation on paper knows it; none for the plan. */
      readonly part?: string;
    }
  | { readonly of: 'money'; readonly money: Money; readonly subject: string }
  | { readonly of: 'indicator'; readonly figure: IndicatorFigure };
