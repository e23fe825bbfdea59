import { type LabHost, type LabReply, type LabRequest, openCors } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import { accountOf } from '../huggingface/accounts.ts';
import type { HuggingFaceState } from '../huggingface/state.ts';
import type { PictureShelf } from '../pictures/shelf.ts';
import { falAi } from './fal-ai.ts';
import { hfInference } from './hf-inference.ts';
import { openAiImages } from './openai-images.ts';
import { replicate } from './replicate.ts';
import { wavespeed } from './wavespeed.ts';

/** What a provider's route gets: the path after the provider's name, and what the whole router knows. */
export interface RouteContext {
  path: string;
  request: LabRequest;
  state: HuggingFaceState;
  shelf: PictureShelf;
}

export type ProviderRoute = (context: RouteContext) => LabReply;

const ROUTES: Record<string, ProviderRoute> = {
  'hf-inference': hfInference,
  nscale: openAiImages('nscale'),
  together: openAiImages('together'),
  'fal-ai': falAi,
  replicate,
  wavespeed,
};

/** router.huggingface.co: tokens first, then the provider that the path names. */
export function createRouterHost(state: HuggingFaceState, shelf: PictureShelf): LabHost {
  return {
    handle(request) {
      const [, provider = '', ...rest] = request.url.pathname.split('/');
      const account = accountOf(request);
      if (account.kind === 'none') return fixture('router_hf_inference/401.invalid', request);
      if (account.kind === 'rejected') return fixture('router_hf_inference/401.credentials', request);
      if (!account.mayInfer) return fixture('router_hf_inference/403.permission', request);
      if (account.isDepleted) return fixture('router_hf_inference/402.depleted', request);
      const route = ROUTES[provider];
      if (route === undefined) return fixture('router_hf_inference/404.text', request);
      return route({ path: `/${rest.join('/')}`, request, state, shelf });
    },
    // As recorded: any origin, but neither Retry-After nor RateLimit among what a page may read.
    cors: (request) => ({
      ...openCors(request),
      'access-control-expose-headers':
        'X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges,Content-Range',
    }),
  };
}
