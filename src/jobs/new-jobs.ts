import { type GenerationRequest, MAX_SEED } from '../generation/index.ts';
import type { Job } from './job.ts';

/** What a job carries besides its request. */
export type JobNotes = Pick<Job, 'page' | 'isPrivate' | 'shortened'>;

interface Making {
  /** The `order` of each job: one job is made for each number. */
  orders: readonly number[];
  now: number;
  randomId(): string;
}

/** Creates the jobs of one press. A given seed is raised by one for each further job, so that no two pictures are the same. */
export function newJobs(
  request: GenerationRequest,
  origin: Job['origin'],
  { orders, now, randomId }: Making,
  more: JobNotes = {},
): Job[] {
  const group = orders.length > 1 ? randomId() : undefined;
  return orders.map((order, place) => {
    const seed = request.seed === undefined ? {} : { seed: (request.seed + place) % (MAX_SEED + 1) };
    return {
      id: randomId(),
      order,
      ...(group !== undefined && { group }),
      request: { ...request, ...seed },
      origin,
      ...more,
      status: 'queued',
      createdAt: now,
      attempts: [],
    };
  });
}
