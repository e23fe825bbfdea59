import { findRequestProblem, type GenerationRequest, MAX_PROMPT_LENGTH } from '../../generation/index.ts';
import { isActive, type Job } from '../../jobs/index.ts';
import type { Handlers, Reply } from '../../messages/index.ts';
import { fetchPicture } from '../../providers/picture/fetch-picture.ts';
import type { House } from '../house.ts';
import { done, refused, storing } from '../reply.ts';

type JobHandlers = Pick<Handlers, 'generate' | 'cancel' | 'dismiss' | 'fetchPicture' | 'keepPicture'>;

/** What pages can do with jobs. */
export function jobHandlers({ jobs, runner, pictures, fetch, clock, keepAlive }: House): JobHandlers {
  async function succeed(job: Job, made: Partial<Job>): Promise<void> {
    const { error: _mended, ...rest } = job;
    await jobs.save({ ...rest, ...made, status: 'succeeded', endedAt: job.endedAt ?? clock.now() });
  }

  /** Two services may each have made one: the first that can be fetched is the job's. */
  async function bringHome(job: Job): Promise<Reply<null>> {
    for (const { provider, error } of job.error?.causes ?? []) {
      if (error.pictureUrl === undefined) continue;
      const fetched = await fetchPicture(error.pictureUrl, { fetch }, AbortSignal.timeout(60_000));
      if (!fetched.ok) continue;
      const made = { provider, ...error.made };
      if (!(await pictures.keepBytes(job, made, fetched.bytes, fetched.type)))
        return refused('STORAGE_FAILED');
      await succeed(job, made);
      return done(null);
    }
    return refused('PICTURE_STILL_UNREACHABLE');
  }

  return {
    async generate({ request, origin }) {
      const wanted = request as GenerationRequest;
      const problem = findRequestProblem(wanted);
      if (problem) return refused(problem, { subject: String(MAX_PROMPT_LENGTH) });
      try {
        return done({ jobId: await runner.enqueue(wanted, origin) });
      } catch {
        return refused('STORAGE_FAILED');
      }
    },

    cancel: ({ jobId }) =>
      storing(async () => ((await runner.cancel(jobId)) ? done(null) : refused('NO_SUCH_JOB'))),

    dismiss: ({ jobId }) =>
      storing(async () => {
        const job = await jobs.get(jobId);
        if (!job || isActive(job)) return refused('NO_SUCH_JOB');
        await jobs.save({ ...job, dismissed: true });
        return done(null);
      }),

    fetchPicture: ({ jobId }) =>
      storing(async () => {
        const job = await jobs.get(jobId);
        if (!job?.error?.causes.some(({ error }) => error.pictureUrl)) return refused('NO_SUCH_JOB');
        const release = keepAlive();
        try {
          return await bringHome(job);
        } finally {
          release();
        }
      }),

    keepPicture: ({ jobId }) =>
      storing(async () => {
        const job = await jobs.get(jobId);
        // A picture is held in memory: a worker that was restarted has none.
        if (!job || !pictures.holds(jobId)) return refused('NO_SUCH_JOB');
        const picture = await pictures.keepAgain(jobId);
        if (!picture) return refused('STORAGE_FAILED');
        const { provider, model, route, warnings } = picture;
        await succeed(job, {
          provider,
          ...(model !== undefined && { model }),
          ...(route !== undefined && { route }),
          ...(warnings && { warnings }),
        });
        return done(null);
      }),
  };
}
