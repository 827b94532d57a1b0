import { failure } from '../domain/problem';
import { prepareEvidence } from './evidenceWork';

onmessage = async ({ data }: MessageEvent<File>) => {
  try {
    const prepared = await prepareEvidence(data);
    postMessage(prepared, { transfer: prepared.ok ? [prepared.value.bytes] : [] });
  } catch {
    // What is left to go wrong is memory: a photo that does not fit in this device is not readable here.
    postMessage(failure({ code: 'evidenceUnreadable', file: data.name }));
  }
};
