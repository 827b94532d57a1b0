import { failure } from '../domain/problem';
import { makeMatrix } from './matrixOutWork';
import type { MatrixRequest } from './matrixOutWork';

onmessage = async ({ data }: MessageEvent<MatrixRequest>) => {
  try {
    const made = await makeMatrix(data);
    postMessage(made, { transfer: made.ok ? [made.value.bytes.buffer] : [] });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    postMessage(failure({ code: 'unexpected', detail }));
  }
};
