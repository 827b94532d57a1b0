import figures from '../fixtures/expectedFigures.json';

type Rows = readonly number[];

interface AtCut {
  readonly cut: `${number}-${number}-${number}`;
  readonly flatMean: number;
  readonly expectedMean: number;
  readonly lag: number;
  readonly lagByRow: Rows;
  readonly notStarted: Rows;
  readonly critical: Rows;
  readonly inProgress: Rows;
  readonly finished: Rows;
  readonly overdue: Rows;
}

interface ExpectedFigures {
  readonly cartagena2023: {
    readonly rows: readonly { readonly row: number; readonly computed: number }[];
    readonly atCut: AtCut & {
      readonly itemMean: number;
      readonly items: Readonly<Record<string, number>>;
      readonly phva: Readonly<Record<'P' | 'H' | 'V' | 'A', number>>;
      readonly expectedByRow: Rows;
      readonly pace: { readonly onTrack: Rows; readonly behind: Rows };
    };
    readonly atSecondCut: AtCut & {
      readonly pace: { readonly behind: Rows };
      readonly row4: { readonly attainment: number };
    };
    readonly evidence: {
      readonly annexesCited: number;
      readonly rowsCitingAnAnnex: number;
      readonly attachedOnImport: number;
      readonly reportedMean: number;
      readonly verifiedMean: number;
    };
  };
  readonly cali2020: {
    readonly components: Readonly<Record<string, number>>;
    readonly enablers: Readonly<Record<string, number>>;
    readonly purposes: Readonly<Record<string, number>>;
  };
  readonly classVectors: { readonly vectors: readonly (readonly [number, string])[] };
  readonly cartago2024: {
    readonly domains: readonly {
      readonly name: string;
      readonly printed: number;
      readonly computed: number;
    }[];
    readonly plan: { readonly printed: number; readonly groupMean: number; readonly flatMean: number };
  };
  readonly findings: Readonly<
    Record<'cartagena2023' | 'cartago2024' | 'cartagenaPeti', readonly Readonly<Record<string, unknown>>[]>
  >;
}

/** What the seeds' rows come to, by exact arithmetic made outside this program. */
export const EXPECTED = figures as unknown as ExpectedFigures;

/** As the expected figures are written: four decimals. */
export function fourDecimals(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 1e4) / 1e4 + 0;
}
