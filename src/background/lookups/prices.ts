import type { ModelPrice, ProviderName } from '../../generation/index.ts';
import { askPriceList, listedPrice, type PricedModel } from '../../providers/puter/price-list.ts';
import { forgiving, type KeyValueStore } from '../../storage/key-value-store.ts';
import { startDeadline } from '../../web/deadline.ts';

const DAY_MS = 86_400_000;
/** After nobody answered it is left alone for a while. */
const REST_MS = 10 * 60_000;
const TIMEOUT_MS = 10_000;
/** Names the shape of what is stored, too. */
const KEY = 'puter:1';

export interface Prices {
  /** What the service itself says that a model costs there; undefined where it says nothing. Never rejects. */
  priceOf(provider: ProviderName, model: string): Promise<ModelPrice | undefined>;
}

interface PricePorts {
  fetch: Parameters<typeof askPriceList>[0];
  clock: { now(): number };
  store: KeyValueStore;
}

interface Stored {
  /** Epoch milliseconds. */
  at: number;
  list: PricedModel[];
}

/**
 * Prices as the services publish them, remembered for a day. Of the two only Puter publishes any: Hugging Face passes on what
 * each of its inference providers asks, and says so on the bill alone.
 */
export function createPrices({ fetch, clock, store }: PricePorts): Prices {
  const remembered = forgiving(store);
  let asking: Promise<PricedModel[]> | undefined;
  let restsUntil = 0;

  async function puterList(): Promise<PricedModel[]> {
    const stored = (await remembered.get(KEY)) as Stored | undefined;
    const age = stored ? clock.now() - stored.at : Number.POSITIVE_INFINITY;
    if (stored && age >= 0 && age < DAY_MS) return stored.list;
    if (clock.now() < restsUntil) return [];
    const { signal, stop } = startDeadline(TIMEOUT_MS);
    try {
      const list = await askPriceList(fetch, signal);
      await remembered.set(KEY, { at: clock.now(), list } satisfies Stored);
      return list;
    } catch {
      restsUntil = clock.now() + REST_MS;
      return [];
    } finally {
      stop();
    }
  }

  return {
    async priceOf(provider, model) {
      if (provider !== 'puter') return undefined;
      asking ??= puterList().finally(() => {
        asking = undefined;
      });
      return listedPrice(await asking, model);
    },
  };
}
