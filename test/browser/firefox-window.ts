import type { Browser } from 'puppeteer-core';

/** Waits until a condition holds; after 60 s throws an error that names `what`. */
export type Until = (isSo: () => boolean, what: string) => Promise<void>;

interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}
interface Tree {
  contexts: { context: string; url: string }[];
}
type Evaluated =
  | { type: 'success'; result: { value: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

const WINDOW = 'chrome://browser/content/browser.xhtml';

/** Is sent into the window as text, so it must use nothing from outside of itself. */
const until: Until = async (isSo, what) => {
  for (const start = Date.now(); !isSo(); ) {
    if (Date.now() - start > 60_000) throw new Error(`For 60 s Firefox was not ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/**
 * Runs a function in Firefox's own window with the browser's rights, where its toolbar, dialogs and settings are. The
 * function is sent as text, arguments and result as JSON. Needs `--remote-allow-system-access`; puppeteer has no API for
 * it, so its connection is used directly.
 */
export async function inFirefoxWindow<Values extends unknown[], Result>(
  browser: Browser,
  work: (until: Until, ...values: Values) => Result,
  ...values: Values
): Promise<Awaited<Result>> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as Tree;
  const window = tree.contexts.find(({ url }) => url === WINDOW);
  if (window === undefined) throw new Error('Firefox has no window');
  const given = [String(until), ...values.map((value) => JSON.stringify(value))].join(', ');
  const reply = await connection.send('script.evaluate', {
    expression: `(async () => JSON.stringify((await (${work})(${given})) ?? null))()`,
    target: { context: window.context },
    awaitPromise: true,
  });
  const evaluated = reply.result as Evaluated;
  if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
  return JSON.parse(evaluated.result.value);
}
