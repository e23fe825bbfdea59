import type { ErrorCode } from '../../generation/index.ts';
import { abortable } from '../../web/wait.ts';
import type { Answer } from './answer.ts';
import type { RouteObserver } from './parts.ts';
import type { Asked } from './tools.ts';

/** Asks one route, telling the observer before the request and after the answer. */
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

/** An observer that fails after the answer must not cost the user the picture. */
async function tell(
  observer: RouteObserver | undefined,
  name: string,
  { status, code }: { status?: number; code?: ErrorCode },
): Promise<void> {
  try {
    await observer?.answered?.(name, { ...(status !== undefined && { status }), ...(code && { code }) });
  } catch {
    // Nothing was lost but the note.
  }
}
