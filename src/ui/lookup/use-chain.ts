import { useEffect, useState } from 'preact/hooks';
import { CHAIN_PORT, type RepositoryTarget } from '../../messages/index.ts';
import { connect } from '../page/extension.ts';
import { askChain, type ChainAnswers, NO_ANSWERS } from './chain-client.ts';

export type Chain = Omit<ChainAnswers, 'phase'>;

/**
 * Asks the sources which of them has a repository, and returns the answers as they arrive. Unmounting ends the run. `again`
 * asks all sources again, including those that are cooling down.
 */
export function useChain(repository: RepositoryTarget): Chain & { again(): void } {
  const [chain, setChain] = useState<Chain>(NO_ANSWERS);
  const [round, setRound] = useState(0);
  useEffect(() => {
    setChain(NO_ANSWERS);
    return askChain(
      () => connect(CHAIN_PORT),
      { repository, fresh: round > 0 },
      (answers) =>
        setChain(answers.phase === 'interrupted' ? { ...answers, problem: { code: 'INTERNAL' } } : answers),
    );
  }, [repository, round]);
  return { ...chain, again: () => setRound((before) => before + 1) };
}
