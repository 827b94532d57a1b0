// A matrix beside the plan that it updates: matched, compared field by field and counted, as it is again after each
// answer of a person. The bar is for the same matrix again, and for one with other words in every row.
import { entitiesOf } from '../../src/commands/matrixEntities';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import { previewOf } from '../../src/commands/matrixUpdate/previewOf';
import { weighMatrix } from '../../src/commands/matrixUpdate/weighMatrix';
import { NOTHING_DECIDED } from '../../src/commands/updatePlan';
import type { MatrixReading } from '../../src/formats/matrix/reading';
import { composeCommit } from '../../src/log/commit';
import { foldAll } from '../../src/log/fold';
import { entity } from '../support/largePlan';
import { medianMs } from './measurement';
import type { Benches, Measurement } from './measurement';

const ROWS = 5000;
const BAR_MS = 300;
const RUNS = 9;
const PLAN = 'pl_bench';
const CUT = '2023-03-31';
const HEADER =
  'ITEM;CRITERIO;ACTIVIDAD;PRODUCTO;INDICADOR;META;FECHA INICIO;FECHA FINAL;RESPONSABLE;2023 RESULTADO TRIMESTRE 1;2023 RESULTADO TRIMESTRE 2;OBSERVACIONES';
const VERBS = ['Diseñar', 'Publicar', 'Revisar', 'Medir', 'Difundir', 'Implementar', 'Evaluar'];

export const benches: Benches = {
  'matrix-update': async () => {
    const [same, other] = [await matrixOf('la estrategia'), await matrixOf('la política pública')];
    const log = foldAll([loading(same)]);
    const weigh = (reading: MatrixReading) => {
      const choices = { ...NOTHING_DECIDED, cut: CUT } as const;
      const weighed = weighMatrix({ id: PLAN, log }, reading, choices, () => 0.5);
      return previewOf(weighed, {
        copy: '',
        count: 0,
        sha256: '',
        isLastFile: false,
        choices,
        lastSaid: () => undefined,
      });
    };
    return [
      against('matrix-update', await medianMs(() => weigh(same), RUNS)),
      against('matrix-update-likeness', await medianMs(() => weigh(other), RUNS)),
    ];
  },
};

function against(bench: string, oursMs: number): Measurement {
  return { bench, n: ROWS, peer: 'budget', oursMs, peerMs: BAR_MS };
}

async function matrixOf(words: string): Promise<MatrixReading> {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const item = Math.floor(at / 10);
    const activity = `${VERBS[at % VERBS.length] ?? ''} ${words} de gobierno digital, parte ${at}`;
    const texts = [item, `Criterio ${item}`, activity, `Producto ${at}`, `Indicador de avance ${at}`];
    return [...texts, 5, '2023-01-01', '2023-06-30', 'OAI', at % 3, at % 2, `Observación ${at}`].join(';');
  });
  const read = await readMatrixBytes(new TextEncoder().encode([HEADER, ...rows].join('\n')), 'matriz.csv');
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.reading;
}

function loading(reading: MatrixReading) {
  const { title, entityName } = reading.facts;
  const choices = { title, entityName, cut: CUT, repairs: [], rollupMethod: 'flatMean' } as const;
  const entities = entitiesOf(PLAN, reading, { ...choices, zerosAfterCut: 'notReported', isExample: false });
  const ops = [...entities].map(([id, fields]) => entity(id, Object.fromEntries(fields)));
  return composeCommit({
    device: 'bench001',
    seq: 1,
    after: PLAN,
    wall: Date.UTC(2023, 3, 3),
    by: 'dev:b',
    ops,
  });
}
