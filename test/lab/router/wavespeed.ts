import { asRecord, jsonBody } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import { orderIn } from '../pictures/picture-for.ts';
import type { ProviderRoute } from './router-host.ts';
import { notSupported } from './unsupported.ts';

const API = 'https://api.wavespeed.ai/api/v3/predictions';
const CDN = 'https://d1q70pf5vjeyhc.cloudfront.net/predictions';

/** `POST /wavespeed/api/v3/{providerId}`, then `…/predictions/{id}/result` until it is completed. */
export const wavespeed: ProviderRoute = ({ path, request, state, shelf }) => {
  const id = path.match(/^\/api\/v3\/predictions\/([^/]+)\/result$/)?.[1];
  if (id === undefined) {
    if (!state.isLive('wavespeed', path.replace('/api/v3/', ''))) return notSupported('wavespeed');
    const answer = fixture('router_providers/wavespeed/submit.200', request);
    const { data, ...envelope } = asRecord(answer.json);
    const work = shelf.put(orderIn(jsonBody(request)));
    return {
      ...answer,
      json: { ...envelope, data: { ...asRecord(data), id: work, urls: { get: `${API}/${work}/result` } } },
    };
  }
  const work = shelf.find(id);
  if (work === undefined) return fixture('router_hf_inference/404.text', request);
  work.polls += 1;
  const answer = fixture(
    `router_providers/wavespeed/poll.${work.polls > 1 ? 'completed' : 'processing'}`,
    request,
  );
  const { data, ...envelope } = asRecord(answer.json);
  const outputs = work.polls > 1 ? [`${CDN}/${id}/1.jpeg`] : [];
  return { ...answer, json: { ...envelope, data: { ...asRecord(data), id, outputs } } };
};
