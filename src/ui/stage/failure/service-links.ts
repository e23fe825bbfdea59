import type { ProviderName } from '../../../generation/index.ts';
import { NEW_TOKEN_URL, TOKENS_URL } from '../../words/service-pages.ts';
import type { HelpAction } from './help-action.ts';

type Link = Extract<HelpAction, { kind: 'link' }>;

const link = (url: string, label: string): Link => ({ kind: 'link', url, label });

/** The token page, with the one permission ticked that pictures need. */
export const newToken = link(NEW_TOKEN_URL, 'error_link_new_token');

export const inferenceProviders = link(
  'https://huggingface.co/settings/inference-providers',
  'error_link_inference_providers',
);

const CREDIT: Record<ProviderName, Link> = {
  huggingface: link('https://huggingface.co/settings/billing', 'error_link_billing'),
  puter: link('https://puter.com/dashboard#usage', 'error_link_puter_usage'),
};

const ACCOUNT: Record<ProviderName, Link> = {
  huggingface: link('https://huggingface.co/settings/account', 'error_link_account'),
  puter: link(TOKENS_URL.puter, 'error_link_puter_account'),
};

export const endpoints = link('https://endpoints.huggingface.co/', 'error_link_endpoints');

/** Where the bill is paid: the service's own page where its account is the empty one. */
export const credit = (provider: ProviderName, billingUrl?: string): Link =>
  billingUrl === undefined ? CREDIT[provider] : link(billingUrl, 'error_link_service_billing');
export const account = (provider: ProviderName): Link => ACCOUNT[provider];

/** The model's own page, where a licence is accepted. */
export function modelPage(model: string): Link {
  const path = model.split('/').map(encodeURIComponent).join('/');
  return link(`https://huggingface.co/${path}`, 'error_link_model_page');
}
