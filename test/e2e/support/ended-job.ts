import type { Page } from 'puppeteer-core';
import { vi } from 'vitest';
import type { Job } from '../../../src/jobs/index.ts';
import { WAIT } from './page.ts';
import { readJobs } from './storage.ts';

/** The latest job of a prompt, once it has ended in whichever way. */
export function endedJob(page: Page, prompt: string): Promise<Job> {
  return vi.waitFor(async () => {
    const job = (await readJobs(page)).find(({ request }) => request.prompt === prompt);
    if (job?.endedAt === undefined) throw new Error(`The job of “${prompt}” has not ended`);
    return job;
  }, WAIT.timeout);
}
