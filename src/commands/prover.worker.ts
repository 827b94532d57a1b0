import { provenBackwards } from '../formats/provenLog';
import { nextTurn } from './proverThread';
import type { ProofMessage, ProofRequest } from './proverThread';

let latest = 0;

onmessage = async ({ data: { request, log } }: MessageEvent<ProofRequest>) => {
  latest = request;
  if (!log) return;
  for (const found of provenBackwards(log)) {
    postMessage({ request, found } satisfies ProofMessage);
    await nextTurn();
    if (latest !== request) return;
  }
};
