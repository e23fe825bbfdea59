import * as z from 'zod/mini';
import type { KeyValueStore } from '../../storage/key-value-store.ts';
import type { LiveRoute } from './routes/route.ts';

const HOURS_6_MS = 6 * 60 * 60 * 1000;
const Death = z.object({ until: z.number() });

export interface DeadRoutes {
  has(route: LiveRoute, model: string): Promise<boolean>;
  add(route: LiveRoute, model: string): Promise<void>;
}

/** Remembers for 6 hours which route said that it does not serve which model, whatever the model's listing says. */
export function createDeadRoutes(store: KeyValueStore, now: () => number): DeadRoutes {
  const keyOf = (route: LiveRoute, model: string) => `${route.name} ${model.toLowerCase()}`;
  return {
    async has(route, model) {
      const key = keyOf(route, model);
      const death = z.safeParse(Death, await store.get(key));
      // An expiry later than any that is written now means that the clock was set back.
      if (death.success && now() < death.data.until && death.data.until <= now() + HOURS_6_MS) return true;
      if (death.success) await store.del(key);
      return false;
    },
    add: (route, model) => store.set(keyOf(route, model), { until: now() + HOURS_6_MS }),
  };
}
