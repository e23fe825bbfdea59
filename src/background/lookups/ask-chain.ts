import type { ChainEvent } from '../../messages/index.ts';
import { chainRequest } from '../../messages/index.ts';
import type { Services } from '../services.ts';
import { hubProblem } from './hub-problem.ts';

interface Port {
  postMessage(message: ChainEvent): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** Asks every source about one repository and posts each answer as it comes. Closing the port ends the asking. */
export function answerChainPort(port: Port, services: Promise<Services>): void {
  const controller = new AbortController();
  port.onDisconnect.addListener(() => controller.abort());
  port.onMessage.addListener((message) => void ask(message, port, services, controller.signal));
}

async function ask(
  message: unknown,
  port: Port,
  ready: Promise<Services>,
  signal: AbortSignal,
): Promise<void> {
  const post = (event: ChainEvent) => {
    if (!signal.aborted) port.postMessage(event);
  };
  const parsed = chainRequest.safeParse(message);
  if (!parsed.success) return post({ kind: 'problem', problem: { code: 'BAD_MESSAGE' } });
  const { repository, fresh } = parsed.data;
  const { current, keepAlive } = await ready;
  const release = keepAlive();
  try {
    const state = await current().catch(() => undefined);
    if (!state) return post({ kind: 'problem', problem: { code: 'STORAGE_FAILED' } });
    const onAttempt = (attempt: Extract<ChainEvent, { kind: 'attempt' }>['attempt']) =>
      post({ kind: 'attempt', attempt });
    const location = await state.hub.locate(repository, { signal, fresh, complete: true, onAttempt });
    post({ kind: 'location', location });
  } catch (thrown) {
    post({ kind: 'problem', problem: hubProblem(thrown, repository.id) });
  } finally {
    release();
  }
}
