import { asRecord, jsonBody } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import { pictureFor } from '../pictures/picture-for.ts';
import type { ProviderRoute } from './router-host.ts';
import { notSupported } from './unsupported.ts';

/** `POST /hf-inference/models/{id}`: the bytes of the picture. */
export const hfInference: ProviderRoute = ({ path, request, state }) => {
  const id = decodeURIComponent(path.replace(/^\/models\//, ''));
  const repository = state.find('model', id);
  if (repository === undefined) return fixture('router_hf_inference/404.model', request);
  const route = repository.routes?.['hf-inference'];
  if (route === undefined) return notSupported('hf-inference');
  if (route.status === 'error') return fixture('router_hf_inference/410.model', request);
  const { inputs } = asRecord(jsonBody(request));
  if (typeof inputs !== 'string' || inputs === '') return fixture('router_hf_inference/422.text', request);
  return { ...fixture('router_hf_inference/200.png', request), body: pictureFor(request) };
};
