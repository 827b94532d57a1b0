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

test('a long copy is proven by a thread beside the one that reads it, under the policy of the app', async ({
  openApp,
  device,
  server,
}, testInfo) => {
  test.setTimeout(120_000);
  const folder = testInfo.outputPath('dist');
  await cp(server.folder, folder, { recursive: true });
  const name = (await readdir(join(folder, 'assets'))).find((one) => one.startsWith('prover.worker-'))!;
  const script = join(folder, 'assets', name);
  await writeFile(script, OVERHEARD + (await readFile(script, 'utf8')));
  server.folder = folder;
  let proven = 0;
  device.context.on('request', (request) => {
    proven += Number(/said-(\d+)$/.exec(request.url())?.[1] ?? 0);
  });
  const page = await openApp();
  await openCopy(page, aPlanWithChanges(50, 40_000).held);
  await goTo(page, 'Actividades');
  await expect(page.getByText('50 indicadores')).toBeVisible();
  expect(proven).toBeGreaterThan(0);
});
