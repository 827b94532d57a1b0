// A team's year without a network, the same for every engine: each tablet edits rows of its own, and pairs of tablets
// write some cells apart. The truth is kept beside it.

/** Twelve fields that describe an activity, then what four quarters planned and achieved. */
export const FIELDS = [
  ...[
    'title',
    'summary',
    'owner',
    'status',
    'rank',
    'start',
    'end',
    'budget',
    'unit',
    'place',
    'notes',
    'risk',
  ],
  ...[1, 2, 3, 4].flatMap((quarter) => [`planned${quarter}`, `achieved${quarter}`]),
] as const;

const CONTESTABLE = FIELDS.filter((field) => field.startsWith('achieved'));
const NOUNS =
  'mesa plan meta corte avance soporte comité dato trámite servicio equipo barrio archivo portal sede jornada'.split(
    ' ',
  );
const STATES = ['notStarted', 'running', 'delayed', 'done', 'blocked'];
const DAY_MS = 86_400_000;

export type Value = string | number;

export interface Edit {
  readonly entity: string;
  readonly field: string;
  readonly value: Value;
  readonly atMs: number;
  readonly by: string;
}

export interface Workload {
  readonly entities: readonly string[];
  /** What everybody begins with: a row per entity, a value per field. */
  readonly base: readonly (readonly Value[])[];
  readonly baseMs: number;
  /** What each tablet wrote, in its order. */
  readonly tablets: readonly (readonly Edit[])[];
  /** Cells that two tablets wrote apart, by `cellOf`, with both values. */
  readonly contested: ReadonlyMap<string, readonly Value[]>;
  /** The last value of every other cell. */
  readonly settled: ReadonlyMap<string, Value>;
}

export interface WorkloadSize {
  readonly activities: number;
  readonly tablets: number;
  readonly edits: number;
  readonly contested: number;
}

export function cellOf(entity: string, field: string): string {
  return `${entity} ${field}`;
}

/** The same sizes give the same workload, on every machine. */
export function makeWorkload({ activities, tablets, edits, contested }: WorkloadSize): Workload {
  const random = randomFrom(20_260_401);
  const entities = Array.from({ length: activities }, (_, at) => `act:${String(at).padStart(5, '0')}`);
  const base = entities.map(() => FIELDS.map((field) => aValue(field, random)));
  const settled = new Map<string, Value>();
  entities.forEach((entity, row) =>
    FIELDS.forEach((field, column) => settled.set(cellOf(entity, field), base[row]![column]!)),
  );
  const apart = Array.from({ length: contested }, (_, at) => {
    const row = at % activities;
    const field = CONTESTABLE[Math.floor(at / activities) % CONTESTABLE.length]!;
    return { row, entity: entities[row]!, field, values: [1_000_000 + at, 2_000_000 + at] };
  });
  const contestedCells = new Map(apart.map(({ entity, field, values }) => [cellOf(entity, field), values]));
  for (const cell of contestedCells.keys()) settled.delete(cell);
  const written = Array.from({ length: tablets }, (_, tablet) => {
    const hot = apart.flatMap(({ row, entity, field, values }) => {
      const side = [row % tablets, (row + 1) % tablets].indexOf(tablet);
      return side < 0 ? [] : [{ entity, field, value: values[side]! }];
    });
    const own = entities.filter((_, row) => row % tablets === tablet);
    const rest = Array.from({ length: edits / tablets - hot.length }, () => {
      for (;;) {
        const entity = oneOf(own, random);
        const field = oneOf(FIELDS, random);
        if (!contestedCells.has(cellOf(entity, field)))
          return { entity, field, value: aValue(field, random) };
      }
    });
    let atMs = Date.UTC(2026, 3, 1, 8, 0, tablet);
    return shuffled([...hot, ...rest], random).map((one): Edit => {
      atMs += 20_000 + Math.floor(random() * 60_000);
      if (settled.has(cellOf(one.entity, one.field))) settled.set(cellOf(one.entity, one.field), one.value);
      return { ...one, atMs, by: `p:${tablet * 3 + Math.floor(random() * 3)}` };
    });
  });
  return {
    entities,
    base,
    baseMs: Date.UTC(2026, 0, 2, 9),
    tablets: written,
    contested: contestedCells,
    settled,
  };
}

/** How many cells show a value that is not the truth: a contested one may show either of its two. */
export function wrongCells(
  { entities, contested, settled }: Workload,
  valueAt: (entity: string, field: string) => unknown,
): number {
  let wrong = 0;
  for (const entity of entities) {
    for (const field of FIELDS) {
      const cell = cellOf(entity, field);
      const shown = valueAt(entity, field);
      const mayBe = contested.get(cell) ?? [settled.get(cell)];
      if (!mayBe.includes(shown as Value)) wrong += 1;
    }
  }
  return wrong;
}

type Random = () => number;

const VALUES: Readonly<Record<string, (random: Random) => Value>> = {
  title: (random) => words(5, random),
  summary: (random) => words(14, random),
  notes: (random) => words(9, random),
  unit: (random) => words(2, random),
  place: (random) => words(2, random),
  owner: (random) => `p:${Math.floor(random() * 30)}`,
  status: (random) => oneOf(STATES, random),
  start: aDay,
  end: aDay,
  budget: (random) => Math.floor(random() * 100_000),
  risk: (random) => 1 + Math.floor(random() * 3),
  rank: (random) => 1 + Math.floor(random() * 3),
};

/** What a person may write in a field; a figure with one decimal in those of quarters. */
function aValue(field: string, random: Random): Value {
  return VALUES[field]?.(random) ?? Math.round(random() * 1000) / 10;
}

function words(count: number, random: Random): string {
  return Array.from({ length: count }, () => oneOf(NOUNS, random)).join(' ');
}

function aDay(random: Random): string {
  return new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 365) * DAY_MS).toISOString().slice(0, 10);
}

function oneOf<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)]!;
}

function shuffled<T>(items: T[], random: () => number): T[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
  return items;
}

/** A linear congruential generator in 32 bits: plain, and good enough to shuffle rows. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
