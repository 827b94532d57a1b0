/** As long as a frame: on a slow device, what the screen does between two steps takes as long again. */
const STEP_MS = 16;

/** For work in short steps: gives what to wait for between two parts of it, while the screen goes on moving. */
export function inSteps(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < STEP_MS) return;
    await nextTask();
    began = performance.now();
  };
}

/** Lets the browser do what waits, a frame too. A timer would do the same, and wait for milliseconds of its own. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
