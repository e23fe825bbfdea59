import { redact } from '../../../generation/index.ts';
import type { Line } from '../ask-puter.ts';
import type { Made } from '../make-picture.ts';
import type { PictureArguments } from '../models.ts';
import { puterFailure } from '../puter-failure.ts';
import { ASKING, parseReply } from './conversation.ts';
import { endPage, type OpenPage, openPage } from './open-page.ts';
import type { PuterPage } from './puter-page.ts';

interface Ports {
  /** Opens a page that holds only puter.js. Its first message is READY. */
  openPort(): Promise<MessagePort>;
}

export interface IsolatedPuter extends PuterPage {
  /** Opens a page in advance, when one will probably be needed soon. */
  warm(): void;
}

/** Milliseconds after which an unused page is closed. */
const UNUSED_MS = 60_000;

/** Runs puter.js in pages of its own: each picture gets a new page, which gets the order and the token, and is then closed. */
export function createIsolatedPuter({ openPort }: Ports): IsolatedPuter {
  let waiting: { page: Promise<OpenPage>; timer: ReturnType<typeof setTimeout> } | undefined;

  // Opening may fail because the document with the frames was just closing. No request was sent yet, so it is tried once more.
  const open = () => openPage(openPort).catch(() => openPage(openPort));

  function take(): Promise<OpenPage> | undefined {
    const taken = waiting?.page;
    clearTimeout(waiting?.timer);
    waiting = undefined;
    return taken;
  }

  async function usablePage(): Promise<OpenPage> {
    const ready = await take()?.catch(() => undefined);
    return ready && !ready.gone.aborted ? ready : open();
  }

  return {
    warm() {
      const page = take() ?? open();
      const drop = () => void take()?.then(endPage, () => undefined);
      waiting = { page, timer: setTimeout(drop, UNUSED_MS) };
      // A failure is ignored here: the next picture then opens another page.
      void page.catch(() => undefined);
    },
    async makePicture(picture, line) {
      for (let tries = 0; tries < 2; tries += 1) {
        const page = await usablePage().catch(() => undefined);
        if (!page) break;
        const made = await ask(page, picture, line).finally(() => endPage(page));
        if (made) return made;
      }
      return { ok: false, error: puterFailure('UNKNOWN', { fault: 'client-not-started' }) };
    },
  };
}

/**
 * Sends one order and waits for its answer. Undefined when the page was gone before it started the order. When the page goes away
 * later, the result is NETWORK_ERROR, and nothing is sent again, since Puter may have been asked.
 */
async function ask(
  { port, gone }: OpenPage,
  picture: PictureArguments,
  { token, signal }: Line,
): Promise<Made | undefined> {
  let isAsking = false;
  const { promise, resolve } = Promise.withResolvers<Made | undefined>();
  const broken = (): Made => ({ ok: false, error: puterFailure('NETWORK_ERROR') });
  port.onmessage = ({ data }) => {
    if (data === ASKING) isAsking = true;
    else resolve(parseReply(data));
  };
  const lost = () => resolve(isAsking ? broken() : undefined);
  const cancelled = () => resolve(broken());
  gone.addEventListener('abort', lost, { once: true });
  signal.addEventListener('abort', cancelled, { once: true });
  if (signal.aborted) cancelled();
  else if (gone.aborted) lost();
  else port.postMessage({ picture, token });
  const made = await promise.finally(() => signal.removeEventListener('abort', cancelled));
  if (made === undefined || made.ok || made.error.detail === undefined) return made;
  return { ok: false, error: { ...made.error, detail: redact(made.error.detail, [token]) } };
}
