import {
  type GenerationResult,
  type ProviderManager,
  type ProviderName,
  type ProviderResult,
  pictureResult,
  type QueuedJob,
  sentWords,
  toGenerationOptions,
} from '../generation/index.ts';
import { defined } from '../storage/defined.ts';
import { inTime } from '../web/wait.ts';
import { type AttemptLog, createAttemptLog } from './attempt-log.ts';
import { type Job, unheardAttempt } from './job.ts';
import type { PictureKeeper } from './picture-keeper.ts';
import type { JobStore } from './store.ts';
import { after } from './transition.ts';
import { waitFor } from './waiting.ts';
import { ownFailure, withResult } from './with-result.ts';

export interface RunPorts {
  store: Pick<JobStore, 'save'>;
  pictures: Pick<PictureKeeper, 'keep'>;
  /**
   * Builds the providers with the current settings, reporting to `log`; with `only`, just that provider. Undefined when none
   * is connected.
   */
  createManager(log: AttemptLog, only?: ProviderName): Promise<ProviderManager | undefined>;
  /**
   * Polls a queue service for a job that it accepted, until the job has ended or the time is up (STILL_COMING). Never pays.
   * Undefined when the service cannot be asked now: its account is not connected any more.
   */
  collect(
    provider: ProviderName,
    queued: QueuedJob,
    log: AttemptLog,
    signal: AbortSignal,
  ): Promise<ProviderResult | undefined>;
  /** Whether the user wants a job to wait, instead of failing, when a service says when it can be asked again. */
  prefersWaiting(): Promise<boolean>;
  clock: { now(): number };
}

/** Milliseconds after which building the providers, which reads settings and permissions, counts as failed. */
const PREPARING_MS = 15_000;

/**
 * Runs a job whose record says `running`. Resolves with the job as it ended or as it waits, not stored yet. Rejects only when
 * storage fails or does not answer before a request.
 */
export async function runJob(job: Job, ports: RunPorts, signal: AbortSignal): Promise<Job> {
  const { store, pictures, clock } = ports;
  const log = createAttemptLog(job, (changed) => store.save(changed), clock);
  const result = await (job.collects ? collect(job, log, ports, signal) : generate(job, log, ports, signal));
  // After a cancel only a picture counts: the user was told that the job is cancelled, so a failure is not reported.
  if (signal.aborted && !result?.success) return after(job, { type: 'cancel', at: clock.now() });
  if (!result) return after(job, { type: 'fail', error: ownFailure('NOT_CONNECTED'), at: clock.now() });
  if (result.success && !(await pictures.keep(job, result)))
    return after(job, { type: 'fail', error: ownFailure('STORAGE_FAILED'), at: clock.now() });
  const ended = withResult(job, result, clock.now());
  const wait = ended.error && waitFor(job, ended.error, clock.now());
  // If the settings cannot be read, the job fails, as by default, and the user decides.
  const waits = wait && (await ports.prefersWaiting().catch(() => false));
  // Cancelled while the settings were read.
  if (signal.aborted && !result.success) return after(job, { type: 'cancel', at: clock.now() });
  return wait && waits ? after(ended, { type: 'wait', wait }) : ended;
}

async function generate(
  job: Job,
  log: AttemptLog,
  ports: RunPorts,
  signal: AbortSignal,
): Promise<GenerationResult | undefined> {
  const manager = await inTime(ports.createManager(log, job.only), PREPARING_MS);
  return manager?.generate(sentWords(job.request).prompt, toGenerationOptions(job.request, signal));
}

/** The result of a job that a queue service accepted earlier, in the form of a provider's result. */
async function collect(
  job: Job,
  log: AttemptLog,
  { collect: ask }: RunPorts,
  signal: AbortSignal,
): Promise<GenerationResult | undefined> {
  const attempt = unheardAttempt(job);
  if (!attempt) return undefined;
  const { provider, queued } = attempt;
  const result = await ask(provider, queued, log, signal);
  if (!result) return undefined;
  await log.collected(queued, result);
  const { success, error, picture, model, route, warnings } = result;
  const made = { provider, ...defined({ model, route, warnings }) };
  if (success && picture) return pictureResult(picture, made);
  if (success) return { success, ...made, ...defined({ image: result.image }) };
  const { code = 'UNKNOWN' as const, message = 'Unexpected error', retryAfter } = error ?? {};
  const causes = error ? [{ provider, error }] : [];
  return { success, error: { code, message, causes, ...(retryAfter !== undefined && { retryAfter }) } };
}
