import type { Page } from 'puppeteer-core';
import {
  type MessageName,
  type ReplyOf,
  type RequestOf,
  SEARCH_PORT,
  type SearchEvent,
} from '../../../src/messages/index.ts';

interface ExtensionGlobals {
  browser?: ExtensionApi;
  chrome: ExtensionApi;
}
interface ExtensionApi {
  runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    connect(port: { name: string }): {
      postMessage(message: unknown): void;
      onMessage: { addListener(listener: (event: SearchEvent) => void): void };
    };
  };
}

/** Sends a message from a page of the extension, as the page itself does. */
export function send<Name extends MessageName>(
  page: Page,
  name: Name,
  payload: RequestOf<Name>,
): Promise<ReplyOf<Name>> {
  return page.evaluate(
    (message) => {
      const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
      return (browser ?? chrome).runtime.sendMessage(message);
    },
    { name, payload },
  ) as Promise<ReplyOf<Name>>;
}

/** Searches for models as pages do, and resolves with the last event. */
export function search(page: Page, query: string): Promise<SearchEvent> {
  return page.evaluate(
    (name, request) =>
      new Promise<SearchEvent>((resolve) => {
        const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
        const port = (browser ?? chrome).runtime.connect({ name });
        port.onMessage.addListener((event) => event.kind !== 'part' && resolve(event));
        port.postMessage(request);
      }),
    SEARCH_PORT,
    { query, fresh: false },
  );
}

/**
 * Waits until the worker is registered: before that nobody receives messages, and stopping the worker may end
 * it for good.
 */
export async function untilAnswered(page: Page): Promise<void> {
  const answer = () =>
    send(page, 'hello', {}).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const start = Date.now(); !(await answer()); ) {
    if (Date.now() - start > 60_000) throw new Error('The background does not answer');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
