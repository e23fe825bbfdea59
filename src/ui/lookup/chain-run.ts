import { type ReadonlySignal, signal } from '@preact/signals';
import type { Attempt, Location, RepositoryType } from '../../hub/types.ts';
import type { Ask, ChainEvent, Problem, RepositoryTarget } from '../../messages/index.ts';
import { typedRepository } from './typed-repository.ts';

/** One run over all sources, with the answers so far. */
export interface ChainRun {
  phase: 'asking' | 'answered' | 'cancelled' | 'interrupted' | 'refused';
  repository?: RepositoryTarget;
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

export interface ChainAsker {
  run: ReadonlySignal<ChainRun | undefined>;
  /** Starts a new run and ends the current one. `fresh`: ignores the cache and every cool-down. */
  start(text: string, type: RepositoryType, fresh: boolean): Promise<void>;
  cancel(): void;
}

/** Asks through a port and collects the answers. Only answers to the latest run are used. */
export function createChainAsker({ ask, connect }: { ask: Ask; connect: () => Port }): ChainAsker {
  const run = signal<ChainRun | undefined>(undefined);
  let current: { port?: Port } = {};

  const begin = () => {
    current.port?.disconnect();
    current = {};
    return current;
  };

  return {
    run,

    async start(text, type, fresh) {
      const mine = begin();
      run.value = { phase: 'asking', attempts: [] };
      const reply = await ask('parseRepository', { text });
      if (mine !== current) return;
      if (!reply.ok) {
        run.value = { phase: 'refused', attempts: [], problem: reply.problem };
        return;
      }
      const repository = typedRepository(reply.value.repository, text, type);
      run.value = { phase: 'asking', attempts: [], repository };
      const port = connect();
      current.port = port;
      port.onMessage.addListener((message) => {
        if (mine !== current || !run.value) return;
        run.value = withEvent(run.value, message as ChainEvent);
        if (run.value.phase !== 'asking') port.disconnect();
      });
      port.onDisconnect.addListener(() => {
        if (mine === current && run.value?.phase === 'asking') {
          run.value = { ...run.value, phase: 'interrupted' };
        }
      });
      port.postMessage({ repository, fresh });
    },

    cancel() {
      begin();
      if (run.value?.phase === 'asking') run.value = { ...run.value, phase: 'cancelled' };
    },
  };
}

function withEvent(run: ChainRun, event: ChainEvent): ChainRun {
  if (event.kind === 'attempt') {
    const others = run.attempts.filter(({ source }) => source !== event.attempt.source);
    return { ...run, attempts: [...others, event.attempt] };
  }
  if (event.kind === 'location') {
    return { ...run, phase: 'answered', location: event.location, attempts: event.location.attempts };
  }
  return { ...run, phase: 'refused', problem: event.problem };
}
