import type { Browser } from 'puppeteer-core';

/** Waits until something is so; throws after 60 s that it was not `what`. */
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

/** Travels into the window beside the work, so it uses nothing from around it. */
const until: Until = async (isSo, what) => {
  for (const start = Date.now(); !isSo(); ) {
    if (Date.now() - start > 60_000) throw new Error(`For 60 s Firefox was not ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/**
 * Runs a function in Firefox's own window, with the browser's own rights: there lie its toolbar, its dialogs and its
 * settings. The function travels as text, arguments and result as JSON. `--remote-allow-system-access` opens the door;
 * puppeteer has no word for it, so its connection is used as it is.
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
