import { factsOf, type ProviderName, type ServicePage } from '../../../generation/index.ts';
import { HUGGING_FACE, INFERENCE_PROVIDERS_PAGE } from '../../../web/hugging-face.ts';
import type { HelpAction } from './help-action.ts';

type Link = Extract<HelpAction, { kind: 'link' }>;

const link = (url: string, label: string): Link => ({ kind: 'link', url, label });

/** A page of a service. */
export const linkTo = ({ url, label }: ServicePage): Link => link(url, label);

export const inferenceProviders = link(INFERENCE_PROVIDERS_PAGE, 'error_link_inference_providers');

export const endpoints = link('https://endpoints.huggingface.co/', 'error_link_endpoints');

/** Where the bill is paid: `billingUrl` where an account at another service is empty, else the provider's own page. */
export function credit(provider: ProviderName, billingUrl?: string): Link[] {
  if (billingUrl !== undefined) return [link(billingUrl, 'error_link_service_billing')];
  const pages = factsOf(provider)?.pages;
  return pages ? [linkTo(pages.credit)] : [];
}

/** The model's own page, where a licence is accepted. */
export function modelPage(model: string): Link {
  const path = model.split('/').map(encodeURIComponent).join('/');
  return link(`${HUGGING_FACE}/${path}`, 'error_link_model_page');
}
