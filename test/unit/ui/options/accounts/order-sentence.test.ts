import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../../src/generation/index.ts';
import type { SettingsView, TokenView } from '../../../../../src/messages/index.ts';
import { orderSentence } from '../../../../../src/ui/options/accounts/order-sentence.ts';
import { settingsView, TOKEN_VIEW } from '../../settings-view.ts';

type Given = { enabled?: boolean; apiUrl?: string; token?: TokenView };
const token = TOKEN_VIEW;

function providers(
  { token: huggingfaceToken, ...huggingface }: Given,
  { token: puterToken, ...puter }: Given,
  primary: SettingsView['primary'] = 'huggingface',
): SettingsView {
  return settingsView(
    { primary, huggingface, puter },
    {
      ...(huggingfaceToken && { huggingface: huggingfaceToken }),
      ...(puterToken && { puter: puterToken }),
    },
  );
}

test.each([
  [providers({ token }, { token }), 'options_order_both_huggingface'],
  [providers({ token }, { token }, 'puter'), 'options_order_both_puter'],
  [providers({ token }, {}), 'options_order_alone_huggingface_unconnected'],
  [providers({ token }, { token, enabled: false }), 'options_order_alone_huggingface_off'],
  [providers({}, { token }), 'options_order_alone_puter_unconnected'],
  [providers({ token, enabled: false }, { token }, 'puter'), 'options_order_alone_puter_off'],
  [providers({ apiUrl: 'https://own.example' }, {}), 'options_order_alone_huggingface_unconnected'],
  [providers({ apiUrl: DEFAULT_CONFIG.huggingface.apiUrl }, {}), 'options_order_nobody'],
  [providers({}, {}), 'options_order_nobody'],
])('%#: the sentence says who steps in, or why nobody does', (view, key) => {
  expect(orderSentence(view).key).toBe(key);
});
