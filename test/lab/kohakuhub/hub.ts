import { bearerToken, type LabRequest } from '../exchange.ts';
import {
  createRepository,
  type Repository,
  type RepositoryOrder,
  type RepositoryType,
} from '../repository.ts';

/** A KohakuHub instance as a test describes it. */
export interface HubOrder {
  host: string;
  name?: string;
  /**
   * `2026`: private repositories look missing. `2025`: they answer 401 or 403, `resolve` gives no reasons,
   * and paths in a tree are relative to the asked folder.
   */
  generation?: '2026' | '2025';
  repositories?: RepositoryOrder[];
  /** Tokens it accepts; a caller with one of them sees the private repositories. */
  tokens?: string[];
  /** People and organisations beside the owners of repositories. */
  people?: string[];
  /** Hosts that it asks itself when it does not have a repository: other hubs of the lab, or huggingface.co. */
  fallbackTo?: string[];
}

export interface Hub {
  host: string;
  name: string;
  generation: '2026' | '2025';
  tokens: string[];
  people: string[];
  fallbackTo: string[];
  repositories: Repository[];
  add(order: RepositoryOrder): void;
  remove(id: string): void;
  /** Ids compare exactly, as KohakuHub does it. */
  find(type: RepositoryType, id: string): Repository | undefined;
}

export function createHub(order: HubOrder): Hub {
  const { host, name = host, generation = '2026', tokens = [], people = [], fallbackTo = [] } = order;
  const hub: Hub = {
    host,
    name,
    generation,
    tokens,
    people,
    fallbackTo,
    repositories: (order.repositories ?? []).map(createRepository),
    add(repository) {
      hub.remove(repository.id);
      hub.repositories.push(createRepository(repository));
    },
    remove(id) {
      hub.repositories = hub.repositories.filter((repository) => repository.id !== id);
    },
    find: (type, id) =>
      hub.repositories.find((repository) => repository.type === type && repository.id === id),
  };
  return hub;
}

/** Whether the sender has a token of this hub. A bad token is no error here: its sender is treated as nobody. */
export function isMember(hub: Hub, request: LabRequest): boolean {
  // Tokens for other hubs may follow, each after a bar.
  const [token = ''] = bearerToken(request)?.split('|') ?? [];
  return hub.tokens.includes(token);
}
