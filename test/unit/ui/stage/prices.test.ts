import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Ask, SettingsView } from '../../../../src/messages/index.ts';
import { createPrices } from '../../../../src/ui/stage/prices.ts';

const view = (primary: 'huggingface' | 'puter', model = 'one') =>
  ({
    primary,
    huggingface: { enabled: true, model: 'hf', apiUrl: '' },
    puter: { enabled: true, model },
    tokens: { huggingface: {}, puter: {} },
  }) as unknown as SettingsView;

function bench(first: SettingsView) {
  const asked: string[] = [];
  const settings = signal<SettingsView | undefined>(undefined);
  const ask = (async (_: string, { provider }: { provider: string }) => {
    asked.push(`${provider} ${settings.value?.[provider as 'puter'].model}`);
    return { ok: true, value: { price: { perPicture: asked.length, perMegapixel: 0 } } };
  }) as unknown as Ask;
  const prices = createPrices(ask, settings);
  settings.value = first;
  return { asked, settings, prices };
}
const turn = () => new Promise((done) => setTimeout(done));

test('only the service that is asked first is asked for its price by itself, once a model', async () => {
  const { asked, settings, prices } = bench(view('puter'));
  await turn();
  expect(prices.known.value).toEqual({ puter: { perPicture: 1, perMegapixel: 0 } });
  settings.value = view('puter');
  settings.value = view('puter', 'two');
  // That of the model before is not shown for the new one.
  expect(prices.known.value).toEqual({});
  await turn();
  expect(prices.known.value).toEqual({ puter: { perPicture: 2, perMegapixel: 0 } });
  expect(asked).toEqual(['puter one', 'puter two']);
});

test('the one that steps in is asked when somebody wants to know', async () => {
  const { asked, prices } = bench(view('huggingface'));
  await turn();
  expect(asked).toEqual(['huggingface hf']);
  prices.ask('puter');
  prices.ask('puter');
  await turn();
  expect(asked).toEqual(['huggingface hf', 'puter one']);
  expect(Object.keys(prices.known.value)).toEqual(['huggingface', 'puter']);
});
