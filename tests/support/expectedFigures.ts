import figures from '../fixtures/expectedFigures.json';

type Rows = readonly number[];
type Day = `${number}-${number}-${number}`;
type Named = Readonly<Record<string, number>>;

interface AtCut {
  readonly cut: Day;
  readonly flatMean: number;
  readonly expectedMean: number;
  readonly lag: number;
  readonly lagByRow: Rows;
  readonly notStarted: Rows;
  readonly critical: Rows;
  readonly inProgress: Rows;
  readonly finished: Rows;
  readonly overdue: Rows;
  readonly pace: Readonly<Record<string, Rows>>;
}

/** An entry of the list of findings: its code, and whatever facts it gives. */
export type ListedFinding = Readonly<Record<string, unknown>> & { readonly code: string };
export type SeedKey = 'cartagena2023' | 'cartago2024' | 'cartagenaPeti';

interface ExpectedFigures {
  readonly cartagena2023: {
    readonly file: string;
    readonly baseline: number;
    readonly rows: readonly Readonly<Record<'row' | 'target' | 'q1' | 'printed' | 'computed', number>>[];
    readonly atCut: AtCut & {
      readonly itemMean: number;
      readonly items: Named;
      readonly phva: Readonly<Record<'P' | 'H' | 'V' | 'A', number>>;
      readonly expectedByRow: Rows;
    };
    readonly atSecondCut: AtCut & { readonly row4: { readonly attainment: number } };
    readonly paceTolerancePoints: number;
    readonly evidence: Named;
  };
  readonly cartago2024: {
    readonly file: string;
    readonly domains: readonly {
      readonly name: string;
      readonly printed: number;
      readonly computed: number;
    }[];
    readonly plan: Readonly<
      Record<'printed' | 'groupMean' | 'groupMeanOfPrintedDomains' | 'flatMean', number>
    >;
    readonly inconsistencies: readonly string[];
  };
  readonly cali2020: {
    readonly period: readonly [first: string, last: string];
    readonly plan: number;
    readonly components: Named;
    readonly enablers: Named;
    readonly purposes: Named;
    readonly inExecutionShare: number;
    readonly finishedOrNearShare: number;
    readonly bands: readonly (readonly [progressClass: string, from: number, to: number])[];
    readonly prose: string;
    readonly mostPendingDepartment: string;
  };
  readonly furag: {
    readonly indexByYear: Named;
    readonly reportedGain: number;
    readonly referenceMaximum2020: number;
  };
  readonly classVectors: { readonly vectors: readonly (readonly [number, string])[] };
  readonly findings: Readonly<Record<SeedKey, readonly ListedFinding[]>>;
}

/** What the seeds' rows come to, by exact arithmetic made outside this program. */
export const EXPECTED = figures as unknown as ExpectedFigures;

/** As the expected figures are written: four decimals. */
export function fourDecimals(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 1e4) / 1e4 + 0;
}
