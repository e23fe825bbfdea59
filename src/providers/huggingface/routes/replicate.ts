import * as z from 'zod/mini';
import type { Answer } from '../answer.ts';
import { findJsonPicture } from '../json-picture.ts';
import { lenient } from '../lenient.ts';
import { poll } from '../poll.ts';
import { nearestAspectRatio } from './aspect-ratio.ts';
import { given } from './given.ts';
import type { Call, Protocol } from './route.ts';
import { onRouter, routerUrl } from './router-url.ts';

const Prediction = z.object({
  status: lenient(z.string()),
  urls: lenient(z.object({ get: lenient(z.string()) })),
});

const isFlux = (providerId: string) => /flux/i.test(providerId);

/** Waits on the open connection, up to a minute; a prediction that takes longer is asked after. */
export const replicate: Protocol = {
  takesLora: true,
  withoutNegativePrompt: isFlux,
  async ask(call) {
    const { providerId } = call.route;
    const [name = '', version] = providerId.split(':');
    const path = version ? 'v1/predictions' : `v1/models/${name}/predictions`;
    const answer = await call.exchange(routerUrl('replicate', path), {
      method: 'POST',
      headers: { Accept: 'application/json', Prefer: 'wait' },
      body: given({ version, input: inputOf(call) }),
    });
    if (!answer.ok) return answer;
    if (!('json' in answer.content)) return call.answers.read(answer);
    const { json } = answer.content;
    const url = onRouter('replicate', z.safeParse(Prediction, json).data?.urls?.get);
    const judged = judge(call, json);
    if (judged) return judged;
    return url ? poll(call, url, (later) => judge(call, later)) : call.answers.read(answer);
  },
};

/** The output may be there while the status still says "processing". */
function judge({ answers }: Call, json: unknown): Promise<Answer> | Answer | undefined {
  if (findJsonPicture(json).picture !== undefined) return answers.read({ status: 200, content: { json } });
  const status = z.safeParse(Prediction, json).data?.status ?? '';
  if (status === 'starting' || status === 'processing') return undefined;
  return answers.failed(json);
}

function inputOf({ prompt, options, model, route }: Call) {
  const { negativePrompt, width, height, seed } = options;
  const flux = isFlux(route.providerId);
  const size =
    flux && width && height ? { aspect_ratio: nearestAspectRatio(width, height) } : { width, height };
  return given({
    prompt,
    seed,
    ...size,
    negative_prompt: flux ? undefined : negativePrompt,
    lora_weights: route.loraFile && `https://huggingface.co/${model}`,
  });
}
