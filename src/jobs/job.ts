import type {
  ErrorCode,
  GenerationRequest,
  ProviderError,
  ProviderName,
  ProviderWarning,
  QueuedJob,
} from '../generation/index.ts';

/** The states of a job. The diagram in `transition.ts` shows which events lead from one to another. */
export type JobStatus =
  | 'queued'
  | 'running'
  | 'waiting'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'interrupted';

/** The address of a picture that was paid for, with the model and route that made it. */
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
  /** HTTP status of the route's answer, if there was one. */
  status?: number;
  code?: ErrorCode;
}

/** One provider that was asked. Stored before its first request is sent. */
export interface JobAttempt {
  /** May be a name that is not in `PROVIDER_NAMES`, when a newer version wrote the record. */
  provider: ProviderName;
  startedAt: number;
  endedAt?: number;
  outcome?: 'succeeded' | 'failed' | 'cancelled';
  error?: ProviderError;
  /** This provider adds each paid request to `routes` before it sends it. So an attempt without routes sent no paid request. */
  announces?: boolean;
  routes: JobRoute[];
  /** The job that a queue service accepted in this attempt. Stored before its state is first requested. */
  queued?: QueuedJob;
  /** Stored before the picture is fetched. */
  picture?: PaidPicture;
}

export interface JobError {
  /** An ErrorCode, DUAL_PROVIDER_FAILURE, NOT_CONNECTED, or STORAGE_FAILED. */
  code: string;
  message: string;
  /** Epoch milliseconds from which trying again makes sense; undefined when unknown. See `remainingWaitMs`. */
  retryAt?: number;
  /** The milliseconds from the failure to `retryAt`. */
  retryAfterMs?: number;
  causes: { provider: ProviderName; error: ProviderError }[];
}

/** What a waiting job waits for. */
export interface JobWait {
  for: 'retry' | 'network' | 'unlock';
  /** When the wait began, in epoch milliseconds. */
  toldAt: number;
  /** Milliseconds that the service named; 0 for the network, and for the passphrase of the tokens. */
  waitMs: number;
}

/** The stored record of one generation, which pages show and a restarted worker goes on with. Times are epoch milliseconds. */
export interface Job {
  id: string;
  /** The job's place among all jobs: a later press has a higher number, even if the clock was set back. */
  order?: number;
  /** An id that all jobs of one press share; left out for a press that made one job. */
  group?: string;
  request: GenerationRequest;
  origin: 'popup' | 'selection';
  /** The address of the page whose text was selected, if the user's settings allow to keep it. */
  page?: string;
  /** The text was cut before anybody saw it, since it was longer than `MAX_SELECTION`: this is said with the picture. */
  shortened?: boolean;
  /** The request came from a private window: neither the record nor the picture is written to the disk. */
  isPrivate?: boolean;
  status: JobStatus;
  createdAt: number;
  /** When the user last pressed for it after that: *Wait*, *Now*, *Look again*, or *Ask … instead*. */
  askedAt?: number;
  startedAt?: number;
  endedAt?: number;
  attempts: JobAttempt[];
  /** What the job waits for while `status` is `waiting`. */
  wait?: JobWait;
  /** How many times the job has waited. */
  waits?: number;
  /** Set by *Ask … instead*: only this provider is asked from then on. */
  only?: ProviderName;
  /** The next run collects the job that a queue service accepted, instead of requesting a new picture. */
  collects?: boolean;
  /** The user cancelled the job while it ran: a later worker sends nothing more for it. */
  cancelAsked?: boolean;
  /** The provider that made the picture, possibly one that only a newer version knows. The picture is in the gallery under the job's id. */
  provider?: ProviderName;
  model?: string;
  route?: string;
  warnings?: ProviderWarning[];
  error?: JobError;
  /** The user dismissed the job; the popup no longer shows it by itself. */
  dismissed?: boolean;
  /** It ended while no page of ours was before the user's eyes, and none has been since. */
  unseen?: boolean;
}

/** Whether a job has not ended yet. */
export function isActive({ status }: Pick<Job, 'status'>): boolean {
  return status === 'queued' || status === 'running' || status === 'waiting';
}

/** Whether a picture of this ended job was paid for and can still be fetched or stored. Such a job is not dismissed by itself. */
export function owesPicture(job: Job): boolean {
  if (isActive(job) || job.status === 'succeeded') return false;
  return storesLater(job) || paidPictures(job).length > 0 || mayStillCome(job);
}

/** Pictures of this job that can be fetched from an address and are not in the gallery, each with the provider that made it. */
export function paidPictures({ attempts, error }: Job): (PaidPicture & { provider: ProviderName })[] {
  const named = (error?.causes ?? attempts).flatMap(({ provider, error: cause }) =>
    cause?.pictureUrl === undefined ? [] : [{ provider, url: cause.pictureUrl, ...cause.made }],
  );
  const recorded = attempts.flatMap(({ provider, picture }) => (picture ? [{ ...picture, provider }] : []));
  return [...new Map([...recorded, ...named].map((picture) => [picture.url, picture])).values()];
}

/** The attempt whose job a queue service accepted, when the result of that job is not known. */
export function unheardAttempt({ attempts }: Job): (JobAttempt & { queued: QueuedJob }) | undefined {
  const attempt = attempts.findLast(({ queued }) => queued !== undefined);
  const unheard =
    attempt?.outcome !== 'succeeded' && (attempt?.error?.code ?? 'STILL_COMING') === 'STILL_COMING';
  return attempt?.queued && unheard ? { ...attempt, queued: attempt.queued } : undefined;
}

/** Whether a queue service may still make (and charge for) the picture of this ended job. *Look again* asks that service. */
export function mayStillCome(job: Job): boolean {
  return !isActive(job) && job.status !== 'succeeded' && unheardAttempt(job) !== undefined;
}

/** Whether the record may be out of date: only the worker that runs the job knows its real state. */
export function isUnsettled(job: Job): boolean {
  return isActive(job) || storesLater(job);
}

/** Whether the picture was made but could not be stored. The worker that received it keeps it in memory for a while. */
function storesLater({ status, error, attempts }: Job): boolean {
  if (status !== 'failed' || error?.code !== 'STORAGE_FAILED') return false;
  return lastAnswered(attempts)?.outcome === 'succeeded';
}

/**
 * The attempt that was answered last. This is an earlier one when its queue service was asked again after others. Undefined while
 * an attempt has no answer yet.
 */
export function lastAnswered(attempts: readonly JobAttempt[]): JobAttempt | undefined {
  if (attempts.some(({ outcome }) => outcome === undefined)) return undefined;
  const answeredAt = ({ startedAt, endedAt }: JobAttempt) => endedAt ?? startedAt;
  return attempts.reduce<JobAttempt | undefined>(
    (last, attempt) => (last && answeredAt(last) > answeredAt(attempt) ? last : attempt),
    undefined,
  );
}
