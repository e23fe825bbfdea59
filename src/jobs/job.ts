import type {
  ErrorCode,
  GenerationRequest,
  ProviderError,
  ProviderName,
  ProviderWarning,
  QueuedJob,
} from '../generation/index.ts';

/** The states of a job; `transition.ts` draws them and holds what leads from one to another. */
export type JobStatus =
  | 'queued'
  | 'running'
  | 'waiting'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'interrupted';

/** Where a picture lies that was paid for, and what made it. */
export interface PaidPicture {
  url: string;
  model?: string;
  route?: string;
  warnings?: ProviderWarning[];
}

/** One route asked inside an attempt at Hugging Face. */
export interface JobRoute {
  route: string;
  startedAt: number;
  endedAt?: number;
  /** HTTP status of its answer, when it was not a picture. */
  status?: number;
  code?: ErrorCode;
}

/** One provider asked. Written before its first request leaves. */
export interface JobAttempt {
  /** A record of a newer version may name one that is not in the list. */
  provider: ProviderName;
  startedAt: number;
  endedAt?: number;
  outcome?: 'succeeded' | 'failed' | 'cancelled';
  error?: ProviderError;
  /** This provider has each paid request written into `routes` before it sends it: no route, no paid request. */
  announces?: boolean;
  routes: JobRoute[];
  /** The job that a queue service took on for this attempt. Written before its state is first asked for. */
  queued?: QueuedJob;
  /** Written before the picture is fetched. */
  picture?: PaidPicture;
}

export interface JobError {
  /** An ErrorCode, DUAL_PROVIDER_FAILURE, NOT_CONNECTED, or STORAGE_FAILED. */
  code: string;
  message: string;
  /** Epoch milliseconds from which trying again makes sense; undefined when unknown. See `remainingWaitMs`. */
  retryAt?: number;
  /** How long that was when it was told, in milliseconds. */
  retryAfterMs?: number;
  causes: { provider: ProviderName; error: ProviderError }[];
}

/** What a waiting job waits for. */
export interface JobWait {
  for: 'retry' | 'network';
  /** Epoch milliseconds. */
  toldAt: number;
  /** Milliseconds that the service named; 0 for the network. */
  waitMs: number;
}

/** A generation as a durable record: what a page shows and what a restarted worker finds. Times are epoch milliseconds. */
export interface Job {
  id: string;
  /** The place among all jobs: what was pressed later has the higher number, whatever the clock said. */
  order?: number;
  /** Jobs of one press share it. */
  group?: string;
  request: GenerationRequest;
  origin: 'popup' | 'selection';
  status: JobStatus;
  createdAt: number;
  startedAt?: number;
  endedAt?: number;
  attempts: JobAttempt[];
  /** While `status` is `waiting`. */
  wait?: JobWait;
  /** How often it has waited. */
  waits?: number;
  /** Set by *Ask … instead*: nobody else is asked from then on. */
  only?: ProviderName;
  /** What its next run does: ask after the job that a queue service took on, instead of asking for a new picture. */
  collects?: boolean;
  /** The user cancelled it while it ran: a later worker sends nothing more for it. */
  cancelAsked?: boolean;
  /** Who made the picture, possibly a name of a newer version; the picture is in the gallery under the job's id. */
  provider?: ProviderName;
  model?: string;
  route?: string;
  warnings?: ProviderWarning[];
  error?: JobError;
  /** The user put it away; it is no longer what the popup shows. */
  dismissed?: boolean;
}

/** Whether a job still has something to come. */
export function isActive({ status }: Pick<Job, 'status'>): boolean {
  return status === 'queued' || status === 'running' || status === 'waiting';
}

/** Whether a picture of this ended job was paid for and can still be brought home: its record is not put away unasked. */
export function owesPicture(job: Job): boolean {
  if (isActive(job) || job.status === 'succeeded') return false;
  return storesLater(job) || paidPictures(job).length > 0 || mayStillCome(job);
}

/** Pictures of this job that lie at an address and are not in the gallery, each with who made it. */
export function paidPictures({ attempts, error }: Job): (PaidPicture & { provider: ProviderName })[] {
  const named = (error?.causes ?? attempts).flatMap(({ provider, error: cause }) =>
    cause?.pictureUrl === undefined ? [] : [{ provider, url: cause.pictureUrl, ...cause.made }],
  );
  const recorded = attempts.flatMap(({ provider, picture }) => (picture ? [{ ...picture, provider }] : []));
  return [...new Map([...recorded, ...named].map((picture) => [picture.url, picture])).values()];
}

/** The attempt whose job a queue service took on, when nobody has heard how that ended. */
export function unheardAttempt({ attempts }: Job): (JobAttempt & { queued: QueuedJob }) | undefined {
  const attempt = attempts.findLast(({ queued }) => queued !== undefined);
  const unheard =
    attempt?.outcome !== 'succeeded' && (attempt?.error?.code ?? 'STILL_COMING') === 'STILL_COMING';
  return attempt?.queued && unheard ? { ...attempt, queued: attempt.queued } : undefined;
}

/** A queue service may still make, and charge for, the picture of this ended job: *Look again* asks it. */
export function mayStillCome(job: Job): boolean {
  return !isActive(job) && job.status !== 'succeeded' && unheardAttempt(job) !== undefined;
}

/** Whether the record may say less than what is true: only a worker that still works on the job knows how it stands. */
export function isUnsettled(job: Job): boolean {
  return isActive(job) || storesLater(job);
}

/** The picture is there, and could not be stored; the worker that got it holds it for a while. */
function storesLater({ status, error, attempts }: Job): boolean {
  return status === 'failed' && error?.code === 'STORAGE_FAILED' && attempts.at(-1)?.outcome === 'succeeded';
}
