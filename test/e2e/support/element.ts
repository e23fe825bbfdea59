import { setTimeout as wait } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';

/** How long anything may take that a person waits for. */
export const WAIT = { timeout: 60_000, polling: 50 } as const;
/**
 * Milliseconds after which a page that does not change is looked at again: styles may change what is visible
 * without a change of the document.
 */
const LOOK_AGAIN_MS = 250;
/** Milliseconds between two looks at a page that changes all the time. */
const PAUSE_MS = 25;

/**
 * Waits until the document changes. The browser works out names and roles for the whole page: if it is asked
 * in each frame, as by puppeteer's own waiting, that takes more time than the change that is waited for.
 */
async function untilChanged(page: Page): Promise<void> {
  const change = (atMost: number) =>
    new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => resolve());
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      setTimeout(resolve, atMost);
    });
  // When the page goes to another document, the call fails: that is a change, too.
  await Promise.all([page.evaluate(change, LOOK_AGAIN_MS).catch(() => undefined), wait(PAUSE_MS)]);
}

/**
 * Makes an attempt again, at each change of the page, until it resolves to something that is neither
 * `undefined` nor `false`.
 */
async function retried<Value>(
  page: Page,
  what: string,
  attempt: () => Promise<Value | undefined | false>,
): Promise<Value> {
  let reason: unknown;
  for (const start = Date.now(); Date.now() - start < WAIT.timeout; await untilChanged(page)) {
    // An element that goes away meanwhile is looked for again.
    const done = await attempt().catch((error: unknown) => {
      reason = error;
      return undefined;
    });
    if (done !== undefined && done !== false) return done;
    if (page.isClosed()) break;
  }
  throw new Error(`${what}: not within ${WAIT.timeout} ms`, { cause: reason });
}

async function visible(page: Page, selector: string): Promise<ElementHandle | undefined> {
  const found = await page.$(selector);
  return found !== null && (await found.isVisible()) ? found : undefined;
}

/** Waits until something that matches is visible. */
export function findElement(page: Page, selector: string): Promise<ElementHandle> {
  return retried(page, `There is no ${selector}`, () => visible(page, selector));
}

/**
 * Whether an element can be pressed and stands still; is sent to the page. A page that lies behind another
 * gets no frames, so a timer stands in for them.
 */
async function isReady(element: Element): Promise<boolean> {
  if (element.matches(':disabled')) return false;
  const place = () => JSON.stringify(element.getBoundingClientRect());
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, 100);
    });
  await frame();
  const before = place();
  await frame();
  return element.isConnected && place() === before;
}

/**
 * Ignores that the page closed: a press that opens something else closes the toolbar's popup, perhaps before
 * the browser has answered the driver.
 */
const endedByIt = (error: unknown) => {
  if (!(error instanceof Error && error.name === 'TargetCloseError')) throw error;
};

/**
 * Waits until a matching element can be pressed and stands still, and clicks on it. Where the page closes
 * with the press, the test has to look elsewhere for what the press led to.
 */
export async function pressElement(page: Page, selector: string): Promise<void> {
  await retried(page, `${selector} cannot be pressed`, async () => {
    const found = await visible(page, selector);
    if (found === undefined || !(await found.evaluate(isReady))) return false;
    await found.click().catch(endedByIt);
    return true;
  });
}

/**
 * Writes into a field; is sent to the page as one step, so that nothing comes between choosing the field and
 * writing into it.
 */
function write(element: Element, text: string): boolean {
  // In Firefox, a name finds the label as well as its field.
  const field = (element.closest('label')?.control ?? element) as HTMLInputElement;
  field.focus();
  field.select();
  if (document.activeElement !== field) return false;
  if (text !== '') return document.execCommand('insertText', false, text);
  document.execCommand('delete');
  return field.value === '';
}

/**
 * Replaces the text of a field, as the clipboard does. When the page puts another field in its place
 * meanwhile, that field is filled, as by a person who sees that the text is gone.
 */
export async function fillElement(page: Page, selector: string, text: string): Promise<void> {
  await retried(page, `${selector} cannot be filled`, async () => {
    const field = await visible(page, selector);
    if (field === undefined || !(await field.evaluate(write, text))) return false;
    return field.evaluate(isReady);
  });
}
