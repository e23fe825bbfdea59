import type { RepositoryRef } from '../../hub/index.ts';
import type { Handlers, ProblemCode, Reply, RepositoryTarget } from '../../messages/index.ts';
import type { KeyValueStore } from '../../storage/key-value-store.ts';
import { checkModel } from '../lookups/check-model.ts';
import { fileAddress } from '../lookups/file-address.ts';
import { hubProblem } from '../lookups/hub-problem.ts';
import { listFiles } from '../lookups/list-files.ts';
import { parseRepository } from '../lookups/parse-repository.ts';
import { done, refused, storing } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Current } from '../state/current.ts';
import { hubSources } from '../state/snapshot.ts';

type RepositoryHandlers = Pick<
  Handlers,
  | 'checkModel'
  | 'parseRepository'
  | 'listFiles'
  | 'repositoryPage'
  | 'downloadFile'
  | 'cacheStats'
  | 'clearCache'
  | 'forgetRepository'
>;

const INPUT_PROBLEMS = {
  empty: 'REPOSITORY_EMPTY',
  'not-a-repository': 'REPOSITORY_INVALID',
  'unknown-host': 'REPOSITORY_UNKNOWN_HOST',
} as const satisfies Record<string, ProblemCode>;

/** The handlers of messages about repositories and the hubs' cache. */
export function repositoryHandlers({
  current,
  keepAlive,
  routeCache,
  deadRoutes,
  fetch,
  downloads,
}: Services): RepositoryHandlers {
  /** Runs a lookup with the current settings. Resolves with a value or a problem. */
  function lookUp<Value>(subject: string, ask: (state: Current) => Promise<Value>): Promise<Reply<Value>> {
    return storing(async () => {
      const release = keepAlive();
      try {
        const state = await current();
        return await answered(subject, () => ask(state));
      } finally {
        release();
      }
    });
  }

  async function answered<Value>(subject: string, ask: () => Promise<Value>): Promise<Reply<Value>> {
    try {
      return done(await ask());
    } catch (thrown) {
      return { ok: false, problem: hubProblem(thrown, subject) };
    }
  }

  return {
    checkModel: ({ model }) => lookUp(model, (state) => checkModel(model, state)),

    parseRepository: ({ text }) =>
      storing(async () => {
        const state = await current();
        const parsed = await parseRepository(text, hubSources(state), state.hub);
        if (parsed.problem !== undefined) return refused(INPUT_PROBLEMS[parsed.problem]);
        const { type, id, revision } = parsed.ref;
        return done({
          repository: { type, id, ...(revision !== undefined && { revision }) },
          ...(parsed.source !== undefined && { source: parsed.source }),
        });
      }),

    listFiles: ({ repository, path, source }) =>
      lookUp(repository.id, ({ hub }) => listFiles(hub, repository, path, source)),

    repositoryPage: ({ repository, source }) =>
      lookUp(repository.id, async ({ hub }) => ({ url: (await hub.page(repository, { source })).url })),

    downloadFile: ({ repository, path, source }) =>
      lookUp(path, async (state) => {
        const { timeoutMs } = state.settings.hub;
        const ports = { hub: state.hub, sources: hubSources(state), fetch, timeoutMs };
        const address = await fileAddress(ports, repository, path, source);
        if (!address.needsSignIn) return address;
        const download = await downloads.start({
          source: address.source,
          repository: target(repository),
          path,
        });
        return download === undefined ? address : { ...address, download };
      }),

    cacheStats: () => storing(async () => done(await (await current()).hub.stats())),
    clearCache: () =>
      storing(async () => {
        await Promise.all([(await current()).hub.clear(), empty(routeCache), empty(deadRoutes)]);
        return done(null);
      }),
    forgetRepository: ({ repository }) =>
      storing(async () => {
        await (await current()).hub.evict(repository);
        return done(null);
      }),
  };
}

function target({ type, id, revision }: RepositoryRef): RepositoryTarget {
  return { type, id, ...(revision !== undefined && { revision }) };
}

/** Deletes every entry of a store. */
async function empty(store: KeyValueStore): Promise<void> {
  const entries = await store.entries();
  await Promise.all(entries.map(([key]) => store.del(key)));
}
