import type { ProviderError } from '../../generation/index.ts';
import { INFERENCE_PROVIDERS_PAGE } from '../../web/hugging-face.ts';
import { saysNotEnabled } from '../meaning/billing.ts';
import { ROUTES } from './routes/route-table.ts';

/**
 * The failure for an unpaid account at one service behind Hugging Face, with the address where it is paid. Undefined for
 * any other failure, and when the Hugging Face account itself is unpaid, which is a 402 that names no service.
 */
export function billOfOne(error: ProviderError, route: string): ProviderError | undefined {
  // With status 200 the service has accepted the job: another service must not be paid as well.
  if (error.code !== 'PAYMENT_REQUIRED' || error.status === 200) return undefined;
  const words = error.detail?.toLowerCase() ?? '';
  const named = [...ROUTES.values()].some(({ mentions }) => mentions?.test(words));
  const ofOne = error.status !== 402 || named || /\bfor provider ["'`]?[\w.-]/.test(words);
  if (!ofOne) return undefined;
  const billingUrl = saysNotEnabled(words) ? INFERENCE_PROVIDERS_PAGE : ROUTES.get(route)?.billingUrl;
  return { ...error, ...(billingUrl !== undefined && { billingUrl }) };
}
