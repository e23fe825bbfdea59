import { type ReadonlySignal, signal } from '@preact/signals';
import type { RepositoryType } from '../../hub/types.ts';
import type { Ask, RepositoryTarget } from '../../messages/index.ts';
import { askChain, type ChainAnswers, NO_ANSWERS, type Port } from './chain-client.ts';
import { typedRepository } from './typed-repository.ts';

/** One run over all sources, with the answers so far. */
export interface ChainRun extends Omit<ChainAnswers, 'phase'> {
  phase: ChainAnswers['phase'] | 'cancelled';
  repository?: RepositoryTarget;
}

export interface ChainAsker {
  run: ReadonlySignal<ChainRun | undefined>;
  /** Starts a new run and ends the current one. `fresh`: ignores the cache and every cool-down. */
  start(text: string, type: RepositoryType, fresh: boolean): Promise<void>;
  cancel(): void;
}

/** Asks for the repository in a text. Only answers to the latest run are used. */
export function createChainAsker({ ask, connect }: { ask: Ask; connect: () => Port }): ChainAsker {
  const run = signal<ChainRun | undefined>(undefined);
  let current: { end?: () => void } = {};

  const begin = () => {
    current.end?.();
    current = {};
    return current;
  };

  return {
    run,

    async start(text, type, fresh) {
      const mine = begin();
      run.value = NO_ANSWERS;
      const reply = await ask('parseRepository', { text });
      if (mine !== current) return;
      if (!reply.ok) {
        run.value = { phase: 'refused', attempts: [], problem: reply.problem };
        return;
      }
      const repository = typedRepository(reply.value.repository, text, type);
      run.value = { ...NO_ANSWERS, repository };
      current.end = askChain(connect, { repository, fresh }, (answers) => {
        run.value = { ...answers, repository };
      });
    },

    cancel() {
      begin();
      if (run.value?.phase === 'asking') run.value = { ...run.value, phase: 'cancelled' };
    },
  };
}
