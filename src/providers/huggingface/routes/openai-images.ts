import { given } from './given.ts';
import { HUB_NAME } from './provider-id.ts';
import type { Call, Protocol } from './route.ts';
import { routerUrl } from './router-url.ts';

const headers = { Accept: 'application/json' };

async function ask(call: Call, name: string, words: Record<string, unknown>) {
  const { prompt, options, route, exchange, answers } = call;
  const body = given({
    model: route.providerId,
    prompt,
    negative_prompt: options.negativePrompt,
    seed: options.seed,
    n: 1,
    ...words,
  });
  const answer = await exchange(routerUrl(name, 'v1/images/generations'), { method: 'POST', headers, body });
  return answer.ok ? answers.read(answer) : answer;
}

/** OpenAI's image protocol: the size is one text, `WIDTHxHEIGHT`. */
export const nscale: Protocol = {
  providerId: HUB_NAME,
  mentions: /\bnscale\b/,
  billingUrl: 'https://console.nscale.com/',
  ask(call) {
    const { width, height } = call.options;
    const size = width && height ? `${width}x${height}` : undefined;
    return ask(call, 'nscale', { response_format: 'b64_json', size });
  },
};

export const together: Protocol = {
  providerId: HUB_NAME,
  mentions: /\btogether(?:[-. ]?ai|\.xyz)\b|\bprovider together\b/,
  billingUrl: 'https://api.together.ai/settings/billing',
  ask(call) {
    const { width, height } = call.options;
    return ask(call, 'together', { response_format: 'base64', width, height });
  },
};
