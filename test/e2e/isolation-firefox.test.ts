import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchFirefox } from '../browser/firefox.ts';
import { startLab } from '../lab/lab.ts';
import { lookAround, NOTHING_BUT_PUTER } from './support/look-around.ts';
import { FIREFOX_BUILD } from './support/world.ts';

test("in Firefox, too, puter.js's page has nothing but Puter to talk to", async () => {
  // The build with other code in puter.js's place: no debugger gets into a frame of an extension there.
  const folder = await mkdtemp(join(tmpdir(), 'understudy-isolation-'));
  await cp(FIREFOX_BUILD, folder, { recursive: true });
  await writeFile(
    join(folder, 'puter.js'),
    `(${lookAround})().then((seen) => parent.postMessage(seen, '*'));`,
  );
  const lab = await startLab();
  const firefox = await launchFirefox({ lab, extensionDir: folder });
  try {
    const page = await firefox.openPage('/options.html');
    // As the background does it, whose own document is out of a test's reach.
    const seen = await page.evaluate(
      () =>
        new Promise((resolve) => {
          globalThis.addEventListener('message', ({ data }) => resolve(data));
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', 'allow-scripts');
          frame.src = '/puter.html';
          document.body.append(frame);
        }),
    );
    expect(seen).toEqual(NOTHING_BUT_PUTER);
    expect(lab.log.map(({ host }) => host)).not.toContain('stranger.example');
  } finally {
    await firefox.close();
    await lab.close();
    await rm(folder, { recursive: true, force: true });
  }
});
