import type { SettingsView } from '../../../messages/index.ts';
import {
  type ProviderSettings,
  providersInOrder,
  usableProviders,
} from '../../../settings/usable-providers.ts';
import { sentence } from '../../page/name-sentence.ts';
import type { Sentence } from '../../page/sentence.ts';

/** The sentence on what happens, with these settings, when the first provider fails. */
export function orderSentence(view: ProviderSettings & Pick<SettingsView, 'tokens'>): Sentence {
  const [lead, ...backups] = usableProviders(view, view.tokens);
  if (!lead) return sentence('options_order_nobody');
  if (backups.length > 0) return sentence(`options_order_both_${lead}`);
  const missing = providersInOrder(view).find((name) => name !== lead);
  return sentence(`options_order_alone_${lead}_${missing && view[missing].enabled ? 'unconnected' : 'off'}`);
}
