import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchOwedPictures } from '../../../../src/background/chores/fetch-owed-pictures.ts';
import { done } from '../../../../src/background/reply.ts';
import type { Job } from '../../../../src/jobs/index.ts';
import { sampleJob } from '../../jobs/sample-job.ts';
import { fakeServices } from '../fake-services.ts';

function owing(id: string, pictureUrl: string, more: Partial<Job> = {}): Job {
  const error = { code: 'PICTURE_UNREACHABLE', message: '', shouldFallback: false, pictureUrl } as const;
  const causes = [{ provider: 'huggingface' as const, error }];
  const failure = { code: 'PICTURE_UNREACHABLE' as const, message: '', causes };
  return sampleJob({ id, status: 'failed', endedAt: 1, error: failure, ...more });
}

test('pictures at allowed addresses are fetched; not those of dismissed jobs or at other addresses', async () => {
  const { services } = fakeServices();
  const contains = vi.fn(
    async ({ origins }: { origins: string[] }) => origins[0] === 'https://cdn.example/*',
  );
  Object.assign(fakeBrowser, { permissions: { contains } });
  for (const job of [
    owing('near', 'https://cdn.example/a.png'),
    owing('far', 'https://elsewhere.example/a.png'),
    owing('away', 'https://cdn.example/b.png', { dismissed: true }),
    sampleJob({ id: 'plain', status: 'failed', endedAt: 1 }),
  ])
    await services.jobs.save(job);
  const fetchPicture = vi.fn(async () => done(null));
  await fetchOwedPictures(services, fetchPicture);
  expect(fetchPicture.mock.calls).toEqual([[{ jobId: 'near' }]]);
});
