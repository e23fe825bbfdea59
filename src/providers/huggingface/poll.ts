import { failure } from '../failure.ts';
import type { Answer } from './answer.ts';
import type { Failed } from './http-failure.ts';
import type { Call } from './routes/route.ts';
import { sentence } from './sentences.ts';

const POLL_MS = 500;
/** A status request costs nothing, and the picture behind it is paid for: a hiccup must not lose it. */
const MAX_HICCUPS = 2;

/**
 * Asks every 500 ms how a paid job stands, until `judge` has an answer. The attempt's signal is its only time limit.
 */
export async function poll(
  { exchange, delay, signal }: Pick<Call, 'exchange' | 'delay' | 'signal'>,
  url: URL,
  judge: (json: unknown) => Promise<Answer | undefined> | Answer | undefined,
): Promise<Answer> {
  let hiccups = 0;
  for (;;) {
    await delay(POLL_MS, signal);
    const answer = await exchange(url, { method: 'GET', headers: { Accept: 'application/json' } });
    if (answer.ok) {
      hiccups = 0;
      const judged = await judge('json' in answer.content ? answer.content.json : undefined);
      if (judged) return judged;
    } else {
      hiccups += 1;
      if (!mayPass(answer) || hiccups > MAX_HICCUPS) return afterPayment(answer);
    }
  }
}

/** Whether asking the same thing once more may help. */
export function mayPass({ error }: Failed): boolean {
  return error.status === undefined || error.status === 429 || error.status >= 500;
}

/** A job that was taken on and is gone says nothing about the route: no other route is paid in its place. */
export function afterPayment({ error }: Failed): Failed {
  const { code, status, detail, requestId } = error;
  if (code !== 'MODEL_UNAVAILABLE') return { ok: false, error };
  return {
    ok: false,
    error: failure('SERVER_ERROR', sentence('SERVER_ERROR'), { status, detail, requestId }),
  };
}
