import { isProviderName, type ProviderResult, type QueuedJob } from '../../generation/index.ts';
import type { AttemptLog } from '../../jobs/index.ts';
import type { Services } from '../services.ts';
import { PROVIDERS } from './providers.ts';

/**
 * Polls a queue service for a job that it accepted earlier, until the job has ended or the time is up (STILL_COMING). Never
 * pays. Undefined when the service cannot be asked: its account is not connected any more, it has no queue, or only a
 * newer version knows it.
 */
export async function collect(
  services: Omit<Services, 'runner' | 'wakeUp'>,
  provider: string,
  queued: QueuedJob,
  log: AttemptLog,
  signal: AbortSignal,
): Promise<ProviderResult | undefined> {
  if (provider === 'huggingface') await services.huggingFaceAccount.fresh();
  const current = await services.current();
  if (!isProviderName(provider) || !current.secrets[provider]) return undefined;
  return PROVIDERS[provider].collect?.(services, current, log, queued, signal);
}
