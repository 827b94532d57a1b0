import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { TableChoices } from '../formats/matrix/choices';
import { applyRemembered, isSameLayout, layoutKey, rememberedMeanings } from '../formats/matrix/layoutMemory';
import type { RememberedMeanings } from '../formats/matrix/layoutMemory';
import { columnLetter } from '../formats/grid';
import type { SheetOutline } from '../formats/matrix/outline';
import type { MatrixReading } from '../formats/matrix/reading';
import type { Json } from '../log/json';
import { storageProblem } from '../storage/failures';
import { readAllMappings, readMappings, writeMapping } from '../storage/mappings';
import type { KeptMapping } from '../storage/mappings';
import { key } from './matrixReports';

// Without its memory a matrix is read all the same.
const NONE: readonly KeptMapping[] = [];

type Meanings = NonNullable<TableChoices['meanings']>;

/**
 * Keeps on this device what a person said that the columns of a matrix mean, for the next one of the entity, by the
 * name that the person gave it and by the one that the file says. It is no part of any plan and leaves with none.
 */
export async function rememberColumns(
  entityName: string,
  { columns, facts }: Pick<MatrixReading, 'columns' | 'facts'>,
  meanings: Meanings,
): Promise<Result<null>> {
  const said = rememberedMeanings(columns, meanings);
  if (Object.keys(said).length === 0) return success(null);
  const mapping: KeptMapping = { layout: layoutKey({ columns }), meanings: said as unknown as Json };
  try {
    const entities = new Set([key(entityName), key(facts.entityName)]);
    for (const entity of entities) await writeMapping(entity, mapping);
    return success(null);
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** What was said before of the columns of this layout, by letter, where it is not what was read; null where nothing was. */
export async function rememberedColumns({
  columns,
  facts,
}: Pick<MatrixReading, 'columns' | 'facts'>): Promise<Meanings | null> {
  const layout = layoutKey({ columns });
  const mappings = await readMappings(key(facts.entityName)).catch(() => NONE);
  const kept = mappings.find((one) => isSameLayout(one.layout, layout));
  if (!kept) return null;
  const meanings = applyRemembered(columns, kept.meanings as unknown as RememberedMeanings);
  return Object.keys(meanings).length > 0 ? meanings : null;
}

/** The table of a file whose headers nobody knows, where a person said once what headers like these mean. */
export async function rememberedTable(sheets: readonly SheetOutline[]): Promise<TableChoices | null> {
  const mappings = await readAllMappings().catch(() => NONE);
  for (const { name, firstRows } of sheets) {
    for (const { row, cells } of firstRows) {
      const columns = cells.map((header, at) => ({ letter: columnLetter(at), header }));
      const kept = mappings.find((one) => isSameLayout(one.layout, layoutKey({ columns })));
      const meanings = kept && applyRemembered(columns, kept.meanings as unknown as RememberedMeanings);
      if (meanings && Object.keys(meanings).length > 0)
        return { sheet: name, headerRows: { first: row, last: row }, meanings };
    }
  }
  return null;
}
