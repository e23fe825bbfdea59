import * as z from 'zod/mini';
import type { Answer } from '../answer.ts';
import { lenient } from '../lenient.ts';
import { poll } from '../poll.ts';
import { given } from './given.ts';
import type { Call, Protocol } from './route.ts';
import { onRouter, routerUrl } from './router-url.ts';

const Task = z.object({
  data: z.looseObject({
    status: lenient(z.string()),
    urls: lenient(z.object({ get: lenient(z.string()) })),
  }),
});

const isFlux = (providerId: string) => /flux/i.test(providerId);

/** A task is handed in and asked after; that it failed is told with status 200. */
export const wavespeed: Protocol = {
  takesLora: true,
  withoutNegativePrompt: isFlux,
  async ask(call) {
    const answer = await call.exchange(routerUrl('wavespeed', `api/v3/${call.route.providerId}`), {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: bodyOf(call),
    });
    if (!answer.ok) return answer;
    if (!('json' in answer.content)) return call.answers.read(answer);
    const { json } = answer.content;
    const task = z.safeParse(Task, json).data?.data;
    const url = onRouter('wavespeed', task?.urls?.get);
    const ended = task?.status === 'completed' || task?.status === 'failed';
    return url && !ended ? poll(call, url, (later) => judgeLater(call, later)) : judge(call, json);
  },
};

function judgeLater(call: Call, json: unknown): Promise<Answer> | Answer | undefined {
  const status = z.safeParse(Task, json).data?.data.status;
  return status === 'created' || status === 'processing' ? undefined : judge(call, json);
}

function judge({ answers }: Call, json: unknown): Promise<Answer> | Answer {
  const task = z.safeParse(Task, json).data?.data;
  if (task?.status === 'completed') return answers.read({ status: 200, content: { json: task } });
  return answers.failed(task ?? json);
}

function bodyOf({ prompt, options, model, route }: Call) {
  const { negativePrompt, width, height, seed } = options;
  return given({
    prompt,
    negative_prompt: isFlux(route.providerId) ? undefined : negativePrompt,
    size: width && height ? `${width}*${height}` : undefined,
    seed,
    loras: route.loraFile && [{ path: model, scale: 1 }],
  });
}
