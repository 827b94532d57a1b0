import { array, boolean, nullable, number, object, record, safeParse, string } from 'valibot';
import { deletionOf } from '../../log/deletes';
import { entitiesOf } from '../../log/state';
import type { Entity, LogState } from '../../log/state';
import type { MatrixField } from './columns';
import type { MatrixLayout } from './layout';
import type { PeriodAspect } from './periods';

/** The shape of a matrix that a plan came from, as its log has it. */
export interface KeptLayout extends MatrixLayout {
  readonly id: string;
  /** Of the file itself; null where it came before files were kept, or was no file. */
  readonly sha256: string | null;
  /** The row that each indicator came in, by its id. */
  readonly rows: ReadonlyMap<string, number>;
}

/** The texts of the columns nobody recognised, by indicator and header. */
export type Extras = ReadonlyMap<string, Readonly<Record<string, string>>>;

const HEADER_ROWS = object({ first: number(), last: number() });
const CELLS = array(object({ ref: string(), text: string() }));
const COLUMN = object({
  letter: string(),
  header: string(),
  field: nullable(string()),
  period: nullable(object({ index: number(), aspect: string() })),
  width: nullable(number()),
  numberFormat: string(),
  formula: nullable(object({ ref: string(), text: string() })),
});
// Another program, or a later version, may have written anything in it.
const LAYOUT = object({
  file: string(),
  sheets: array(object({ name: string(), isHidden: boolean() })),
  sheet: string(),
  headerRows: HEADER_ROWS,
  firstDataRow: number(),
  lastDataRow: number(),
  titleCells: CELLS,
  headerCells: CELLS,
  merges: array(string()),
  columns: array(COLUMN),
  formatExceptions: array(object({ ref: string(), numberFormat: string() })),
});
const ROWS = record(string(), number());

/** The layouts that a log has, by their ids; one that cannot be read is none. */
export function layoutsIn(log: LogState): readonly KeptLayout[] {
  return [...entitiesOf(log, 'layout:')].flatMap(([id, entity]) => {
    if (deletionOf(entity) === 'deleted') return [];
    const fields = Object.fromEntries([...entity].map(([field]) => [field, headOf(entity, field)]));
    const layout = safeParse(LAYOUT, fields);
    if (!layout.success) return [];
    const rows = safeParse(ROWS, fields['rows'] ?? {});
    const sha256 = fields['sha256'];
    return [
      {
        id,
        ...layout.output,
        columns: layout.output.columns.map((column) => ({
          ...column,
          field: column.field as MatrixField | null,
          period: column.period as { readonly index: number; readonly aspect: PeriodAspect } | null,
        })),
        sha256: typeof sha256 === 'string' ? sha256 : null,
        rows: new Map(rows.success ? Object.entries(rows.output) : []),
      },
    ];
  });
}

/** What a log has of the columns nobody recognised. */
export function extrasIn(log: LogState): Extras {
  return new Map(
    [...entitiesOf(log, 'ind:')].map(([id, entity]) => [
      id,
      Object.fromEntries(
        [...entity.keys()]
          .filter((field) => field.startsWith(EXTRA))
          .map((field) => [field.slice(EXTRA.length), headOf(entity, field)])
          .filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
      ),
    ]),
  );
}

const EXTRA = 'extra/';

/** The row of the source that each indicator says it came from, for logs whose layouts do not say it. */
export function sourceRowsIn(log: LogState): ReadonlyMap<string, number> {
  return new Map(
    [...entitiesOf(log, 'ind:')].flatMap(([id, entity]) => {
      const row = headOf(entity, 'sourceRow');
      return typeof row === 'number' ? [[id, row] as const] : [];
    }),
  );
}

function headOf(entity: Entity, field: string): unknown {
  return entity.get(field)?.heads[0]?.value;
}
