import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STYLE_PRESETS } from '../../src/generation/index.ts';
import { isActive, type Job } from '../../src/jobs/index.ts';
import { parseJob } from '../../src/jobs/job-schema.ts';
import { recover } from '../../src/jobs/recover.ts';
import { runnerBench } from '../unit/jobs/runner-bench.ts';
import { PICTURE, samplePicture } from '../unit/jobs/sample-job.ts';

const NOW = 1_000_000;
const times = fc.oneof(fc.integer({ min: NOW - 700_000, max: NOW }), fc.integer());
const providers = fc.constantFrom('huggingface' as const, 'puter' as const);

const attempts = fc.array(
  fc.record(
    {
      provider: providers,
      startedAt: times,
      outcome: fc.constantFrom('succeeded', 'failed', 'cancelled'),
      routes: fc.array(fc.record({ route: fc.string(), startedAt: times }), { maxLength: 2 }),
    },
    { requiredKeys: ['provider', 'startedAt', 'routes'] },
  ),
  { maxLength: 2 },
);

const young = fc.integer({ min: NOW - 600_000, max: NOW });
const anything = {
  style: fc.constantFrom(...STYLE_PRESETS),
  origin: fc.constantFrom('popup', 'selection'),
  status: fc.constantFrom('queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted'),
  createdAt: times,
  startedAt: times,
  endedAt: times,
  attempts,
};
const always = ['style', 'origin', 'status', 'createdAt', 'attempts'] as const;
const queued = { ...anything, status: fc.constant('queued'), createdAt: young };
const waiting = { ...queued, attempts: fc.constant([]) };

/** Records as a worker could have left them, and as it could not. The prompt is the id, to know who was asked about. */
const records = (id: string) =>
  fc
    .oneof(
      fc.record(waiting, { requiredKeys: [...always], noNullPrototype: true }),
      fc.record(queued, { requiredKeys: [...always], noNullPrototype: true }),
      fc.record(anything, { requiredKeys: [...always], noNullPrototype: true }),
    )
    .map(({ style, ...rest }) => ({ id, request: { prompt: id, style }, ...rest }));

const storages = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}$/), { maxLength: 6 })
  .chain((ids) =>
    fc
      .tuple(...ids.map((id) => fc.oneof({ weight: 4, arbitrary: records(id) }, fc.jsonValue())))
      .map((values) => Object.fromEntries(ids.map((id, index) => [`job:${id}`, values[index]]))),
  );

/** Everything here runs in memory: one turn of the event loop and nothing is under way any more. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('whatever a worker left behind, and however often it dies, nobody is asked twice', async () => {
  await fc.assert(
    fc.asyncProperty(storages, fc.array(fc.boolean(), { maxLength: 8 }), async (storage, answers) => {
      const asked: string[] = [];
      const left = Object.values(storage).map(parseJob);
      const sentBefore = left.filter((job) => job?.status === 'running' || job?.attempts.length);
      let initial: Record<string, unknown> = storage;

      for (let life = 0; life < 3; life += 1) {
        const bench = runnerBench({ initial, providers: ['huggingface'] });
        await bench.runner.resume();
        await turn();
        // Some are answered before the worker dies, which leads to more being asked; the rest are cut off.
        for (let at = 0; at < bench.asked.length; at += 1) {
          if (answers[at]) bench.asked[at]?.answer({ success: true, image: PICTURE });
          await turn();
        }
        asked.push(...bench.asked.map(({ prompt }) => prompt));
        initial = bench.area.snapshot();
      }

      expect(asked).toEqual([...new Set(asked)]);
      for (const job of sentBefore) expect(asked).not.toContain(job?.id);
      const last = runnerBench({ initial, providers: [] });
      await last.runner.resume();
      await turn();
      expect((await last.store.all()).filter(isActive)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('recovering is final: what it made of a job, it leaves so', () => {
  fc.assert(
    fc.property(
      records('one'),
      fc.boolean(),
      fc.integer({ min: NOW, max: NOW * 3 }),
      (record, picture, now) => {
        const job = record as Job;
        const found = picture ? samplePicture({ id: 'one' }) : undefined;
        const once = recover(job, found, now);
        expect(once.status).not.toBe('running');
        expect(once.attempts).toEqual(job.attempts);
        if (!isActive(once)) expect(recover(once, found, now + 1)).toBe(once);
        if (picture && isActive(job)) expect(once.status).toBe('succeeded');
      },
    ),
    { numRuns: 500 },
  );
});

test('any JSON is a job or none, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), records('one')), (value) => {
      const job = parseJob(value);
      if (job) expect(typeof job.request.style).toBe('string');
    }),
    { numRuns: 500 },
  );
});
