import * as z from 'zod/mini';
import { abilitiesOf, type QueuedJob } from '../../../generation/index.ts';
import { endedBadly } from '../job-status.ts';
import { findJsonPicture } from '../json-picture.ts';
import { lenient } from '../lenient.ts';
import { awaitJob } from '../queue.ts';
import { nearestAspectRatio } from './aspect-ratio.ts';
import { given } from './given.ts';
import { VERSIONED_NAME } from './provider-id.ts';
import type { Call, Protocol, Queue } from './route.ts';
import { onRouter, routerUrl } from './router-url.ts';

const Prediction = z.object({
  status: lenient(z.string()),
  urls: lenient(z.object({ get: lenient(z.string()), cancel: lenient(z.string()) })),
});

const isFlux = (providerId: string) => /flux/i.test(providerId);

const queue: Queue = {
  cancelMethod: 'POST',
  cancelIsFinal: true,
  /** Looks for the output first: it may be there while the status still says "processing". */
  judge({ answers }, json) {
    if (findJsonPicture(json).picture !== undefined) return answers.read({ status: 200, content: { json } });
    const status = z.safeParse(Prediction, json).data?.status?.toLowerCase();
    return status !== undefined && (status === 'succeeded' || endedBadly(status))
      ? answers.failed(json)
      : undefined;
  },
};

/**
 * Replicate's predictions: the answer is awaited for 5 seconds on the open connection; a prediction that takes longer is
 * polled.
 */
export const replicate: Protocol = {
  queue,
  providerId: VERSIONED_NAME,
  // Replicate's seeds are signed 32-bit numbers.
  limits: { seed: 2 ** 31 - 1 },
  takesLora: true,
  mentions: /\breplicate\b/,
  billingUrl: 'https://replicate.com/account/billing',
  async ask(call) {
    const [name = '', version] = call.route.providerId.split(':');
    const path = version ? 'v1/predictions' : `v1/models/${name}/predictions`;
    const answer = await call.exchange(routerUrl('replicate', path), {
      method: 'POST',
      // Replicate allows 60 seconds. 5 are enough: until the answer comes we have no address to find or cancel the prediction.
      headers: { Accept: 'application/json', Prefer: 'wait=5' },
      body: given({ version, input: inputOf(call) }),
    });
    if (!answer.ok) return answer;
    if (!('json' in answer.content)) return call.answers.read(answer);
    const { json } = answer.content;
    const job = queuedJob(call, json);
    return job ? awaitJob(call, queue, job, json) : call.answers.read(answer);
  },
};

function queuedJob({ route, model }: Call, json: unknown): QueuedJob | undefined {
  const { get, cancel } = z.safeParse(Prediction, json).data?.urls ?? {};
  const statusUrl = onRouter('replicate', get)?.href;
  const cancelUrl = (onRouter('replicate', cancel) ?? onRouter('replicate', get, '/cancel'))?.href;
  return statusUrl ? { route: route.name, model, statusUrl, ...(cancelUrl && { cancelUrl }) } : undefined;
}

function inputOf({ prompt, options, model, route }: Call) {
  const { negativePrompt, width, height, seed } = options;
  const size =
    isFlux(route.providerId) && width && height
      ? { aspect_ratio: nearestAspectRatio(width, height) }
      : { width, height };
  return given({
    prompt,
    seed,
    ...size,
    negative_prompt: abilitiesOf(route.providerId).negativePrompt ? negativePrompt : undefined,
    lora_weights: route.loraFile && `https://huggingface.co/${model}`,
  });
}
