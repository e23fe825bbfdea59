import type { ModelPrice, ProviderName } from '../../generation/index.ts';
import { forgiving, type KeyValueStore } from '../../storage/key-value-store.ts';
import { startDeadline } from '../../web/deadline.ts';

const DAY_MS = 86_400_000;
/** A price list that could not be fetched is not requested again for this time. */
const REST_MS = 10 * 60_000;
const TIMEOUT_MS = 10_000;

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** A provider's published prices: plain data that can be stored. */
export interface PriceList<List = unknown> {
  /** Version of the stored list's format: a list that was stored with another version is fetched again. */
  version: number;
  ask(fetch: Fetch, signal: AbortSignal): Promise<List>;
  priceOf(list: List, model: string): ModelPrice | undefined;
}

interface PricePorts {
  fetch: Fetch;
  clock: { now(): number };
  store: KeyValueStore;
  /** Undefined for a provider that publishes no prices. */
  listOf(provider: ProviderName): PriceList | undefined;
}

export interface Prices {
  /** A model's price by the provider's own price list; undefined where the list lacks it or cannot be fetched. Never rejects. */
  priceOf(provider: ProviderName, model: string): Promise<ModelPrice | undefined>;
}

interface Stored {
  version: number;
  /** Epoch milliseconds. */
  at: number;
  list: unknown;
}

/** Prices as the providers publish them, remembered for a day. */
export function createPrices({ fetch, clock, store, listOf }: PricePorts): Prices {
  const remembered = forgiving(store);
  const asking = new Map<ProviderName, Promise<Pick<Stored, 'list'> | undefined>>();
  const restsUntil = new Map<ProviderName, number>();

  async function read(provider: ProviderName, { version, ask }: PriceList) {
    const stored = (await remembered.get(provider)) as Stored | undefined;
    const age = stored?.version === version ? clock.now() - stored.at : Number.POSITIVE_INFINITY;
    if (stored && age >= 0 && age < DAY_MS) return stored;
    const restMs = (restsUntil.get(provider) ?? 0) - clock.now();
    // A rest longer than `REST_MS` means that the clock was set back: it does not count.
    if (restMs > 0 && restMs <= REST_MS) return undefined;
    const { signal, stop } = startDeadline(TIMEOUT_MS);
    try {
      const fresh: Stored = { version, at: clock.now(), list: await ask(fetch, signal) };
      await remembered.set(provider, fresh);
      return fresh;
    } catch {
      restsUntil.set(provider, clock.now() + REST_MS);
      return undefined;
    } finally {
      stop();
    }
  }

  return {
    async priceOf(provider, model) {
      const published = listOf(provider);
      if (!published) return undefined;
      const answer = asking.get(provider) ?? read(provider, published);
      asking.set(provider, answer);
      const found = await answer.finally(() => asking.delete(provider));
      return found && published.priceOf(found.list, model);
    },
  };
}
