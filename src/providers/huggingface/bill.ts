import type { ProviderError } from '../../generation/index.ts';
import { saysNotEnabled } from '../meaning/billing.ts';
import { ROUTES } from './routes/route-table.ts';

/** Where the user sets which of the services may be asked, and gives them keys of their own. */
const SERVICE_SETTINGS = 'https://huggingface.co/settings/inference-providers';

/**
 * A bill that one service behind Hugging Face presents, with where it is paid; undefined for any other failure, and for
 * the bill of the Hugging Face account itself, which comes as a 402 that names nobody.
 */
export function billOfOne(error: ProviderError, route: string): ProviderError | undefined {
  // A service that took the job on says so with 200; another must not be paid beside it.
  if (error.code !== 'PAYMENT_REQUIRED' || error.status === 200) return undefined;
  const words = error.detail?.toLowerCase() ?? '';
  const named = [...ROUTES.values()].some(({ mentions }) => mentions?.test(words));
  const ofOne = error.status !== 402 || named || /\bfor provider ["'`]?[\w.-]/.test(words);
  if (!ofOne) return undefined;
  const billingUrl = saysNotEnabled(words) ? SERVICE_SETTINGS : ROUTES.get(route)?.billingUrl;
  return { ...error, ...(billingUrl !== undefined && { billingUrl }) };
}
