import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { RequestOf } from '../../../src/messages/index.ts';
import { send } from './messages.ts';
import { WAIT } from './page.ts';
import { readJobs } from './storage.ts';

/** Makes a picture as a page of the extension does, and waits until it is made. Resolves with its id. */
export async function makePicture(
  page: Page,
  prompt: string,
  more: Partial<RequestOf<'generate'>['request']> = {},
): Promise<string> {
  const request = { prompt, style: 'none' as const, ...more };
  const reply = await send(page, 'generate', { origin: 'popup', request });
  const jobId = reply.ok ? reply.value.jobId : '';
  const status = async () => (await readJobs(page)).find(({ id }) => id === jobId)?.status;
  await expect.poll(status, WAIT).toBe('succeeded');
  return jobId;
}
