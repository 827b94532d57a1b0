import { failure } from '../domain/problem';
import { readMatrixBytes } from './matrixWork';

/** A spreadsheet to be read, with the name it came under. */
export interface MatrixRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

onmessage = async ({ data }: MessageEvent<MatrixRequest>) => {
  try {
    postMessage(await readMatrixBytes(data.bytes, data.fileName));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    postMessage(failure({ code: 'unexpected', detail }));
  }
};
