import { asRecord, jsonBody } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import { pictureFor } from '../pictures/picture-for.ts';
import type { ProviderRoute } from './router-host.ts';
import { notSupported } from './unsupported.ts';

/** `POST /{nscale|together}/v1/images/generations`: base64 in JSON, the OpenAI way. */
export const openAiImages =
  (provider: 'nscale' | 'together'): ProviderRoute =>
  ({ path, request, state }) => {
    if (path !== '/v1/images/generations') return fixture('router_hf_inference/404.text', request);
    const { model, prompt } = asRecord(jsonBody(request));
    if (!state.isLive(provider, String(model))) return notSupported(provider);
    if (typeof prompt !== 'string' || prompt === '') return fixture('router_hf_inference/422.text', request);
    const answer = fixture(`router_providers/${provider}/200.b64`, request);
    const body = asRecord(answer.json);
    const [first] = Array.isArray(body.data) ? body.data : [];
    return {
      ...answer,
      json: { ...body, data: [{ ...asRecord(first), b64_json: pictureFor(request).toString('base64') }] },
    };
  };
