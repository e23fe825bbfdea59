import { type ModelSearch, type SearchEvent, searchRequest } from '../../messages/index.ts';
import type { Services } from '../services.ts';
import { answerPort, type Port } from './port.ts';
import { searchModels } from './search-models.ts';

/** Searches every source and posts what was found so far as each answers. Closing the port ends the search. */
export function answerSearchPort(port: Port<SearchEvent>, services: Promise<Services>): void {
  answerPort(port, services, {
    parse: (message) => searchRequest.safeParse(message).data,
    subjectOf: ({ query }) => query,
    async answer({ query, fresh }, state, { post, signal }) {
      const onResults = (search: ModelSearch) => post({ kind: 'part', search } as const);
      const search = await searchModels(query, state, { fresh, signal, onResults });
      post({ kind: 'whole', search } as const);
    },
  });
}
