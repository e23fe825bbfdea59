import type { ProviderName } from '../../generation/index.ts';
import { hasText, t } from '../page/extension.ts';

/** A service's name as people know it; the bare name for one that only a newer version knows. */
export function providerName(provider: ProviderName): string {
  return hasText(`common_${provider}`) ? t(`common_${provider}`) : provider;
}
