import type { Fault, ProviderError } from '../../generation/index.ts';
import { failure } from '../failure.ts';
import { type AskedModel, modelIdOf } from './model-id.ts';
import { ownUrlOf } from './own-url.ts';
import type { HuggingFaceParts } from './parts.ts';
import { sentence } from './sentences.ts';

/** Where a request goes: to the user's own API address, or to the services that run a model. */
export type Target = { ownUrl: URL } | { model: AskedModel };

/** Finds the target from the settings and the requested model, or the failure when there is none. Sends nothing. */
export function requestTarget(
  { token, endpointToken, config }: HuggingFaceParts,
  askedModel: string | undefined,
): Target | ProviderError {
  const credentials = [token, endpointToken].filter((value) => value !== undefined);
  // A header cannot hold other characters: `fetch` would reject as if the network had failed.
  if (credentials.some((value) => /[^\x20-\x7e]/.test(value)))
    return failure('UNAUTHORIZED', sentence('UNAUTHORIZED'), {
      fault: 'token-unusable',
    });

  const ownUrl = ownUrlOf(config?.apiUrl);
  if (ownUrl) return { ownUrl };
  if (ownUrl === null) return invalid('api-url-unusable');
  if (!token?.trim()) return failure('NOT_CONNECTED', sentence('NOT_CONNECTED'));
  const model = modelIdOf(askedModel ?? config?.model);
  return model === undefined ? invalid('model-name-unusable') : { model };
}

function invalid(fault: Fault): ProviderError {
  return failure('VALIDATION_ERROR', sentence('VALIDATION_ERROR'), { fault });
}
