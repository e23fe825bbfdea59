import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { words } from '../e2e/support/words.ts';
import { ROOT } from '../start/build.ts';
import type { Scene } from './scenes.ts';

type Stage = Parameters<Scene['play']>[0];

/** The sizes that Chrome's store asks for. */
const SHOT = [{ scheme: 'light', width: 1280, height: 800 }] as const;
const TILE = [{ scheme: 'light', width: 440, height: 280 }] as const;

const asDataUrl = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page of its own that shows something beside the name and one sentence. */
async function poster({ chromium }: Stage, scale: number, beside = ''): Promise<Page> {
  const icon = asDataUrl(await readFile(join(ROOT, 'public', 'icon', '128.png')));
  const page = await chromium.browser.newPage();
  await page.setContent(`<!doctype html><style>
    body { margin: 0; height: 100vh; display: flex; align-items: center; justify-content: center; gap: ${48 * scale}px;
      font: ${26 * scale}px/1.35 system-ui, sans-serif; color: #1b1b1f; background: #f4f3f7 }
    main { max-width: ${430 * scale}px } h1 { font-size: ${52 * scale}px; margin: ${12 * scale}px 0; letter-spacing: -.02em }
    p { margin: 0; color: #55555f } .shot { height: 680px; border-radius: 14px; box-shadow: 0 12px 48px rgb(0 0 0 / .22) }
  </style><main><img src="${icon}" width="${72 * scale}" alt=""><h1>${escaped(words('extension_name'))}</h1>
  <p>${escaped(words('extension_description'))}</p></main>${beside}`);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  return page;
}

/** The pictures of the store's page, made of the scenes with these names. */
export const storeScenes = (scenes: readonly Scene[]): Scene[] => [
  { name: 'store-tile', looks: TILE, play: (set) => poster(set, 0.62) },
  ...['popup-done', 'popup-queue', 'popup-style', 'popup-done-fallback'].flatMap((name): Scene[] => {
    const scene = scenes.find((one) => one.name === name);
    if (!scene) return [];
    const play = async (set: Stage) => {
      const page = await scene.play(set);
      await page.setViewport({ width: 400, height: 600, deviceScaleFactor: 2 });
      const shot = await page.screenshot();
      return poster(set, 1, `<img class="shot" alt="" src="${asDataUrl(shot)}">`);
    };
    return [{ name: `store-${name}`, looks: SHOT, play }];
  }),
];
