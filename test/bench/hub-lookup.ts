import { setTimeout as wait } from 'node:timers/promises';
import { createHub, type Source } from '../../src/hub/index.ts';
import { type Comparison, compare, inTurns, OURS } from './measure.ts';

const ROUNDS = { rounds: 30, warmUp: 2, withinMs: 65_000 };
const PROBE_MS = 100;
/** Milliseconds, longer than any round: the lookup must not wait for this hub. */
const HANGING_MS = 60_000;
const COUNTS = [1, 2, 4, 8, 16];
const CALLERS = [1, 1000];
const REF = { type: 'model', id: 'owner/name' } as const;

function createMemoryStore() {
  const values = new Map<string, unknown>();
  return {
    get: async (key: string) => structuredClone(values.get(key)),
    set: async (key: string, value: unknown) => void values.set(key, structuredClone(value)),
    del: async (key: string) => void values.delete(key),
    entries: async () => [...values],
  };
}

/**
 * Hubs that take 100 ms each. `holder`: the place of the hub that has the repository; `hanging`: that of a
 * hub that never answers.
 */
interface Chain {
  count: number;
  holder?: number;
  hanging?: number;
}

const sourcesOf = ({ count }: Chain): Source[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `hub-${index}`,
    name: `Hub ${index}`,
    url: `https://hub-${index}.test`,
    type: 'huggingface',
    priority: index,
    enabled: true,
  }));

function network({ holder, hanging }: Chain) {
  let requests = 0;
  const fetch = async (input: string, init?: RequestInit) => {
    requests += 1;
    const place = Number(new URL(input).hostname.match(/\d+/)?.[0]);
    const time = place === hanging ? HANGING_MS : PROBE_MS;
    await wait(time, undefined, init?.signal ? { signal: init.signal } : {});
    const isThere = place === holder;
    return new Response(JSON.stringify(isThere ? { id: REF.id } : {}), { status: isThere ? 200 : 404 });
  };
  return { fetch, requests: () => requests };
}

function hubOver(chain: Chain) {
  const { fetch, requests } = network(chain);
  const hub = createHub({
    sources: () => sourcesOf(chain),
    settings: { maxConcurrent: chain.count },
    cache: createMemoryStore(),
    fetch,
    clock: { now: () => Date.now() },
  });
  return { hub, requests };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A chain that asks one hub after the other, as KohakuHub's server does. */
async function oneByOne(chain: Chain): Promise<void> {
  const { fetch } = network(chain);
  for (const { url } of sourcesOf(chain)) if ((await fetch(`${url}/api/models/${REF.id}`)).ok) return;
}

async function oneProbe(): Promise<void> {
  await network({ count: 1, holder: 0 }).fetch('https://hub-0.test/api/models/owner/name');
}

async function measureChain(where: string, chain: Chain, budget?: { ratio: number }): Promise<Comparison> {
  // Asking one hub after the other is measured only where the last hub has the repository: elsewhere it takes
  // as long as all hubs up to the one that has it.
  const isAskedOneByOne = chain.holder === chain.count - 1;
  const samples = await inTurns(
    {
      'one probe': () => timed(oneProbe),
      [OURS]: () => timed(() => hubOver(chain).hub.locate(REF)),
      ...(isAskedOneByOne && { 'asked one by one': () => timed(() => oneByOne(chain)) }),
    },
    ROUNDS,
  );
  const name = `lookup: ${chain.count} source${chain.count === 1 ? '' : 's'} of ${PROBE_MS} ms, ${where}`;
  return compare(name, samples, { unit: 'ms', ...(budget && { budget }) });
}

/** Requests and time of questions that were answered before. */
async function measureCached(callers: number): Promise<Comparison[]> {
  const { hub, requests } = hubOver({ count: 8, holder: 7 });
  await hub.locate(REF);
  const before = requests();
  const samples = await inTurns(
    {
      'one read of the store': () => timed(() => createMemoryStore().get('key')),
      [OURS]: () => timed(() => Promise.all(Array.from({ length: callers }, () => hub.locate(REF)))),
    },
    { rounds: 30, warmUp: 5 },
  );
  const name = `cached lookup: ${callers} at once`;
  const asked = { [OURS]: [requests() - before] };
  return [
    compare(name, samples, { unit: 'ms' }),
    compare(name, asked, { unit: 'requests', budget: { value: 0 } }),
  ];
}

/** Looking a repository up over 1 to 16 hubs, wherever it lies, and again from the cache. */
export async function measureHubLookup(): Promise<Comparison[]> {
  const found: Comparison[] = [];
  for (const count of COUNTS) {
    const budget = count === 8 ? { ratio: 1.3 } : undefined;
    found.push(await measureChain('hit on the last', { count, holder: count - 1 }, budget));
    if (count === 1) continue;
    found.push(await measureChain('hit on the first', { count, holder: 0 }));
    found.push(await measureChain('nowhere', { count }));
    found.push(
      await measureChain('hit on the first, the last hangs', { count, holder: 0, hanging: count - 1 }),
    );
  }
  for (const callers of CALLERS) found.push(...(await measureCached(callers)));
  return found;
}
