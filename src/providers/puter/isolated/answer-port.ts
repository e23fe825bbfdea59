import type { Fetch } from '../ask-puter.ts';
import type { PuterClientLoader } from '../load-client.ts';
import { makePicture } from '../make-picture.ts';
import { ASKING, END, parseOrder, READY } from './conversation.ts';

interface Ports {
  fetch: Fetch;
  now: () => number;
  loadClient: PuterClientLoader;
}

/**
 * Runs in puter.js's page: waits for an order on `port`, makes the picture, and posts the result on `port`. Resolves when the
 * page is no longer needed: it got END, or the other side is gone. A request that still runs is then aborted.
 */
export async function answerPort(port: MessagePort, { fetch, now, loadClient }: Ports): Promise<void> {
  const controller = new AbortController();
  const ordered = Promise.withResolvers<unknown>();
  const ended = Promise.withResolvers<undefined>();
  port.addEventListener('message', ({ data }) =>
    data === END ? ended.resolve(undefined) : ordered.resolve(data),
  );
  // The other side was stopped. Firefox does not report a closed port, but there both sides end together.
  port.addEventListener('close', () => ended.resolve(undefined));
  port.start();
  void ended.promise.then(() => controller.abort());

  const client = await loadClient();
  port.postMessage(READY);
  const order = parseOrder(await Promise.race([ordered.promise, ended.promise]));
  if (!order) return;
  port.postMessage(ASKING);
  const line = { fetch, now, token: order.token, signal: controller.signal };
  const made = await Promise.race([makePicture(client, order.picture, line), ended.promise]);
  if (!made) return;
  port.postMessage(made);
  await ended.promise;
}
