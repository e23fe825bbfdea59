import { sendOnce, streamsBodies } from '../../../web/send-once.ts';
import type { Fetch } from '../ask-puter.ts';
import { loadPuterClient } from '../load-client.ts';
import { answerPort } from './answer-port.ts';

/**
 * The code of puter.html: a sandboxed page without extension APIs, storage or an origin, whose policy allows requests only to
 * api.puter.com. The document around it hands it one port, and removes it when it posts `done`.
 */
export function startPuterPage(): void {
  // With an `Image` class puter.js would make an img element of the picture, which the page's policy does not let load.
  Object.defineProperty(globalThis, 'Image', { value: undefined });
  const plain: Fetch = (url, init) => globalThis.fetch(url, init);
  const canStream = streamsBodies();
  const fetch: Fetch = (url, init = {}) =>
    canStream && typeof init.body === 'string' ? sendOnce(plain, url, init, init.body) : plain(url, init);
  const { parent } = globalThis.window;
  globalThis.addEventListener(
    'message',
    async ({ source, ports }) => {
      const [port] = ports;
      if (source === parent && port)
        await answerPort(port, { fetch, now: () => Date.now(), loadClient: loadPuterClient }).catch(
          () => undefined,
        );
      parent.postMessage('done', '*');
    },
    { once: true },
  );
  parent.postMessage('loaded', '*');
}
