import type { ProviderName } from '../../generation/index.ts';
import { t } from '../page/extension.ts';

/** A service's name as people know it. */
export function providerName(provider: ProviderName): string {
  return t(`common_${provider}`);
}
