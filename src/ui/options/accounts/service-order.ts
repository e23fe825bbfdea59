import type { ProviderName } from '../../../generation/index.ts';
import type { SettingsView } from '../../../messages/index.ts';

/** The services in the order they are asked. */
export function serviceOrder({ primary }: Pick<SettingsView, 'primary'>): readonly ProviderName[] {
  return primary === 'huggingface' ? ['huggingface', 'puter'] : ['puter', 'huggingface'];
}
