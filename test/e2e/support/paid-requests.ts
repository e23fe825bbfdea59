import type { Page } from 'puppeteer-core';
import type { Job } from '../../../src/jobs/index.ts';
import type { Lab, LogEntry } from '../../lab/lab.ts';
import { readJobs } from './storage.ts';

const ROUTER = 'router.huggingface.co';
const PUTER = { host: 'api.puter.com', path: '/drivers/call' };

/** Whether a request is paid for: services bill what is asked for by POST. */
const isPaid = ({ method, host, path }: LogEntry) =>
  method === 'POST' && (host === ROUTER || (host === PUTER.host && path === PUTER.path));

const isOf = ({ host }: LogEntry) => (host === ROUTER ? 'huggingface' : 'puter');

/** How often the records say that a provider was asked: each route of an attempt counts, as it is one request. */
function asked(jobs: Job[], provider: string): number {
  const attempts = jobs.flatMap((job) => job.attempts).filter((one) => one.provider === provider);
  return attempts.reduce((sum, { routes }) => sum + Math.max(routes.length, 1), 0);
}

/**
 * Paid requests that reached the lab more often than the job records say: something was paid twice. For
 * Puter, whose other model may be asked within one attempt, only requests with the same body are counted
 * together. An empty list means that nothing was paid twice.
 */
export function paidTooOften(log: LogEntry[], jobs: Job[]): string[] {
  const paid = log.filter(isPaid);
  const router = paid.filter(({ host }) => host === ROUTER).length;
  const found: string[] = [];
  if (router > asked(jobs, 'huggingface'))
    found.push(`Hugging Face: ${router} paid requests, ${asked(jobs, 'huggingface')} in the records`);
  for (const [text, same] of Map.groupBy(paid, (entry) => `${isOf(entry)} ${entry.path} ${entry.bodyText}`)) {
    const [first] = same;
    if (first === undefined || same.length <= asked(jobs, isOf(first))) continue;
    found.push(`${same.length} times the same paid request: ${text.slice(0, 300)}`);
  }
  return found;
}

/**
 * As `paidTooOften`, of the extension as it is now. The log is copied before the records are read, since each request is recorded
 * before it is sent: the other way round, one that is sent meanwhile would seem to have no record.
 */
export async function paidTooOftenNow(lab: Lab, page: Page): Promise<string[]> {
  const log = [...lab.log];
  return paidTooOften(log, await readJobs(page));
}
