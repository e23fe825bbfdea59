import type { QueuedJob } from '../../generation/index.ts';
import { isTimeout } from '../../web/deadline.ts';
import { failure } from '../failure.ts';
import type { Answer } from './answer.ts';
import type { Exchanged } from './exchange.ts';
import type { Failed } from './http-failure.ts';
import type { Asking, Queue } from './routes/route.ts';
import { sentence } from './sentences.ts';

const POLL_MS = 500;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Waits for a job that a queue has just accepted. The job's address is stored before its state is first requested. When the user
 * cancels, the job is cancelled at the service, too. When the time is up, the result is `STILL_COMING`, unless the service
 * confirms that the job was cancelled. `submitted` is the service's answer when it accepted the job.
 */
export async function awaitJob(
  asking: Asking,
  queue: Queue,
  job: QueuedJob,
  submitted: unknown,
): Promise<Answer> {
  await asking.queued(job);
  const watched = watchingForEnd(asking);
  try {
    return (await queue.judge(watched, submitted, job)) ?? (await poll(watched, queue, job));
  } catch (thrown) {
    if (!isTimeout(asking.signal.reason)) {
      if (!watched.isDone()) void cancelJob(asking, queue, job);
      throw thrown;
    }
    const cancelled = queue.cancelIsFinal ? await cancelJob(asking, queue, job) : undefined;
    return cancelled ?? stillComing(job);
  }
}

/** Polls a job that was accepted earlier until it has ended or the time is up. The first request is sent at once. */
export async function collectJob(asking: Asking, queue: Queue, job: QueuedJob): Promise<Answer> {
  const watched = watchingForEnd({ ...asking, delay: afterTheFirst(asking.delay) });
  try {
    return await poll(watched, queue, job);
  } catch (thrown) {
    if (isTimeout(asking.signal.reason)) return stillComing(job);
    if (!watched.isDone()) void cancelJob(asking, queue, job);
    throw thrown;
  }
}

/**
 * Adds `isDone` to `asking`: it tells that the job is done and only its picture has to be fetched, so that cancelling is
 * useless.
 */
function watchingForEnd(asking: Asking): Asking & { isDone: () => boolean } {
  let done = false;
  const read: Asking['answers']['read'] = (received) => {
    done = true;
    return asking.answers.read(received);
  };
  return { ...asking, answers: { ...asking.answers, read }, isDone: () => done };
}

/** Waits between requests, but not before the first. */
function afterTheFirst(delay: Asking['delay']): Asking['delay'] {
  let first = true;
  return async (milliseconds, signal) => {
    if (!first) return delay(milliseconds, signal);
    first = false;
    signal.throwIfAborted();
  };
}

/** Requests the state of a paid job every 500 ms until it has a result. The attempt's signal is the only time limit. */
async function poll(asking: Asking, queue: Queue, job: QueuedJob): Promise<Answer> {
  const url = new URL(job.statusUrl);
  for (;;) {
    await asking.delay(POLL_MS, asking.signal);
    const answer = await askAfterJob(asking, url);
    if (!answer.ok) return answer;
    const judged = await queue.judge(asking, 'json' in answer.content ? answer.content.json : undefined, job);
    if (judged) return judged;
  }
}

/**
 * Sends a request about a paid job, and repeats it while the failure is temporary: these requests cost nothing, and the
 * picture is paid for. Pauses grow to 4 s, or to a longer one that the service names.
 */
export async function askAfterJob(
  { exchange, delay, signal }: Pick<Asking, 'exchange' | 'delay' | 'signal'>,
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

/** Whether a failure is temporary: no answer, part of one, a gateway's error page, or a service that is busy. */
export function mayPass({ error: { status = 0, code } }: Failed): boolean {
  if (code === 'CONTENT_REFUSED') return false;
  return status < 300 || status === 408 || status === 425 || status === 429 || status >= 500;
}

/**
 * The failure of a request about a job that the service accepted. A job that has disappeared does not mean that the route lacks
 * the model: MODEL_UNAVAILABLE becomes SERVER_ERROR, and no other route is asked and paid for the same picture.
 */
function afterPayment({ error }: Failed): Failed {
  const { code, status, detail, requestId } = error;
  if (code !== 'MODEL_UNAVAILABLE') return { ok: false, error };
  return {
    ok: false,
    error: failure('SERVER_ERROR', sentence('SERVER_ERROR'), { status, detail, requestId }),
  };
}

function stillComing(job: QueuedJob): Failed {
  return { ok: false, error: failure('STILL_COMING', sentence('STILL_COMING'), { queued: job }) };
}

/**
 * Cancels the job at the service. Resolves with the job's result when the service's answer contains it: the job may have
 * succeeded just before. Never rejects.
 */
async function cancelJob(asking: Asking, queue: Queue, job: QueuedJob): Promise<Answer | undefined> {
  if (job.cancelUrl === undefined) return undefined;
  try {
    const exchange = asking.lastWords();
    const answer = await exchange(new URL(job.cancelUrl), { method: queue.cancelMethod });
    if (!answer.ok || !queue.cancelIsFinal || !('json' in answer.content)) return undefined;
    const judged = await queue.judge(asking, answer.content.json, job);
    if (!judged || judged.ok) return judged;
    return { ok: false, error: failure('TIMEOUT', sentence('TIMEOUT')) };
  } catch {
    return undefined;
  }
}
