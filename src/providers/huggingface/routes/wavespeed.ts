import * as z from 'zod/mini';
import { abilitiesOf, type QueuedJob } from '../../../generation/index.ts';
import { endedBadly } from '../job-status.ts';
import { findJsonPicture } from '../json-picture.ts';
import { lenient } from '../lenient.ts';
import { awaitJob } from '../queue.ts';
import { serviceWords } from '../service-words.ts';
import { given } from './given.ts';
import { APP_PATH } from './provider-id.ts';
import type { Call, Protocol, Queue } from './route.ts';
import { onRouter, routerUrl } from './router-url.ts';

const Urls = z.object({ get: lenient(z.string()), cancel: lenient(z.string()) });
const Task = z.object({
  data: z.looseObject({ status: lenient(z.string()), urls: lenient(Urls) }),
});

const queue: Queue = {
  cancelMethod: 'POST',
  judge({ answers }, json) {
    const task = z.safeParse(Task, json).data?.data;
    const status = task?.status?.toLowerCase();
    if (status === 'completed' || (task && findJsonPicture(task).picture !== undefined))
      return answers.read({ status: 200, content: { json: task } });
    const badly = status === undefined ? serviceWords(json) !== '' : endedBadly(status);
    return badly ? answers.failed(task ?? json) : undefined;
  },
};

/** WaveSpeed's tasks: a task is submitted, then polled. A failed task is reported with status 200. */
export const wavespeed: Protocol = {
  queue,
  providerId: APP_PATH,
  // WaveSpeed's seeds are signed 32-bit numbers.
  limits: { seed: 2 ** 31 - 1 },
  takesLora: true,
  mentions: /\bwavespeed\b/,
  billingUrl: 'https://wavespeed.ai/billing',
  async ask(call) {
    const answer = await call.exchange(routerUrl('wavespeed', `api/v3/${call.route.providerId}`), {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: bodyOf(call),
    });
    if (!answer.ok) return answer;
    if (!('json' in answer.content)) return call.answers.read(answer);
    const { json } = answer.content;
    const job = queuedJob(call, json);
    if (job) return awaitJob(call, queue, job, json);
    return (await queue.judge(call, json, NOWHERE)) ?? call.answers.failed(json);
  },
};

/** Stands in for the job when an answer has no task's address: such an answer is read as the result itself. */
const NOWHERE: QueuedJob = { route: 'wavespeed', model: '', statusUrl: '' };

function queuedJob({ route, model }: Call, json: unknown): QueuedJob | undefined {
  const urls = z.safeParse(Task, json).data?.data.urls;
  const statusUrl = onRouter('wavespeed', urls?.get)?.href;
  const cancelUrl = onRouter('wavespeed', urls?.cancel)?.href;
  return statusUrl ? { route: route.name, model, statusUrl, ...(cancelUrl && { cancelUrl }) } : undefined;
}

function bodyOf({ prompt, options, model, route }: Call) {
  const { negativePrompt, width, height, seed } = options;
  return given({
    prompt,
    negative_prompt: abilitiesOf(route.providerId).negativePrompt ? negativePrompt : undefined,
    size: width && height ? `${width}*${height}` : undefined,
    seed,
    loras: route.loraFile && [{ path: model, scale: 1 }],
  });
}
