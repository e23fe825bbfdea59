import {
  findRequestProblem,
  type GenerationRequest,
  MAX_PROMPT_LENGTH,
  normaliseRequest,
  toDataUrl,
} from '../../generation/index.ts';
import {
  asSeen,
  isActive,
  isUnsettled,
  type Job,
  type JobNotes,
  paidPictures,
  recover,
  transition,
} from '../../jobs/index.ts';
import type { Handlers, Reply, RequestOf } from '../../messages/index.ts';
import { fetchPicture } from '../../providers/picture/fetch-picture.ts';
import { defined } from '../../storage/defined.ts';
import { keptPage, readAllowed } from '../kept-page.ts';
import { done, refused, storing } from '../reply.ts';
import type { Services } from '../services.ts';

type JobHandlers = Pick<
  Handlers,
  | 'generate'
  | 'cancel'
  | 'cancelAll'
  | 'beginNow'
  | 'letWait'
  | 'lookAgain'
  | 'askInstead'
  | 'dismiss'
  | 'seen'
  | 'fetchPicture'
  | 'keepPicture'
  | 'heldPicture'
>;

type Where = Pick<RequestOf<'generate'>, 'page' | 'isPrivate' | 'shortened' | 'from'>;

/** The handlers of messages about jobs. */
export function jobHandlers({
  jobs,
  runner,
  pictures,
  settings,
  fetch,
  clock,
  keepAlive,
}: Services): JobHandlers {
  /** Fetches a paid picture. The page and the granted permission both trigger it, so calls for the same job share one fetch. */
  const fetching = new Map<string, Promise<Reply<null>>>();

  /** Tries to store a picture that is held because it could not be stored. Undefined when none is. */
  async function keepHeld(id: string): Promise<Reply<null> | undefined> {
    const kept = await pictures.keepAgain(id);
    if (kept === undefined) return undefined;
    return kept ? done(null) : refused('STORAGE_FAILED');
  }

  /** Fetches a job's picture. Two services may each have made one: the first that can be fetched is used. */
  async function bringHome(job: Job): Promise<Reply<null>> {
    const fetchedBefore = await keepHeld(job.id);
    if (fetchedBefore) return fetchedBefore;
    for (const { url, ...made } of paidPictures(job)) {
      const fetched = await fetchPicture(url, { fetch }, AbortSignal.timeout(60_000));
      if (!fetched.ok) continue;
      if (!(await pictures.keepBytes(job, made, fetched.bytes, fetched.type)))
        return refused('STORAGE_FAILED');
      const now = clock.now();
      await jobs.change(job.id, (latest) => transition(latest, { type: 'picture', picture: made, at: now }));
      return done(null);
    }
    return refused('PICTURE_STILL_UNREACHABLE');
  }

  /**
   * What the job's record keeps of the page and window that it came from, as far as the user's settings allow, and that its text
   * was cut. Unreadable settings allow nothing.
   *
   * A job that is made from another job or picture (`from`) takes these fields over from that record.
   */
  async function notesOf(where: Where): Promise<JobNotes> {
    const { page, isPrivate: fromPrivate = false, shortened = false, from } = where;
    const source = from === undefined ? undefined : ((await jobs.get(from)) ?? (await pictures.find(from)));
    const allowed = await readAllowed(settings);
    const isPrivate = source?.isPrivate === true || (fromPrivate && !allowed.keepsPrivate);
    const isShortened = shortened || (source !== undefined && 'shortened' in source && source.shortened);
    return defined({
      page: keptPage(allowed, page ?? source?.page, fromPrivate || isPrivate),
      isPrivate: isPrivate || undefined,
      shortened: isShortened || undefined,
    });
  }

  async function fetchOnce(job: Job): Promise<Reply<null>> {
    const release = keepAlive();
    const fetched = bringHome(job);
    fetching.set(job.id, fetched);
    try {
      return await fetched;
    } finally {
      fetching.delete(job.id);
      release();
    }
  }

  return {
    async generate({ request, origin, count = 1, ...where }) {
      const wanted = normaliseRequest(request as GenerationRequest);
      const problem = findRequestProblem(wanted);
      if (problem) return refused(problem, { subject: String(MAX_PROMPT_LENGTH) });
      try {
        const jobIds = await runner.enqueueGroup(wanted, origin, count, await notesOf(where));
        return done({ jobId: jobIds[0] ?? '', jobIds });
      } catch {
        return refused('STORAGE_FAILED');
      }
    },

    cancel: ({ jobId }) =>
      storing(async () => ((await runner.cancel(jobId)) ? done(null) : refused('NO_SUCH_JOB'))),

    cancelAll: ({ group }) => storing(async () => done({ cancelled: await runner.cancelAll(group) })),
    beginNow: ({ jobId }) => whereThereIs(runner.beginNow(jobId)),
    letWait: ({ jobId }) => whereThereIs(runner.letWait(jobId)),
    lookAgain: ({ jobId }) => whereThereIs(runner.lookAgain(jobId)),
    askInstead: ({ jobId, provider }) => whereThereIs(runner.askInstead(jobId, provider)),

    dismiss: ({ jobId, undo = false }) =>
      storing(async () => {
        const ended = await jobs.change(jobId, (job) =>
          isActive(job) ? undefined : { ...job, dismissed: !undo },
        );
        return ended ? done(null) : refused('NO_SUCH_JOB');
      }),

    seen: () =>
      storing(async () => {
        for (const { id } of await jobs.unseen()) await jobs.change(id, asSeen);
        return done(null);
      }),

    fetchPicture: ({ jobId }) =>
      storing(async () => {
        const job = await jobs.get(jobId);
        if (job?.status === 'succeeded') return done(null);
        if (!job || isActive(job) || paidPictures(job).length === 0) return refused('NO_SUCH_JOB');
        return fetching.get(jobId) ?? fetchOnce(job);
      }),

    keepPicture: ({ jobId }) =>
      storing(async () => {
        const held = await keepHeld(jobId);
        if (held) return held;
        // No longer in memory. It may be in the gallery all the same; otherwise the job can only be retried.
        const picture = await pictures.find(jobId);
        const recovered = await jobs.change(jobId, (job) =>
          isActive(job) || !isUnsettled(job) ? undefined : recover(job, picture, clock.now()),
        );
        return recovered?.status === 'succeeded' ? done(null) : refused('NO_SUCH_JOB');
      }),

    async heldPicture({ jobId }) {
      const held = pictures.held(jobId);
      if (!held) return refused('NO_SUCH_JOB');
      const { picture, blob } = held;
      return done({ picture, image: toDataUrl(new Uint8Array(await blob.arrayBuffer()), picture.type) });
    },
  };
}

/** The reply for an action that the job's state does not allow: the same as for a missing job. */
function whereThereIs(work: Promise<boolean>): Promise<Reply<null>> {
  return storing(async () => ((await work) ? done(null) : refused('NO_SUCH_JOB')));
}
