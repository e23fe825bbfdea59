import { createMemoryStore } from '../storage/key-value-store.ts';
import { createLocationCache } from './cache/cache.ts';
import { createClient } from './client/client.ts';
import { createCoolDowns } from './client/cool-down.ts';
import { createSlots } from './client/slots.ts';
import { createSourceKeys } from './client/source-key.ts';
import { completeSettings } from './config.ts';
import { createList } from './lists/lists.ts';
import { createLookup } from './lookup/lookup.ts';
import { createOperations } from './operations.ts';
import type { Hub, HubPorts } from './types.ts';
import { createUsers } from './users/users.ts';

/**
 * The hub: finds out which of several sources hosts a repository, and answers from that source. `Hub`
 * describes the methods.
 */
export function createHub(ports: HubPorts): Hub {
  const { sources, cache: store, coolDowns: rests = createMemoryStore(), fetch, clock } = ports;
  const settings = () =>
    completeSettings(typeof ports.settings === 'function' ? ports.settings() : ports.settings);
  const lookups = { hits: 0, misses: 0 };

  const keyOf = createSourceKeys();
  const coolDowns = createCoolDowns(rests, clock, keyOf);
  const cache = createLocationCache(store, () => settings().maxRecords);
  const slots = createSlots(() => settings().maxConcurrent);
  const ask = createClient({ fetch, clock, slots, coolDowns, settings, sources });
  const onLookup = (fromCache: boolean) => {
    lookups[fromCache ? 'hits' : 'misses'] += 1;
  };
  const find = createLookup({ sources, settings, cache, coolDowns, ask, keyOf, clock, onLookup });
  const asking = { sources, settings, coolDowns, ask };

  return {
    locate: async (ref, options) => (await find(ref, options)).location,
    ...createOperations(find, ask, cache),
    list: createList(asking),
    ...createUsers(asking),
    stats: async () => ({ entries: await cache.count(), ...lookups }),
    clear: () => cache.clear(),
    evict: (ref) => cache.evict(ref),
    online: () => coolDowns.endNetworkRests(),
  };
}
