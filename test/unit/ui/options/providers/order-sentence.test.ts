import { expect, test } from 'vitest';
import type { SettingsView } from '../../../../../src/messages/index.ts';
import { orderSentence } from '../../../../../src/ui/options/providers/order-sentence.ts';

type Providers = Pick<SettingsView, 'first' | 'huggingface' | 'puter'>;
const token = { endsIn: 'abcd', verdict: 'valid' } as const;

function providers(huggingface: object, puter: object, first: Providers['first'] = 'huggingface'): Providers {
  const both = { enabled: true, model: 'm', timeoutMs: 1 };
  return {
    first,
    huggingface: { ...both, apiUrl: '', routeOrder: [], ...huggingface },
    puter: { ...both, ...puter },
  };
}

test.each([
  [providers({ token }, { token }), 'options_order_both_huggingface'],
  [providers({ token }, { token }, 'puter'), 'options_order_both_puter'],
  [providers({ token }, {}), 'options_order_alone_huggingface_unconnected'],
  [providers({ token }, { token, enabled: false }), 'options_order_alone_huggingface_off'],
  [providers({}, { token }), 'options_order_alone_puter_unconnected'],
  [providers({ token, enabled: false }, { token }, 'puter'), 'options_order_alone_puter_off'],
  [providers({ apiUrl: 'https://own.example' }, {}), 'options_order_alone_huggingface_unconnected'],
  [providers({}, {}), 'options_order_nobody'],
])('%#: the sentence says who steps in, or why nobody does', (view, key) => {
  expect(orderSentence(view).key).toBe(key);
});
