import { InferenceClient } from '@huggingface/inference';
import { createProviderManager } from '../../src/generation/index.ts';
import { HuggingFaceProvider } from '../../src/providers/huggingface/provider.ts';
import { PuterProvider } from '../../src/providers/puter/provider.ts';
import { OURS } from './measure.ts';
import { createAiRetry } from './peers/ai-retry.mjs';

const MODEL = 'black-forest-labs/FLUX.1-schnell';
const SIZE = { width: 64, height: 64 };

export const ROUTER = 'router.huggingface.co';
export const PUTER = 'api.puter.com';

/** Asks Hugging Face and then Puter for a picture of a prompt; resolves to its bytes, throws when there is none. */
export type Contestant = (prompt: string) => Promise<Uint8Array>;

interface Ports {
  fetch: typeof fetch;
  hfToken: string;
  puterToken: string;
}

const bytesOf = (dataUri: string) => Buffer.from(dataUri.slice(dataUri.indexOf(',') + 1), 'base64');

/** Puter's API as a careful user of `fetch` would call it. */
function askPuter({ fetch, puterToken }: Ports): Contestant {
  return async (prompt) => {
    const response = await fetch(`https://${PUTER}/drivers/call`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain;actually=json' },
      body: JSON.stringify({
        interface: 'puter-image-generation',
        driver: 'ai-image',
        method: 'generate',
        args: { prompt, model: 'black-forest-labs/FLUX.1-schnell', response_format: 'base64', ...SIZE },
        auth_token: puterToken,
      }),
    });
    if (!response.ok) throw new Error(`Puter: ${response.status}`);
    const { result } = await response.json();
    if (result.startsWith('data:')) return bytesOf(result);
    return new Uint8Array(await (await fetch(result)).arrayBuffer());
  };
}

function withBareFetch(ports: Ports): Contestant {
  const puter = askPuter(ports);
  return async (prompt) => {
    const response = await ports.fetch(`https://${ROUTER}/hf-inference/models/${MODEL}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ports.hfToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ inputs: prompt, parameters: SIZE }),
    });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    await response.text();
    return puter(prompt);
  };
}

function withInferenceClient(ports: Ports): Contestant {
  const puter = askPuter(ports);
  const client = new InferenceClient(ports.hfToken);
  return async (prompt) => {
    try {
      const order = { provider: 'hf-inference', model: MODEL, inputs: prompt, parameters: SIZE } as const;
      const picture = await client.textToImage(order, {
        fetch: ports.fetch,
        retry_on_error: false,
        outputType: 'blob',
      });
      return new Uint8Array(await picture.arrayBuffer());
    } catch {
      return puter(prompt);
    }
  };
}

function withAiSdk(ports: Ports): Contestant {
  const baseURL = `https://${ROUTER}/nscale/v1`;
  const { fetch, hfToken: token } = ports;
  return createAiRetry({ fetch, token, baseURL, model: MODEL, size: SIZE, askFallback: askPuter(ports) });
}

function withUnderstudy({ fetch, hfToken, puterToken }: Ports): Contestant {
  const manager = createProviderManager({
    primary: new HuggingFaceProvider({ fetch, token: hfToken }),
    fallback: new PuterProvider({ fetch, token: puterToken }),
  });
  return async (prompt) => {
    const result = await manager.generate(prompt, { style: 'none', ...SIZE });
    if (result.picture === undefined) throw new Error(JSON.stringify(result.error));
    return result.picture.bytes;
  };
}

/** The contestants of a measurement, the floor first. */
export function contestants(ports: Ports): Record<string, Contestant> {
  return {
    'bare fetch, twice': withBareFetch(ports),
    [OURS]: withUnderstudy(ports),
    '@huggingface/inference in try/catch': withInferenceClient(ports),
    'AI SDK with ai-retry': withAiSdk(ports),
  };
}

/** The files of `bundles/` that show the size each adds to a browser build; the floor adds none. */
export const BUNDLES: Record<string, string> = {
  [OURS]: 'understudy',
  '@huggingface/inference in try/catch': 'inference-client',
  'AI SDK with ai-retry': 'ai-retry',
};
