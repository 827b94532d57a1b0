import type { IsoDay } from '../domain/isoDay';
import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { MatrixSource } from './openMatrix';

/** A published matrix that ships with the app; its words are kept by its key. */
export interface Example {
  readonly key: 'cartagena2023' | 'cartago2024' | 'cartagenaPeti';
  readonly file: string;
  /** Where the document that the table comes from tells the cut and the table does not. */
  readonly cut: IsoDay | null;
}

export const EXAMPLES: readonly Example[] = [
  { key: 'cartagena2023', file: 'cartagena-2023-plan-accion.xlsx', cut: null },
  { key: 'cartago2024', file: 'cartago-2024-peti.csv', cut: '2024-07-31' },
  { key: 'cartagenaPeti', file: 'cartagena-peti-plan-accion.csv', cut: null },
];

/** Fetches an example, which is then opened like any other matrix. */
export async function fetchExample({ file }: Example): Promise<Result<MatrixSource>> {
  // Without network and before the app is wholly on this device there is no answer at all.
  const response = await fetch(`./examples/${file}`).catch(() => null);
  if (!response?.ok) return failure({ code: 'fileUnreadable', file });
  return success({ kind: 'file', file: new File([await response.blob()], file) });
}
