import { setTimeout as wait } from 'node:timers/promises';
import { createHub, type Source } from '../../src/hub/index.ts';
import { type Measurement, median, milliseconds } from './measure.ts';

const ROUNDS = 15;
const PROBE_MS = 100;
const SOURCES = 8;

function createMemoryStore() {
  const values = new Map<string, unknown>();
  return {
    get: async (key: string) => structuredClone(values.get(key)),
    set: async (key: string, value: unknown) => void values.set(key, structuredClone(value)),
    del: async (key: string) => void values.delete(key),
    entries: async () => [...values],
  };
}

/** Eight hubs that take 100 ms each, the last one has it; and the same question asked again. */
export async function measureHubLookup(): Promise<Measurement[]> {
  const sources: Source[] = Array.from({ length: SOURCES }, (_, index) => ({
    id: `hub-${index}`,
    name: `Hub ${index}`,
    url: `https://hub-${index}.test`,
    type: 'huggingface',
    priority: index,
    enabled: true,
  }));
  let requests = 0;
  const fetch = async (input: string, init?: RequestInit) => {
    requests += 1;
    await wait(PROBE_MS, undefined, init?.signal ? { signal: init.signal } : {});
    const present = input.startsWith(`https://hub-${SOURCES - 1}.`);
    return new Response(JSON.stringify(present ? { id: 'owner/name' } : {}), { status: present ? 200 : 404 });
  };
  const settings = { maxConcurrent: SOURCES };
  const hub = (asked: Source[]) =>
    createHub({
      sources: () => asked,
      settings,
      cache: createMemoryStore(),
      fetch,
      clock: { now: () => Date.now() },
    });
  const timed = async (asked: Source[]) => {
    const fresh = hub(asked);
    const start = performance.now();
    const location = await fresh.locate({ type: 'model', id: 'owner/name' });
    if (location.outcome !== 'found') throw new Error(`Not found: ${JSON.stringify(location)}`);
    return performance.now() - start;
  };

  const chain: number[] = [];
  const single: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    single.push(await timed(sources.slice(-1)));
    chain.push(await timed(sources));
  }

  const warm = hub(sources);
  await warm.locate({ type: 'model', id: 'owner/name' });
  requests = 0;
  await warm.locate({ type: 'model', id: 'owner/name' });
  await warm.resolve({ type: 'model', id: 'owner/name' }, 'model_index.json');

  return [
    {
      name: 'hub lookup, 8 sources of 100 ms, hit on the last, over one probe',
      value: median(chain) / median(single),
      budget: 1.3,
      unit: '×',
      detail: `${milliseconds(median(chain))} over ${milliseconds(median(single))}, median of ${ROUNDS}`,
    },
    { name: 'cached lookup', value: requests, budget: 0, unit: 'requests', detail: 'locate and resolve' },
  ];
}
