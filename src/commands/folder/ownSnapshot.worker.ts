import { failure } from '../../domain/problem';
import { openDatabase } from '../../storage/database';
import { storageProblem } from '../../storage/failures';
import { makeOwnSnapshot } from './writeOwnFile';

onmessage = async ({ data }: MessageEvent<string>) => {
  try {
    await openDatabase();
    const made = await makeOwnSnapshot(data);
    postMessage(made, { transfer: made.ok ? [made.value.bytes.buffer] : [] });
  } catch (error) {
    postMessage(failure(storageProblem(error)));
  }
};
