import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ProviderName } from '../../generation/index.ts';
import type { ModelPrice } from '../../generation/price.ts';
import type { Ask, SettingsView } from '../../messages/index.ts';
import { usableProviders } from '../../settings/usable-providers.ts';

export interface Prices {
  /**
   * What a picture costs with the models that are set, by service; nothing of a service that was not asked or
   * names no price.
   */
  known: ReadonlySignal<Partial<Record<ProviderName, ModelPrice>>>;
  /** Asks a service for its price. Only the service that is asked first for pictures is asked without this. */
  ask(provider: ProviderName): void;
}

/** Knows the price of a picture at the service that is asked first, as soon as that service names it. */
export function createPrices(ask: Ask, settings: ReadonlySignal<SettingsView | undefined>): Prices {
  const answers = signal<Record<string, ModelPrice>>({});
  const asked = new Set<string>();

  async function read(provider: ProviderName, key: string) {
    if (asked.has(key)) return;
    asked.add(key);
    const reply = await ask('readPrice', { provider });
    // If another model was set meanwhile, this answer is dropped: the price of the new model is asked for on its own.
    const { price } = reply.ok ? reply.value : {};
    if (price && keyOf(provider) === key) answers.value = { ...answers.value, [key]: price };
  }
  /** A price belongs to a service and its model. */
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
