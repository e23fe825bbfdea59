import type { ProviderName } from '../../../generation/index.ts';
import type { SettingsView } from '../../../messages/index.ts';
import { sentence } from '../../page/name-sentence.ts';
import type { Sentence } from '../../page/sentence.ts';

type Providers = Pick<SettingsView, 'first' | 'huggingface' | 'puter'>;

/** What happens to a prompt with these settings, when its first provider fails. */
export function orderSentence(view: Providers): Sentence {
  const usable = (name: ProviderName) => isUsable(view, name);
  const second = view.first === 'huggingface' ? 'puter' : 'huggingface';
  if (usable(view.first) && usable(second)) return sentence(`options_order_both_${view.first}`);
  if (usable(view.first)) return sentence(`options_order_alone_${view.first}_${why(view, second)}`);
  if (usable(second)) return sentence(`options_order_alone_${second}_${why(view, view.first)}`);
  return sentence('options_order_nobody');
}

function isUsable(view: Providers, name: ProviderName): boolean {
  const own = view[name];
  const endpoint = name === 'huggingface' && view.huggingface.apiUrl !== '';
  return own.enabled && (own.token !== undefined || endpoint);
}

/** Why the other provider takes no part. */
function why(view: Providers, name: ProviderName): 'off' | 'unconnected' {
  return view[name].enabled ? 'unconnected' : 'off';
}
