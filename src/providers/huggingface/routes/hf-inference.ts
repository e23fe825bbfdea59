import type { GenerationOptions } from '../../../generation/index.ts';
import type { Answer } from '../answer.ts';
import { given } from './given.ts';
import { HUB_NAME } from './provider-id.ts';
import type { Call, Protocol } from './route.ts';
import { routerUrl } from './router-url.ts';

/** The protocol of Hugging Face's own servers and compatible ones: the answer is the picture's bytes. */
export const hfInference: Protocol = {
  providerId: HUB_NAME,
  ask: (call) => askForBytes(call, routerUrl('hf-inference', `models/${call.route.providerId}`)),
};

/** Asks the address `url` with the hf-inference protocol. */
export async function askForBytes(
  { prompt, options, exchange, answers }: Pick<Call, 'prompt' | 'options' | 'exchange' | 'answers'>,
  url: URL,
): Promise<Answer> {
  // A single type: some servers compare the whole Accept header, and refuse a list with 400.
  const headers = { Accept: 'image/png' };
  const answer = await exchange(url, { method: 'POST', headers, body: bodyOf(prompt, options) });
  return answer.ok ? answers.read(answer) : answer;
}

function bodyOf(prompt: string, { negativePrompt, width, height, seed }: GenerationOptions) {
  const parameters = given({ negative_prompt: negativePrompt, width, height, seed });
  return { inputs: prompt, ...(Object.keys(parameters).length > 0 && { parameters }) };
}
