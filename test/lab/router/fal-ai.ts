import { asRecord, jsonBody } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import { orderIn } from '../pictures/picture-for.ts';
import type { ProviderRoute, RouteContext } from './router-host.ts';
import { notSupported } from './unsupported.ts';

function submit(providerId: string, { request, state, shelf }: RouteContext) {
  if (!state.isLive('fal-ai', providerId)) return notSupported('fal-ai');
  const order = orderIn(jsonBody(request));
  if (order.prompt === '') return fixture('router_providers/fal-ai/422.detail', request);
  const id = shelf.put(order);
  // fal's queue drops what follows the app's name: fal-ai/flux/schnell is polled at fal-ai/flux.
  const base = `https://queue.fal.run/${providerId.split('/').slice(0, 2).join('/')}/requests/${id}`;
  const answer = fixture('router_providers/fal-ai/submit.200', request);
  const urls = { response_url: base, status_url: `${base}/status`, cancel_url: `${base}/cancel` };
  return { ...answer, json: { ...asRecord(answer.json), ...urls, request_id: id } };
}

/** `/fal-ai/{providerId}?_subdomain=queue`: submit, then `…/requests/{id}/status`, then `…/requests/{id}`. */
export const falAi: ProviderRoute = (context) => {
  const { path, request, shelf } = context;
  const [app = '', id, verb] = path.slice(1).split(/\/requests\/|\/(?=status$|cancel$)/);
  if (id === undefined) return submit(app, context);
  const work = shelf.find(id);
  if (work === undefined) return fixture('router_hf_inference/404.text', request);
  if (verb === 'cancel') return { status: 202, json: { status: 'CANCELLATION_REQUESTED' } };
  if (verb === 'status') {
    work.polls += 1;
    return fixture(`router_providers/fal-ai/status.${work.polls > 1 ? 'completed' : 'in_progress'}`, request);
  }
  const answer = fixture('router_providers/fal-ai/result.200', request);
  const { width = 1024, height = 1024, prompt, seed = 3131504498 } = work.order;
  const image = {
    url: `https://v3.fal.media/files/lab/${id}.png`,
    width,
    height,
    content_type: 'image/jpeg',
  };
  return { ...answer, json: { ...asRecord(answer.json), images: [image], prompt, seed } };
};
