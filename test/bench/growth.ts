import { createJobStore } from '../../src/jobs/index.ts';
import { memoryArea } from '../unit/jobs/memory-area.ts';
import { sampleJob } from '../unit/jobs/sample-job.ts';
import { storeBench } from '../unit/settings/store-bench.ts';
import { type Comparison, compare, inTurns, OURS } from './measure.ts';

const ROUNDS = { rounds: 60, warmUp: 10 };
const COUNTS = [0, 100, 10_000];
const SOURCES = 200;
const ATTEMPT = { provider: 'huggingface', startedAt: 2_000, announces: true, routes: [] } as const;

const endedJobs = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, place) => {
      const job = sampleJob({ id: `old-${place}`, status: 'succeeded', order: place + 1, endedAt: 3_000 });
      return [`job:${job.id}`, job];
    }),
  );

/** Stores everything that is stored for one picture, from the press to its end. */
async function oneJob(store: ReturnType<typeof createJobStore>, id: string): Promise<void> {
  const [order = 1] = await store.newOrders(1, 1_000);
  const job = sampleJob({ id, order });
  await store.save(job);
  await store.save({ ...job, status: 'running', attempts: [{ ...ATTEMPT, routes: [] }] });
  await store.save({ ...job, status: 'succeeded', attempts: [{ ...ATTEMPT, routes: [], endedAt: 3_000 }] });
  await store.get(id);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** So many jobs are measured at once, since one takes microseconds; the result is milliseconds for each. */
const TOGETHER = 20;

async function measureJobs(count: number): Promise<Comparison> {
  const open = async (many: number) => {
    const area = memoryArea(endedJobs(many));
    const store = createJobStore(area as unknown as Parameters<typeof createJobStore>[0]);
    await store.newOrders(1, 1_000);
    return async () => {
      const time = await timed(async () => {
        for (let place = 0; place < TOGETHER; place += 1) await oneJob(store, `new-${place}`);
      });
      await area.remove(Array.from({ length: TOGETHER }, (_, place) => `job:new-${place}`));
      return time / TOGETHER;
    };
  };
  const samples = await inTurns({ 'no finished jobs': await open(0), [OURS]: await open(count) }, ROUNDS);
  return compare(`growth: records of one job beside ${count} finished ones`, samples, {
    unit: 'ms',
    budget: { ratio: 1.3 },
  });
}

async function measureWritten(): Promise<Comparison> {
  const area = memoryArea();
  let bytes = 0;
  area.beforeSet = (items) => {
    bytes += JSON.stringify(items).length;
  };
  await oneJob(createJobStore(area as unknown as Parameters<typeof createJobStore>[0]), 'one');
  const job = JSON.stringify(area.snapshot()).length;
  return compare(
    'growth: written for one job',
    { 'its record once': [job / 1024], [OURS]: [bytes / 1024] },
    { unit: 'KB' },
  );
}

async function measureSettings(): Promise<Comparison> {
  const few = storeBench();
  const many = storeBench();
  await few.add('Only');
  for (let place = 0; place < SOURCES; place += 1) await many.add(`Source${place}`);
  const samples = await inTurns(
    { 'with 1 source': () => timed(() => few.store.read()), [OURS]: () => timed(() => many.store.read()) },
    ROUNDS,
  );
  return compare(`growth: settings read with ${SOURCES} sources`, samples, { unit: 'ms' });
}

/** What finished jobs and many sources cost each new job and each reading of the settings. */
export async function measureGrowth(): Promise<Comparison[]> {
  const found: Comparison[] = [];
  for (const count of COUNTS.slice(1)) found.push(await measureJobs(count));
  return [...found, await measureWritten(), await measureSettings()];
}
