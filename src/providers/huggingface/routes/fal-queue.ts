import * as z from 'zod/mini';
import type { Answer } from '../answer.ts';
import { withoutPicture } from '../exchange.ts';
import { lenient } from '../lenient.ts';
import { askAfterJob, mayPass, poll } from '../poll.ts';
import { given } from './given.ts';
import type { Call, Protocol } from './route.ts';
import { onRouter, routerUrl } from './router-url.ts';

const QUEUE = '?_subdomain=queue';
const Job = z.object({ status: lenient(z.string()), response_url: lenient(z.string()) });

/** A queue: the job is handed in, asked after until it is done, and its result fetched. */
export const falQueue: Protocol = {
  takesLora: true,
  async ask(call) {
    const submitted = await call.exchange(routerUrl('fal-ai', call.route.providerId, QUEUE), {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: bodyOf(call),
    });
    if (!submitted.ok) return submitted;
    const job = z.safeParse(Job, 'json' in submitted.content ? submitted.content.json : undefined);
    const jobUrl = job.success && job.data.response_url;
    if (!jobUrl) return call.answers.read(submitted);

    const statusUrl = onRouter('fal-ai', jobUrl, `/status${QUEUE}`);
    const resultUrl = onRouter('fal-ai', jobUrl, QUEUE);
    if (!statusUrl || !resultUrl) return withoutPicture('job-address-unusable');
    if (job.data.status === 'COMPLETED') return fetchResult(call, resultUrl);
    return poll(call, statusUrl, (json) => judge(call, json, resultUrl));
  },
};

function judge(call: Call, json: unknown, resultUrl: URL): Promise<Answer> | Answer | undefined {
  const status = z.safeParse(Job, json).data?.status ?? '';
  if (status === 'COMPLETED') return fetchResult(call, resultUrl);
  const waiting = status === 'IN_QUEUE' || status === 'IN_PROGRESS';
  return waiting ? undefined : call.answers.failed(json);
}

async function fetchResult(call: Call, url: URL): Promise<Answer> {
  // The result of a job that failed is its failure, under the status that the job had.
  const result = await askAfterJob(call, url, (failed) => !failed.jobEnded && mayPass(failed));
  return result.ok ? call.answers.read(result) : result;
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
    // The general LoRA endpoint has no base model of its own; this is the one the mapping means.
    model_name:
      loraUrl && route.providerId === 'fal-ai/lora' ? 'stabilityai/stable-diffusion-xl-base-1.0' : undefined,
  });
}
