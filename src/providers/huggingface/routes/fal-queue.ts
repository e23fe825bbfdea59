import * as z from 'zod/mini';
import type { QueuedJob } from '../../../generation/index.ts';
import type { Answer } from '../answer.ts';
import { withoutPicture } from '../exchange.ts';
import { endedBadly } from '../job-status.ts';
import { lenient } from '../lenient.ts';
import { askAfterJob, awaitJob, mayPass } from '../queue.ts';
import { serviceWords } from '../service-words.ts';
import { given } from './given.ts';
import { APP_PATH } from './provider-id.ts';
import type { Asking, Call, Protocol, Queue } from './route.ts';
import { onRouter, routerUrl } from './router-url.ts';

const QUEUE = '?_subdomain=queue';
const Job = z.object({ status: lenient(z.string()), response_url: lenient(z.string()) });

const queue: Queue = {
  cancelMethod: 'PUT',
  judge(asking, json, job) {
    const status = z.safeParse(Job, json).data?.status?.toUpperCase();
    if (status === 'COMPLETED') return fetchResult(asking, job);
    const badly = status === undefined ? serviceWords(json) !== '' : endedBadly(status);
    return badly ? asking.answers.failed(json) : undefined;
  },
};

/** fal's queue: a job is submitted and polled until it is done, then its result is fetched. */
export const falQueue: Protocol = {
  queue,
  providerId: APP_PATH,
  takesLora: true,
  mentions: /\bfal(?:[-.]?ai)?\b/,
  billingUrl: 'https://fal.ai/dashboard/billing',
  async ask(call) {
    const submitted = await call.exchange(routerUrl('fal-ai', call.route.providerId, QUEUE), {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: bodyOf(call),
    });
    if (!submitted.ok) return submitted;
    const json = 'json' in submitted.content ? submitted.content.json : undefined;
    const jobUrl = z.safeParse(Job, json).data?.response_url;
    if (!jobUrl) return call.answers.read(submitted);
    const job = queuedJob(call, jobUrl);
    return job ? awaitJob(call, queue, job, json) : withoutPicture('job-address-unusable');
  },
};

function queuedJob({ route, model }: Call, jobUrl: string): QueuedJob | undefined {
  const at = (path: string) => onRouter('fal-ai', jobUrl, `${path}${QUEUE}`)?.href;
  const [statusUrl, resultUrl, cancelUrl] = [at('/status'), at(''), at('/cancel')];
  return statusUrl && resultUrl && cancelUrl
    ? { route: route.name, model, statusUrl, resultUrl, cancelUrl }
    : undefined;
}

async function fetchResult(asking: Asking, { resultUrl, statusUrl }: QueuedJob): Promise<Answer> {
  // The result of a failed job is its error, with the status of the job.
  const passes = (failed: Parameters<typeof mayPass>[0]) => !failed.jobEnded && mayPass(failed);
  const result = await askAfterJob(asking, new URL(resultUrl ?? statusUrl), passes);
  return result.ok ? asking.answers.read(result) : result;
}

function bodyOf({ prompt, options, model, route }: Call) {
  const { negativePrompt, width, height, seed } = options;
  const loraUrl =
    route.loraFile && `https://huggingface.co/${model}/resolve/main/${encodeURI(route.loraFile)}`;
  return given({
    prompt,
    negative_prompt: negativePrompt,
    image_size: width && height ? { width, height } : undefined,
    seed,
    loras: loraUrl ? [{ path: loraUrl, scale: 1 }] : undefined,
    // The general LoRA endpoint needs the name of a base model; Hugging Face's mapping means this one.
    model_name:
      loraUrl && route.providerId === 'fal-ai/lora' ? 'stabilityai/stable-diffusion-xl-base-1.0' : undefined,
  });
}
