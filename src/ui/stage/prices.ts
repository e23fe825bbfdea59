import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ProviderName } from '../../generation/index.ts';
import type { ModelPrice } from '../../generation/price.ts';
import type { Ask, SettingsView } from '../../messages/index.ts';
import { usableProviders } from '../../settings/usable-providers.ts';

export interface Prices {
  /** What the services say of the models that are set; nothing of one that was not asked, or says nothing. */
  known: ReadonlySignal<Partial<Record<ProviderName, ModelPrice>>>;
  /** Asks for one that is not asked by itself: of all but the service that is asked first. */
  ask(provider: ProviderName): void;
}

/** Knows what the service that is asked first wants for a picture, as soon as it says so. */
export function createPrices(ask: Ask, settings: ReadonlySignal<SettingsView | undefined>): Prices {
  const answers = signal<Record<string, ModelPrice>>({});
  const asked = new Set<string>();

  async function read(provider: ProviderName, key: string) {
    if (asked.has(key)) return;
    asked.add(key);
    const reply = await ask('readPrice', { provider });
    // What was set meanwhile is asked for on its own.
    const { price } = reply.ok ? reply.value : {};
    if (price && keyOf(provider) === key) answers.value = { ...answers.value, [key]: price };
  }
  /** A price is that of a model. */
  const keyOf = (provider: ProviderName) => `${provider} ${settings.peek()?.[provider].model}`;

  const lead = computed(() => {
    const view = settings.value;
    const [first] = view ? usableProviders(view, view.tokens) : [];
    return view && first && ([first, `${first} ${view[first].model}`] as const);
  });
  effect(() => {
    if (lead.value) void read(...lead.value);
  });

  return {
    known: computed(() => {
      const view = settings.value;
      if (!view) return {};
      const names = usableProviders(view, view.tokens);
      const found = names.flatMap((name) => {
        const price = answers.value[`${name} ${view[name].model}`];
        return price ? [[name, price] as const] : [];
      });
      return Object.fromEntries(found);
    }),
    ask: (provider) => void read(provider, keyOf(provider)),
  };
}
