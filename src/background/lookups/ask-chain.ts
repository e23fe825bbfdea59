import type { Attempt } from '../../hub/index.ts';
import { type ChainEvent, chainRequest } from '../../messages/index.ts';
import type { Services } from '../services.ts';
import { answerPort, type Port } from './port.ts';

/** Asks every source about one repository and posts each answer as it comes. Closing the port ends the asking. */
export function answerChainPort(port: Port<ChainEvent>, services: Promise<Services>): void {
  answerPort(port, services, {
    parse: (message) => chainRequest.safeParse(message).data,
    subjectOf: ({ repository }) => repository.id,
    async answer({ repository, fresh }, { hub }, { post, signal }) {
      const onAttempt = (attempt: Attempt) => post({ kind: 'attempt', attempt } as const);
      const location = await hub.locate(repository, { signal, fresh, complete: true, onAttempt });
      post({ kind: 'location', location } as const);
    },
  });
}
