// A long copy is read with a second thread, which the one that reads it starts.
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aPlanWithChanges } from '../support/largePlan';
import { expect, test } from './support/app';
import { goTo, openCopy } from './support/journeys';

test.use({ worksOffline: false });

/** Put before the script of the thread: asks for an address that tells how many lines it found proven. */
const OVERHEARD = `
  const say = self.postMessage.bind(self);
  self.postMessage = (said) => {
    void fetch('../index.html?said-' + said.found.filter((one) => one === 1).length);
    say(said);
  };
`;

/** Whatever the machine of this test has. */
const MANY_CORES = "Object.defineProperty(navigator, 'hardwareConcurrency', { value: 8 });";

async function putBefore(folder: string, script: string, code: string): Promise<void> {
  const name = (await readdir(folder)).find((one) => one.startsWith(script))!;
  await writeFile(join(folder, name), code + (await readFile(join(folder, name), 'utf8')));
}

test('a long copy is proven by a thread beside the one that reads it, under the policy of the app', async ({
  openApp,
  device,
  server,
}, testInfo) => {
  test.setTimeout(120_000);
  const folder = testInfo.outputPath('dist');
  await cp(server.folder, folder, { recursive: true });
  await putBefore(join(folder, 'assets'), 'prover.worker-', OVERHEARD);
  await putBefore(join(folder, 'assets'), 'snapshot.worker-', MANY_CORES);
  server.folder = folder;
  let proven = 0;
  device.context.on('request', (request) => {
    proven += Number(/said-(\d+)$/.exec(request.url())?.[1] ?? 0);
  });
  const page = await openApp();
  await openCopy(page, aPlanWithChanges(50, 8_000).held);
  await goTo(page, 'Actividades');
  await expect(page.getByText('50 indicadores')).toBeVisible();
  expect(proven).toBeGreaterThan(0);
});
