import type { GenerationOptions, ProviderResult } from '../../generation/index.ts';
import type { Deadline } from '../../web/deadline.ts';
import { HUGGING_FACE_ROUTER } from '../../web/hugging-face.ts';
import { abortable, delay } from '../../web/wait.ts';
import { createAnswerReader } from './answer.ts';
import { createExchange } from './exchange.ts';
import type { HuggingFaceParts } from './parts.ts';
import type { Asking } from './routes/route.ts';

/** One attempt: the request, its time limit and its credentials. */
export interface Asked {
  prompt: string;
  options: GenerationOptions;
  budget: Deadline;
  parts: HuggingFaceParts;
  now: () => number;
}

/** Milliseconds that a request to cancel a job may take. */
const LAST_WORDS_MS = 5_000;

/**
 * Creates the tools that a protocol works with. The token goes only to router.huggingface.co; for any other address `elsewhere`
 * returns its own credential or none. `made` is what is known of the picture before it has arrived.
 */
export function toolsFor(
  { parts, budget, now }: Omit<Asked, 'prompt' | 'options'>,
  made: Pick<ProviderResult, 'model' | 'route' | 'warnings'>,
  elsewhere: (url: URL) => string | undefined = () => undefined,
): Asking {
  const { fetch, token, endpointToken, observer, decode, streams } = parts;
  const secrets = [token, endpointToken]
    .map((secret) => secret?.trim() ?? '')
    .filter((secret) => secret !== '');
  const { signal } = budget;
  const bearerFor = (url: URL) =>
    (url.origin === HUGGING_FACE_ROUTER ? token : elsewhere(url))?.trim() || undefined;
  const exchangeUntil = (end: AbortSignal) =>
    createExchange({ fetch, bearerFor, secrets, now, signal: end, decode, streams });
  const wait = parts.delay ?? delay;

  /** Calls the observer about a paid job or picture. If that fails, the attempt goes on. */
  async function note(tell: () => void | Promise<void>): Promise<void> {
    try {
      await abortable(Promise.resolve(tell()), signal);
    } catch {
      // If the time is up, the next request rejects.
    }
  }

  return {
    exchange: exchangeUntil(signal),
    lastWords: () => exchangeUntil(AbortSignal.timeout(LAST_WORDS_MS)),
    answers: createAnswerReader({
      fetch,
      secrets,
      signal,
      decode,
      delay: wait,
      pictureAt: (url) => note(() => observer?.pictureAt?.({ url, ...made })),
    }),
    delay: wait,
    signal,
    queued: (job) =>
      note(() => observer?.queued?.({ ...job, ...(made.warnings && { warnings: made.warnings }) })),
  };
}
