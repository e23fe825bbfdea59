import { browser } from 'wxt/browser';

/** How long a page may take to answer that it is visible. */
const PATIENCE_MS = 500;

/** Sends a question to every open page of ours. True when a page answers `true`; pages whose answer is no do not answer. */
export async function isShown(question: object): Promise<boolean> {
  const { promise: silence, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), PATIENCE_MS);
  const answer = browser.runtime.sendMessage(question).then(
    (reply) => reply === true,
    () => false,
  );
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}
