import type { ProviderResult, QueuedJob } from '../../generation/index.ts';
import { failure } from '../failure.ts';
import { collectJob } from './queue.ts';
import { resultOf } from './result.ts';
import { ROUTES } from './routes/route-table.ts';
import { isOnRoute } from './routes/router-url.ts';
import { sentence } from './sentences.ts';
import { type Asked, toolsFor } from './tools.ts';

/**
 * Polls a job that a queue accepted in an earlier attempt, and fetches its picture. Nothing is paid. The addresses come
 * from a stored record: they are used only if they are below the route's own path on the router.
 */
export async function collectQueued(
  job: QueuedJob,
  asked: Omit<Asked, 'prompt' | 'options'>,
): Promise<ProviderResult> {
  const { route, model, statusUrl, resultUrl, cancelUrl, warnings = [] } = job;
  const queue = ROUTES.get(route)?.queue;
  const urls = [statusUrl, resultUrl, cancelUrl].filter((url) => url !== undefined);
  if (!queue || !urls.every((url) => isOnRoute(route, url)))
    return {
      success: false,
      error: failure('SERVER_ERROR', sentence('SERVER_ERROR'), { fault: 'job-address-unusable' }),
    };
  const tools = toolsFor(asked, { route, model, ...(warnings.length > 0 && { warnings }) });
  return resultOf(await collectJob(tools, queue, job), { route, model, warnings });
}
