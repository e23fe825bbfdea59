import type { ErrorCode } from '../../generation/index.ts';
import { abortable } from '../../web/wait.ts';
import type { Answer } from './answer.ts';
import type { RouteObserver } from './parts.ts';
import type { Asked } from './tools.ts';

/** Asks one route, and calls the observer before the request and after the answer. */
export async function observed(
  name: string,
  { parts: { observer }, budget }: Asked,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  budget.signal.throwIfAborted();
  await abortable(Promise.resolve(observer?.asking?.(name)), budget.signal);
  try {
    const answer = await ask();
    await tell(observer, name, answer.ok ? answer : answer.error);
    return answer;
  } catch (thrown) {
    await tell(observer, name, { code: budget.ended() ?? 'UNKNOWN' });
    throw thrown;
  }
}

/** Calls the observer after an answer. If it fails, the picture is kept all the same. */
async function tell(
  observer: RouteObserver | undefined,
  name: string,
  { status, code }: { status?: number; code?: ErrorCode },
): Promise<void> {
  try {
    await observer?.answered?.(name, { ...(status !== undefined && { status }), ...(code && { code }) });
  } catch {
    // Only the observer's record of the answer is lost.
  }
}
