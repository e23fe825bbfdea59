import type { Page } from 'puppeteer-core';
import { besideEmpty } from './beside-empty.ts';
import { type Comparison, compare, inTurns, OURS } from './measure.ts';

const FLOOR = 'a button that adds a word';

/** Has the page note, for each press, the time until the first frame in which something changed was handed over. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { frameTimes: times });
    const onPress = ({ timeStamp }: Event) => {
      const seen = new MutationObserver(() => {
        seen.disconnect();
        requestAnimationFrame(() => {
          // A message that is posted within a frame arrives when that frame is done.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - timeStamp);
          port2.postMessage(0);
        });
      });
      seen.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
    };
    document.addEventListener('click', onPress, true);
  });
}

/** Presses what the selector finds, as the mouse does; resolves to the milliseconds until the frame. */
async function press(page: Page, selector: string): Promise<number> {
  const times = () => (globalThis as unknown as { frameTimes: number[] }).frameTimes;
  const before = await page.evaluate(`(${times})().length`);
  await page.click(selector);
  const handle = await page.waitForFunction(
    (count) => (globalThis as unknown as { frameTimes: number[] }).frameTimes[count as number],
    {},
    before,
  );
  return Number(await handle.jsonValue());
}

const NAMES = { style: 'Style', shape: 'Shape', more: 'More settings', model: 'Model' };

/** From the press of a chip in the real popup to the first changed frame. */
export async function measureClickFrame(build: string): Promise<Comparison[]> {
  return besideEmpty(build, async ({ ours, floor }) => {
    const plain = await floor.openToolbarPopup();
    await plain.waitForSelector('textarea');
    await plain.evaluate(() => {
      const button = document.createElement('button');
      button.textContent = 'Add';
      button.onclick = () => document.body.append('word ');
      document.body.prepend(button);
    });
    const popup = await ours.openToolbarPopup();
    await popup.waitForSelector('[data-opens]');
    await Promise.all([watchFrames(plain), watchFrames(popup)]);
    const found: Comparison[] = [];
    for (const [name, label] of Object.entries(NAMES)) {
      const runs = {
        [FLOOR]: () => press(plain, 'button'),
        async [OURS]() {
          const time = await press(popup, `[data-opens="${name}"]`);
          await popup.keyboard.press('Escape');
          await popup.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
          return time;
        },
      };
      const samples = await inTurns(runs, { rounds: 30, warmUp: 2 });
      found.push(
        compare(`popup: press of ${label} to a new frame`, samples, { unit: 'ms', budget: { value: 50 } }),
      );
    }
    return found;
  });
}
