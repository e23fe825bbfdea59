import type { Page } from 'puppeteer-core';
import type { MessageName, ReplyOf, RequestOf } from '../../../src/messages/index.ts';

interface ExtensionGlobals {
  browser?: ExtensionApi;
  chrome: ExtensionApi;
}
interface ExtensionApi {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
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
