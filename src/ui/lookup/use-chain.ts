import { useEffect, useState } from 'preact/hooks';
import type { Attempt, Location } from '../../hub/types.ts';
import { CHAIN_PORT, type ChainEvent, type Problem, type RepositoryTarget } from '../../messages/index.ts';
import { connect } from '../page/extension.ts';

export interface Chain {
  /** The answers so far, in the order in which they arrived. */
  attempts: Attempt[];
  location?: Location;
  problem?: Problem;
}

/**
 * Asks the sources which of them has a repository, and returns the answers as they arrive. Unmounting ends the run. `again`
 * asks all sources again, including those that are cooling down.
 */
export function useChain(repository: RepositoryTarget): Chain & { again(): void } {
  const [chain, setChain] = useState<Chain>({ attempts: [] });
  const [round, setRound] = useState(0);
  useEffect(() => {
    setChain({ attempts: [] });
    const port = connect(CHAIN_PORT);
    port.onMessage.addListener((event: ChainEvent) => setChain((before) => after(before, event)));
    // Called only when the background closed the port: a dead background must not look like a slow one.
    port.onDisconnect.addListener(() => setChain(ended));
    port.postMessage({ repository, fresh: round > 0 });
    return () => port.disconnect();
  }, [repository, round]);
  return { ...chain, again: () => setRound((before) => before + 1) };
}

function after(before: Chain, event: ChainEvent): Chain {
  if (event.kind === 'problem') return { ...before, problem: event.problem };
  if (event.kind === 'location')
    return { ...before, location: event.location, attempts: event.location.attempts };
  const others = before.attempts.filter(({ source }) => source !== event.attempt.source);
  return { ...before, attempts: [...others, event.attempt] };
}

function ended(before: Chain): Chain {
  return before.location || before.problem ? before : { ...before, problem: { code: 'INTERNAL' } };
}
