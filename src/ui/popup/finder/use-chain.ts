import { useEffect, useState } from 'preact/hooks';
import type { Attempt, Location } from '../../../hub/types.ts';
import { CHAIN_PORT, type ChainEvent, type Problem, type RepositoryTarget } from '../../../messages/index.ts';
import { connect } from '../../extension.ts';

export interface Chain {
  /** What each source said so far, in the order it was heard. */
  attempts: Attempt[];
  location?: Location;
  problem?: Problem;
}

/** Asks the sources who has a repository and tells what each says as it says it. Closing the view ends the asking. */
export function useChain(repository: RepositoryTarget): Chain {
  const [chain, setChain] = useState<Chain>({ attempts: [] });
  useEffect(() => {
    setChain({ attempts: [] });
    const port = connect(CHAIN_PORT);
    port.onMessage.addListener((event: ChainEvent) => setChain((before) => after(before, event)));
    // Only the other side's end arrives here: a dead background must not look like a slow one.
    port.onDisconnect.addListener(() => setChain(ended));
    port.postMessage({ repository, fresh: false });
    return () => port.disconnect();
  }, [repository]);
  return chain;
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
