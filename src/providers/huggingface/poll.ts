import { failure } from '../failure.ts';
import type { Answer } from './answer.ts';
import type { Exchanged } from './exchange.ts';
import type { Failed } from './http-failure.ts';
import type { Call } from './routes/route.ts';
import { sentence } from './sentences.ts';

const POLL_MS = 500;
const LONGEST_PAUSE_MS = 4_000;

type Asking = Pick<Call, 'exchange' | 'delay' | 'signal'>;

/**
 * Asks every 500 ms how a paid job stands, until `judge` has an answer. The attempt's signal is its only time limit.
 */
export async function poll(
  asking: Asking,
  url: URL,
  judge: (json: unknown) => Promise<Answer | undefined> | Answer | undefined,
): Promise<Answer> {
  for (;;) {
    await asking.delay(POLL_MS, asking.signal);
    const answer = await askAfterJob(asking, url);
    if (!answer.ok) return answer;
    const judged = await judge('json' in answer.content ? answer.content.json : undefined);
    if (judged) return judged;
  }
}

/**
 * Asks something about a paid job, again and again while the answer is only a moment's trouble: asking costs nothing,
 * and the picture behind it is paid for. Pauses grow to 4 s; a service that names a longer one is given it.
 */
export async function askAfterJob(
  { exchange, delay, signal }: Asking,
  url: URL,
  passes: (failed: Failed) => boolean = mayPass,
): Promise<Exchanged> {
  for (let pauseMs = 2 * POLL_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const answer = await exchange(url, { method: 'GET', headers: { Accept: 'application/json' } });
    if (answer.ok) return answer;
    if (!passes(answer)) return afterPayment(answer);
    await delay(Math.max(pauseMs, (answer.error.retryAfter ?? 0) * 1000), signal);
  }
}

/** No answer, half an answer, a gateway's page in its place, or the service's own moment. */
export function mayPass({ error: { status = 0 } }: Failed): boolean {
  return status < 300 || status === 408 || status === 429 || status >= 500;
}

/** A job that was taken on and is gone says nothing about the route: no other route is paid in its place. */
function afterPayment({ error }: Failed): Failed {
  const { code, status, detail, requestId } = error;
  if (code !== 'MODEL_UNAVAILABLE') return { ok: false, error };
  return {
    ok: false,
    error: failure('SERVER_ERROR', sentence('SERVER_ERROR'), { status, detail, requestId }),
  };
}
