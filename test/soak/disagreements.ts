import type { Page } from 'puppeteer-core';
import { isActive, type Job } from '../../src/jobs/job.ts';
import { KEPT_JOBS } from '../../src/jobs/store.ts';
import { paidTooOften } from '../e2e/support/paid-requests.ts';
import { readJobs } from '../e2e/support/storage.ts';
import type { Lab } from '../lab/lab.ts';

/** The ids of the pictures in the gallery, each with whether its bytes are there, all of them. */
function readPictures(page: Page): Promise<{ id: string; isWhole: boolean }[]> {
  return page.evaluate(async () => {
    const result = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('understudy-gallery')) return [];
    const database = await result(indexedDB.open('understudy-gallery'));
    const transaction = database.transaction(['pictures', 'bytes']);
    const records: { id: string; byteLength: number }[] = await result(
      transaction.objectStore('pictures').getAll(),
    );
    const blobs = await Promise.all(
      records.map(({ id }) => result<Blob | undefined>(transaction.objectStore('bytes').get(id))),
    );
    database.close();
    // Read to the end: a record of a file that the disk never got would say its size all the same.
    const sizes = await Promise.all(
      blobs.map(async (blob) => (await blob?.arrayBuffer().catch(() => undefined))?.byteLength),
    );
    return records.map(({ id, byteLength }, place) => ({ id, isWhole: sizes[place] === byteLength }));
  });
}

const brief = ({ id, status, attempts, error }: Job) =>
  `${id} ${status} ${error?.code ?? ''} [${attempts.map((one) => `${one.provider} ${one.outcome ?? '…'}`).join(', ')}]`;

/**
 * Contradictions between the lab's log, the job records and the gallery once all jobs have ended. `accepted` are the jobs
 * whose page was told that they exist; `seen` are the records as they were last read. Only the latest ended jobs keep their
 * record: of the others, what was seen last counts. Must be empty.
 */
export async function findDisagreements(
  page: Page,
  lab: Lab,
  accepted: string[],
  seen: ReadonlyMap<string, Job> = new Map(),
): Promise<string[]> {
  const kept = await readJobs(page);
  const wasPruned = (job: Job) => kept.length >= KEPT_JOBS && !isActive(job);
  const pruned = [...seen.values()].filter((job) => !kept.some(({ id }) => id === job.id) && wasPruned(job));
  const jobs = [...kept, ...pruned];
  const pictures = await readPictures(page);
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const inGallery = new Map(pictures.map((picture) => [picture.id, picture]));
  const found = [...lab.violations, ...paidTooOften(lab.log, jobs)];
  for (const id of accepted) if (!byId.has(id)) found.push(`The job ${id} was accepted and is gone`);
  for (const job of jobs) {
    if (isActive(job)) found.push(`Never ended: ${brief(job)}`);
    if (job.status === 'succeeded' && inGallery.get(job.id)?.isWhole !== true)
      found.push(`Its picture is not there: ${brief(job)}`);
  }
  for (const { id } of pictures) {
    const job = byId.get(id);
    if (job?.status !== 'succeeded')
      found.push(`A picture is there, and its job says otherwise: ${job ? brief(job) : `${id} is gone`}`);
  }
  return found;
}
