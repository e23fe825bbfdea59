import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { send, untilAnswered } from '../e2e/support/messages.ts';
import { emptyStorage } from '../e2e/support/storage.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { BUILD, ROOT } from '../start/build.ts';
import { INSTITUTE, type Look, OUR_LAB, SCENES, type Scene } from './scenes.ts';
import { storeScenes } from './store-scenes.ts';

/**
 * Shots of the pages in every state, for a person to see: `npm run looks`, or `npm run looks -- done queue` for those
 * whose name holds one of the words. They land in `.output/looks/`; those that the README shows in `.github/pictures`, too.
 */
const FOLDER = join(ROOT, '.output', 'looks');
const LOOKS: readonly Look[] = [
  { scheme: 'light', width: 400, height: 600 },
  { scheme: 'dark', width: 415, height: 582 },
];

/** The pictures of the README, by the shot that each is. */
const README: Readonly<Record<string, string>> = {
  'popup-done-fallback-400x600-light': 'popup-light',
  'popup-done-fallback-415x582-dark': 'popup-dark',
  'options-chain-560x520-light': 'chain-light',
  'options-chain-560x520-dark': 'chain-dark',
};

const wanted = process.argv.slice(2);
const all = [...SCENES, ...storeScenes(SCENES)];
const scenes = all.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));

async function shoot(page: Page, name: string, looks: readonly Look[] = LOOKS): Promise<void> {
  const session = await page.createCDPSession();
  for (const { scheme, width, height, forced = false, textSize = '' } of looks) {
    await page.setViewport({ width, height });
    // Puppeteer has no word for forced colours.
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'forced-colors', value: forced ? 'active' : 'none' },
      ],
    });
    // A rem is the user's own size: what a browser's setting for text changes.
    await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), textSize);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const shot = await page.screenshot();
    const file = `${name}-${width}x${height}-${scheme}`;
    await writeFile(join(FOLDER, `${file}.png`), shot);
    if (README[file]) await writeFile(join(ROOT, '.github', 'pictures', `${README[file]}.png`), shot);
  }
}

async function play(scene: Scene, chromium: Chromium, lab: Lab): Promise<void> {
  const stage = await chromium.openPage('/options.html');
  for (const other of await chromium.browser.pages()) if (other !== stage) await other.close();
  // A worker goes on with what it has begun, whatever lies in storage.
  await send(stage, 'cancelAll', {});
  await emptyStorage(stage);
  lab.reset();
  const page = await scene.play({ chromium, lab, stage });
  await shoot(page, scene.name, scene.looks);
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const lab = await startLab();
const chromium = await launchChromium({
  lab,
  extensionDir: BUILD,
  grantedOrigins: [OUR_LAB, INSTITUTE].map((host) => `https://${host}/*`),
});
let failures = 0;
try {
  await untilAnswered(await chromium.openPage('/manifest.json'));
  for (const scene of scenes) {
    await play(scene, chromium, lab).then(
      () => console.log(scene.name),
      (error: unknown) => {
        failures += 1;
        console.error(`${scene.name}: ${error instanceof Error ? error.message : error}`);
      },
    );
  }
} finally {
  await chromium.close();
  await lab.close();
}
process.exitCode = failures > 0 ? 1 : 0;
