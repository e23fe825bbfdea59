import { browser } from 'wxt/browser';

/** How long a page may take to answer that it is visible. */
const PATIENCE_MS = 500;

/** Whether one of our pages answers yes to a question. Asks every open page; only one whose answer is yes answers. */
export async function isShown(question: object): Promise<boolean> {
  const { promise: silence, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), PATIENCE_MS);
  const answer = browser.runtime.sendMessage(question).then(
    (reply) => reply === true,
    () => false,
  );
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}
