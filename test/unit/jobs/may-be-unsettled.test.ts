import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUnsettled, type JobRoute, mayBeUnsettled } from '../../../src/jobs/index.ts';
import { sampleJob } from './sample-job.ts';

const statuses = ['queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled', 'interrupted'] as const;

test('no job that has to be recovered is overlooked', () => {
  const attempt = fc.record({
    provider: fc.constant('huggingface' as const),
    startedAt: fc.nat(),
    routes: fc.constant<JobRoute[]>([]),
    outcome: fc.option(fc.constantFrom('succeeded' as const, 'failed' as const), { nil: undefined }),
  });
  const error = fc.record({
    code: fc.constantFrom('STORAGE_FAILED' as const, 'SERVER_ERROR' as const),
    message: fc.string(),
    causes: fc.constant([]),
  });
  const fields = fc.record(
    { status: fc.constantFrom(...statuses), attempts: fc.array(attempt, { maxLength: 3 }), error },
    { requiredKeys: ['status', 'attempts'] },
  );
  fc.assert(
    fc.property(fields, (some) => {
      const job = sampleJob(some as object);
      expect(mayBeUnsettled(job) || !isUnsettled(job)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each([undefined, null, 3, 'queued', {}, { status: 'failed' }, { status: 'failed', error: null }])(
  '%j is none',
  (value) => {
    expect(mayBeUnsettled(value)).toBe(false);
  },
);
