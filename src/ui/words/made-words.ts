import type { ProviderName, ProviderWarning } from '../../generation/index.ts';
import { hasText, t } from '../page/extension.ts';
import { providerName } from './provider-name.ts';

/** The sentence for a picture that another service made, after `failed` had failed with `code`. */
export function helpedWords(failed: ProviderName, code: string | undefined, maker: ProviderName): string {
  const key = `popup_helped_${code ?? ''}`;
  return t(hasText(key) ? key : 'popup_helped', providerName(failed), providerName(maker));
}

/** The words for how a service or route answered: `picture`, `failed` (then `code` says why), … With the HTTP status, if any. */
export function stepWords(answer: string, code: string | undefined, status: number | undefined): string {
  const ofCode = `popup_step_${code ?? ''}`;
  const words = t(answer === 'failed' && hasText(ofCode) ? ofCode : `popup_step_${answer}`);
  return status === undefined ? words : `${words} (${status})`;
}

/** The sentence for something that a service did not honour. */
export function warningWords({ code, detail = '' }: ProviderWarning, provider: ProviderName): string {
  const key = `popup_warning_${code}`;
  // A warning that only a newer version knows is shown in its own words.
  return hasText(key) ? t(key, providerName(provider), detail) : detail;
}
