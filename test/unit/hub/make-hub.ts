import { createHub, type Hub, type HubPorts, type Source } from '../../../src/hub/index.ts';
import { createMemoryStore } from '../../../src/storage/key-value-store.ts';
import { type FakeNetwork, fakeNetwork, type Reply } from './fake-network.ts';

export const START = Date.UTC(2026, 0, 1);

/** A source named by a letter, asked in alphabetical order. */
export function source(id: string, more: Partial<Source> = {}): Source {
  const priority = id.charCodeAt(0);
  return { id, name: id, url: `https://${id}.test`, type: 'huggingface', priority, enabled: true, ...more };
}

export interface TestHub {
  hub: Hub;
  network: FakeNetwork;
  cache: HubPorts['cache'];
  advance: (seconds: number) => void;
}

/** A hub on a fake network, with a clock that only moves when told to. */
export function makeHub(sources: Source[], reply: Reply, ports: Partial<HubPorts> = {}): TestHub {
  let now = START;
  const network = fakeNetwork(reply);
  const cache = ports.cache ?? createMemoryStore();
  const hub = createHub({
    sources: () => sources,
    fetch: network.fetch,
    clock: { now: () => now },
    ...ports,
    cache,
  });
  const advance = (seconds: number) => {
    now += seconds * 1_000;
  };
  return { hub, network, cache, advance };
}
