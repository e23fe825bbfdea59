import type { Page } from 'puppeteer-core';
import { send } from '../e2e/support/messages.ts';
import { drivePopup } from '../e2e/support/popup.ts';
import { HF_TOKEN } from '../e2e/support/tokens.ts';
import type { Lab } from '../lab/lab.ts';
import { besideEmpty } from './beside-empty.ts';
import { PUTER, ROUTER } from './contestants.ts';
import { type Comparison, compare, inTurns, OURS } from './measure.ts';

const ROUNDS = { rounds: 30, warmUp: 2, withinMs: 60_000 };
const FLOOR = 'a page that fetches, twice';
const FIRST = 'Understudy, its worker asleep before';

/** Notes when the next click comes. */
async function watchClick(page: Page): Promise<void> {
  await page.evaluate(() => {
    const note = ({ timeStamp }: Event) =>
      Object.assign(globalThis, { clickedAt: performance.timeOrigin + timeStamp });
    document.addEventListener('click', note, { capture: true, once: true });
  });
}
const clickedAt = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { clickedAt: number }).clickedAt);

/** A button by which the page asks the busy service and then the other one, as plainly as can be. */
async function addButton(page: Page): Promise<void> {
  await page.evaluate(
    (addresses) => {
      const button = document.createElement('button');
      const text = document.createElement('p');
      button.onclick = async () => {
        for (const address of addresses)
          text.textContent = await (await fetch(address, { method: 'POST', body: '{}' })).text();
      };
      document.body.append(button, text);
    },
    [`https://${ROUTER}/busy`, `https://${PUTER}/drivers/call`],
  );
}

interface Times {
  /** From the click to the first request for a picture. */
  press: number;
  /** From the busy answer to the fallback's request. */
  gap: number;
}

async function readTimes(lab: Lab, page: Page): Promise<Times> {
  const second = await lab.waitForRequest(({ host, method }) => host === PUTER && method === 'POST');
  const first = lab.log.find(({ host, method }) => host === ROUTER && method === 'POST');
  if (first?.answeredAt === undefined) throw new Error('The first request is not in the log');
  return { press: first.at - (await clickedAt(page)), gap: second.at - first.answeredAt };
}

/** From the press of Generate in the popup to the first request, and from its 503 to the fallback's, in the browser itself. */
export async function measurePress(build: string): Promise<Comparison[]> {
  return besideEmpty(build, async ({ lab, ours, floor }) => {
    const plain = await floor.openPage('/popup.html');
    await addButton(plain);
    const popup = drivePopup(await ours.openPopup());
    await send(popup.page, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
    await send(popup.page, 'saveToken', { slot: 'puter', token: lab.puter.token });
    const gaps: Record<string, number[]> = { [FLOOR]: [], [OURS]: [], [FIRST]: [] };
    let count = 0;
    const round =
      (who: string, page: Page, before: () => Promise<void>, press: () => Promise<void>) => async () => {
        count += 1;
        lab.log.splice(0);
        lab.answer({ host: ROUTER, method: 'POST' }, [{ status: 503, json: { error: 'Model too busy' } }]);
        await before();
        await watchClick(page);
        await press();
        const { press: time, gap } = await readTimes(lab, page);
        gaps[who]?.push(gap);
        return time;
      };
    const settled = async () => {
      const wanted = `a red fox, number ${count}`;
      await popup.page.waitForFunction(
        (alt) =>
          [...document.querySelectorAll<HTMLImageElement>('figure[data-provider] img')].some(
            (one) => one.alt === alt,
          ),
        {},
        wanted,
      );
    };
    const generate = async () => {
      await popup.generate(`a red fox, number ${count}`);
      await settled();
    };
    const pressed = await inTurns(
      {
        [FLOOR]: round(
          FLOOR,
          plain,
          async () => undefined,
          () => plain.click('button'),
        ),
        [OURS]: round(
          OURS,
          popup.page,
          async () => void (await send(popup.page, 'readSettings', {})),
          generate,
        ),
        [FIRST]: round(FIRST, popup.page, () => ours.killWorker(), generate),
      },
      ROUNDS,
    );
    for (const all of Object.values(gaps)) all.splice(0, ROUNDS.warmUp);
    return [
      compare('press of Generate to the first request', pressed, { unit: 'ms' }),
      compare('failover in the browser: 503 out to fallback in', gaps, { unit: 'ms' }),
    ];
  });
}
