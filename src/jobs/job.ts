import type {
  ErrorCode,
  GenerationRequest,
  ProviderError,
  ProviderName,
  ProviderWarning,
} from '../generation/index.ts';

/**
 *   queued ──▶ running ──▶ succeeded | failed
 *      │          ├──▶ cancelled
 *      └──────────┴──▶ interrupted      the worker died: found at its next start
 *
 * A failed one that is owed a picture (`owesPicture`) becomes succeeded when that is fetched or stored after all, and
 * interrupted when the worker that held it died.
 */
export type JobStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'interrupted';

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
  routes: JobRoute[];
}

export interface JobError {
  /** An ErrorCode, DUAL_PROVIDER_FAILURE, NOT_CONNECTED, or STORAGE_FAILED. */
  code: string;
  message: string;
  /** Epoch milliseconds from which trying again makes sense; undefined when unknown. */
  retryAt?: number;
  causes: { provider: ProviderName; error: ProviderError }[];
}

/** A generation as a durable record: what a page shows and what a restarted worker finds. Times are epoch milliseconds. */
export interface Job {
  id: string;
  request: GenerationRequest;
  origin: 'popup' | 'selection';
  status: JobStatus;
  createdAt: number;
  startedAt?: number;
  endedAt?: number;
  attempts: JobAttempt[];
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
export function isActive(job: Job): boolean {
  return job.status === 'queued' || job.status === 'running';
}

/** Whether a picture of this ended job was paid for and can still be brought home: its record is not put away unasked. */
export function owesPicture(job: Job): boolean {
  if (job.status !== 'failed') return false;
  return storesLater(job) || (job.error?.causes ?? []).some(({ error }) => error.pictureUrl !== undefined);
}

/** Whether the record may say less than what is true: only a worker that still works on the job knows how it stands. */
export function isUnsettled(job: Job): boolean {
  return isActive(job) || storesLater(job);
}

/** The picture is there, and could not be stored; the worker that got it holds it for a while. */
function storesLater({ status, error, attempts }: Job): boolean {
  return status === 'failed' && error?.code === 'STORAGE_FAILED' && attempts.at(-1)?.outcome === 'succeeded';
}
