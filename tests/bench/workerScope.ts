// Makes a thread of Node what a worker of a browser is: what is imported after it may listen and answer.
import { parentPort } from 'node:worker_threads';

const scope: { onmessage: ((event: { readonly data: unknown }) => void) | null; postMessage: unknown } =
  Object.assign(globalThis, {
    onmessage: null,
    postMessage: (message: unknown) => parentPort?.postMessage(message),
  });
parentPort?.on('message', (data: unknown) => scope.onmessage?.({ data }));
