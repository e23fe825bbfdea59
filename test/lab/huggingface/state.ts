import {
  createRepository,
  type Repository,
  type RepositoryOrder,
  type RepositoryType,
} from '../repository.ts';
import { createLabOauth, type LabOauth } from './oauth.ts';
import { RENAMES, sampleRepositories } from './sample-repositories.ts';

/** What the lab's huggingface.co hosts; the router asks it which models run where. */
export interface HuggingFaceState {
  repositories: Repository[];
  /** huggingface.co writes inferenceProviderMapping in either shape. */
  mappingShape: 'object' | 'array';
  /** Hosts one more repository, or replaces the one of that id, until the next reset. */
  add(order: RepositoryOrder): void;
  remove(id: string): void;
  /** Ids compare without case, as on huggingface.co. */
  find(type: RepositoryType, id: string): Repository | undefined;
  renamed(id: string): string | undefined;
  isLive(provider: string, providerId: string): boolean;
  /** Signing in by a code. */
  oauth: LabOauth;
  reset(): void;
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export function createHuggingFaceState(): HuggingFaceState {
  const state: HuggingFaceState = {
    oauth: createLabOauth(),
    repositories: sampleRepositories(),
    mappingShape: 'object',
    add(order) {
      state.remove(order.id);
      state.repositories.push(createRepository(order));
    },
    remove(id) {
      state.repositories = state.repositories.filter((repository) => !isSame(repository.id, id));
    },
    find: (type, id) => state.repositories.find((entry) => entry.type === type && isSame(entry.id, id)),
    renamed: (id) => RENAMES[id.toLowerCase()],
    isLive: (provider, providerId) =>
      state.repositories.some(({ routes }) => {
        const route = routes?.[provider];
        return route?.providerId === providerId && route.status === 'live';
      }),
    reset() {
      state.repositories = sampleRepositories();
      state.mappingShape = 'object';
      state.oauth.reset();
    },
  };
  return state;
}
