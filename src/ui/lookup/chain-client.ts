import type { Attempt, Location } from '../../hub/types.ts';
import type { ChainEvent, Problem, RepositoryTarget } from '../../messages/index.ts';

/** The answers of the sources so far. */
export interface ChainAnswers {
  /** `interrupted`: the background closed the port before the end. */
  phase: 'asking' | 'answered' | 'refused' | 'interrupted';
  /** The last answer of each source, in the order in which they arrived. */
  attempts: readonly Attempt[];
  location?: Location;
  problem?: Problem;
}

export interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** Before any source has answered. */
export const NO_ANSWERS: ChainAnswers = { phase: 'asking', attempts: [] };

/**
 * Asks all sources for a repository through a new port, and calls `onAnswers` with the answers so far after each. `fresh`:
 * ignores the cache and every cool-down. The returned function ends the asking; after that nothing is called.
 */
export function askChain(
  connect: () => Port,
  request: { repository: RepositoryTarget; fresh: boolean },
  onAnswers: (answers: ChainAnswers) => void,
): () => void {
  let answers = NO_ANSWERS;
  let isOver = false;
  const port = connect();
  const end = () => {
    isOver = true;
    port.disconnect();
  };
  const take = (next: ChainAnswers) => {
    if (isOver) return;
    answers = next;
    if (next.phase !== 'asking') end();
    onAnswers(next);
  };
  port.onMessage.addListener((message) => take(withEvent(answers, message as ChainEvent)));
  // Called only when the background closed the port: a dead background must not look like a slow one.
  port.onDisconnect.addListener(() => take({ ...answers, phase: 'interrupted' }));
  port.postMessage(request);
  return end;
}

function withEvent(before: ChainAnswers, event: ChainEvent): ChainAnswers {
  if (event.kind === 'problem') return { ...before, phase: 'refused', problem: event.problem };
  if (event.kind === 'location')
    return { phase: 'answered', location: event.location, attempts: event.location.attempts };
  const others = before.attempts.filter(({ source }) => source !== event.attempt.source);
  return { ...before, attempts: [...others, event.attempt] };
}
