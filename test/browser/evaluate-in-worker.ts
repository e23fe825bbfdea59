import type { Target } from 'puppeteer-core';

/** Milliseconds. A worker that is just being stopped answers nothing, and its session is not told. */
const PATIENCE_MS = 30_000;

/**
 * Runs a function in a worker, with arguments that are JSON, and resolves to what it returned. Detaches from
 * the worker before that: Chromium keeps an attached worker in its list after it was stopped, and a search
 * for the worker would find that one instead of the next. (The same happens with puppeteer's own
 * `target.worker()`, which never detaches.)
 */
export async function evaluateInWorker<Value, Arguments extends unknown[]>(
  target: Target,
  work: (...given: Arguments) => Value | Promise<Value>,
  ...given: Arguments
): Promise<Value> {
  const session = await target.createCDPSession();
  const expression = `(${work})(...${JSON.stringify(given)})`;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const error = new Error(`The worker did not answer within ${PATIENCE_MS} ms`);
    timer = setTimeout(reject, PATIENCE_MS, error);
  });
  try {
    const answer = session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails } = await Promise.race([answer, tooLate]);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    clearTimeout(timer);
    await session.detach().catch(() => undefined);
  }
}
