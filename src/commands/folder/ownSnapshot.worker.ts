import { failure } from '../../domain/problem';
import { openDatabase } from '../../storage/database';
import { storageProblem } from '../../storage/failures';
import { prepareSnapshot } from '../exportSnapshot';

onmessage = async ({ data }: MessageEvent<string>) => {
  try {
    await openDatabase();
    const made = await prepareSnapshot(data);
    postMessage(made, { transfer: made.ok ? [made.value.file.bytes.buffer] : [] });
  } catch (error) {
    postMessage(failure(storageProblem(error)));
  }
};
