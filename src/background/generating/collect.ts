import type { ProviderName, ProviderResult, QueuedJob } from '../../generation/index.ts';
import type { AttemptLog } from '../../jobs/index.ts';
import type { Services } from '../services.ts';
import { buildHuggingFace } from './build-huggingface.ts';

/**
 * Asks a queue service after a job that it took on earlier, until it has ended or the time is up (STILL_COMING). Never
 * pays. Undefined when the service cannot be asked: its account is not connected any more, or it has no queue.
 */
export async function collect(
  services: Omit<Services, 'runner' | 'wakeUp'>,
  provider: ProviderName,
  queued: QueuedJob,
  log: AttemptLog,
  signal: AbortSignal,
): Promise<ProviderResult | undefined> {
  const current = await services.current();
  if (provider !== 'huggingface' || !current.secrets.huggingface) return undefined;
  return buildHuggingFace(services, current, log).collect(queued, { signal });
}
