import { asRecord, jsonBody } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import { orderIn } from '../pictures/picture-for.ts';
import type { ProviderRoute } from './router-host.ts';
import { notSupported } from './unsupported.ts';

/** `POST /replicate/v1/models/{id}/predictions` with `Prefer: wait`: 201 and a link to the picture. */
export const replicate: ProviderRoute = ({ path, request, state, shelf }) => {
  const providerId = path.match(/^\/v1\/models\/(.+)\/predictions$/)?.[1];
  if (providerId === undefined) return fixture('router_hf_inference/404.text', request);
  if (!state.isLive('replicate', providerId)) return notSupported('replicate');
  const order = orderIn(jsonBody(request));
  if (order.prompt === '') return fixture('router_providers/replicate/422.problem', request);
  const answer = fixture('router_providers/replicate/201.done', request);
  const output = [`https://replicate.delivery/xezq/${shelf.put(order)}/out-0.png`];
  return {
    ...answer,
    json: { ...asRecord(answer.json), model: providerId, input: { prompt: order.prompt }, output },
  };
};
