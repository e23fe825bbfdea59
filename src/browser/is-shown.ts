import { browser } from 'wxt/browser';

/** How long a page may take to say that it is being looked at. */
const PATIENCE_MS = 500;

/** Whether a page of ours that shows what is made is before the user's eyes: every open one is asked, and only such a one answers. */
export async function isShown(question: object): Promise<boolean> {
  const { promise: silence, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), PATIENCE_MS);
  const answer = browser.runtime.sendMessage(question).then(
    (reply) => reply === true,
    () => false,
  );
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}
