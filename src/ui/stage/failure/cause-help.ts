import { type ErrorCode, factsOf, type ProviderError, type ProviderName } from '../../../generation/index.ts';
import type { HelpAction } from './help-action.ts';
import { credit, endpoints, inferenceProviders, linkTo, modelPage } from './service-links.ts';

/** One service's failure. */
export interface Cause {
  provider: ProviderName;
  error: ProviderError;
}

/** Actions that fix the cause, at the service or in the options, before a retry makes sense. */
export function causeActions({ provider, error }: Cause, model: string): HelpAction[] {
  const options: HelpAction = { kind: 'options', section: provider };
  if (error.pictureUrl) return [{ kind: 'fetch-picture', url: error.pictureUrl }];
  if (error.reason === 'provider-settings') return [inferenceProviders];
  if (error.reason === 'model-unavailable') return [anotherModel(provider)];
  if (error.reason === 'endpoint-paused') return [endpoints];
  if (error.reason === 'service-trouble') return [];
  switch (error.code) {
    case 'UNAUTHORIZED':
    case 'NOT_CONNECTED':
      return [options];
    case 'VALIDATION_ERROR':
    case 'CONTENT_REFUSED':
      return [{ kind: 'change' }];
    case 'PAYMENT_REQUIRED':
      return credit(provider, error.billingUrl);
    case 'FORBIDDEN':
      return whereForbidden({ provider, error }, model, options);
    case 'MODEL_UNAVAILABLE':
      return [anotherModel(provider)];
    case 'MODEL_ELSEWHERE':
      return [{ kind: 'find-model' }];
    default:
      return [];
  }
}

function whereForbidden({ provider, error }: Cause, model: string, options: HelpAction): HelpAction[] {
  if (error.reason === 'licence') return [modelPage(model)];
  const pages = factsOf(provider)?.pages;
  if (error.reason === 'account' && pages) return [linkTo(pages.account)];
  return pages?.newToken ? [linkTo(pages.newToken), options] : [options];
}

/** Models of the hubs can be searched for; another service's model is typed in the options. */
function anotherModel(provider: ProviderName): HelpAction {
  return factsOf(provider)?.hubModels ? { kind: 'find-model' } : { kind: 'options', section: provider };
}

const REASONS: Record<Exclude<NonNullable<ProviderError['reason']>, 'model-unavailable'>, string> = {
  'token-permission': 'error_help_FORBIDDEN_token',
  licence: 'error_help_FORBIDDEN_licence',
  account: 'error_help_FORBIDDEN_account',
  'provider-settings': 'error_help_provider_settings',
  'endpoint-paused': 'error_help_endpoint_paused',
  'service-trouble': 'error_help_service_trouble',
};

const WAITING: readonly ErrorCode[] = ['RATE_LIMIT', 'SERVICE_UNAVAILABLE', 'SERVER_ERROR'];

/** The locale key of the title. A 400 is often not about the request, so its real cause is named. */
export function causeTitle({ error }: Cause): string {
  if (error.reason === 'model-unavailable') return 'error_MODEL_UNAVAILABLE';
  if (error.reason === 'endpoint-paused') return 'error_endpoint_paused';
  if (error.reason === 'service-trouble') return 'error_SERVER_ERROR';
  if (error.billingUrl !== undefined) return 'error_service_payment';
  if (error.code === 'UNAUTHORIZED' || error.code === 'VALIDATION_ERROR') return `error_title_${error.code}`;
  return `error_${error.code}`;
}

/** The locale key of the sentence that says what to do. */
export function causeAdvice({ provider, error }: Cause): string {
  if (error.reason === 'model-unavailable') return `error_help_MODEL_UNAVAILABLE_${provider}`;
  if (error.reason) return REASONS[error.reason];
  if (error.billingUrl !== undefined) return 'error_help_service_payment';
  if (error.pictureUrl) return 'error_help_PICTURE_UNREACHABLE';
  if (WAITING.includes(error.code)) return 'error_help_wait';
  if (error.code === 'MODEL_UNAVAILABLE') return `error_help_MODEL_UNAVAILABLE_${provider}`;
  if (error.code === 'MODEL_ELSEWHERE' && !error.source) return 'error_help_MODEL_ELSEWHERE_unnamed';
  return `error_help_${error.code}`;
}
