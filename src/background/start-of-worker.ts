import { browser } from 'wxt/browser';
import { listenInFirstTurn, wakingEvents } from '../browser/index.ts';
import { jobArea, mayBeUnsettled } from '../jobs/index.ts';
import { isOwnPage } from '../messages/index.ts';
import { done } from './reply.ts';

/**
 * What Chromium's worker does first: it attaches its listeners, and answers `hello`, with which a page asks whether the worker
 * is there, if there are no jobs to recover. The rest of the background takes more than ten times as long to load, and is loaded
 * with the first other event. It is also loaded while the extension is being installed, since only then does the browser store the
 * script together with the worker.
 */
export function startOfWorker(loadRest: () => void): void {
  let isLoaded = false;
  const load = () => {
    if (isLoaded) return;
    loadRest();
    isLoaded = true;
  };
  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
  const { onMessage } = browser.runtime;
  // Asked before any event is heard, so that the answer is there when the browser delivers the event that it started the worker for.
  const nothingLeft = isNothingLeft();

  listenInFirstTurn(wakingEvents(), load, (event, told, again) => {
    const [message, sender, reply] = told as Parameters<Parameters<typeof onMessage.addListener>[0]>;
    if (isLoaded || event !== onMessage || !isHello(message) || !isOwnPage(sender, own)) return false;
    void nothingLeft.then((isReady) => {
      if (!isReady) return again();
      reply(done(null));
      // The rest, with the chores of every worker, is loaded once the page has its answer.
      return setTimeout(load);
    });
    return true;
  });
  self.addEventListener('install', load);
}

function isHello(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'name' in message && message.name === 'hello';
}

/** Whether an earlier worker left no job that has to be recovered before a page may be answered. */
async function isNothingLeft(): Promise<boolean> {
  try {
    const stored = await jobArea(browser.storage.local, browser.storage.session).get(null);
    return !Object.values(stored).some(mayBeUnsettled);
  } catch {
    return false;
  }
}
