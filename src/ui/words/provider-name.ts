import type { ProviderName } from '../../generation/index.ts';
import { hasText, t } from '../page/extension.ts';

/** A service's name as people know it; its name in the code if this version has no text for the service. */
export function providerName(provider: ProviderName): string {
  return hasText(`common_${provider}`) ? t(`common_${provider}`) : provider;
}
