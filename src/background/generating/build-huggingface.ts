import { HuggingFaceProvider } from '../../providers/huggingface/provider.ts';
import { endpointToken } from '../bound-token.ts';
import type { Snapshot } from '../state/snapshot.ts';
import type { BuildProvider } from './build-provider.ts';
import { isOnline } from './is-online.ts';

/** Hugging Face with the user's token, hubs and order of routes. */
export const buildHuggingFace: BuildProvider = (house, snapshot, log) => {
  const { settings, secrets } = snapshot;
  const { model, apiUrl, timeoutMs, routeOrder } = settings.huggingface;
  return new HuggingFaceProvider({
    fetch: house.fetch,
    token: secrets.huggingface?.token,
    clock: house.clock,
    hub: canLookUp(snapshot) ? house.hub : undefined,
    config: { model, timeout: timeoutMs, ...(apiUrl && { apiUrl }) },
    endpointToken: endpointToken(snapshot),
    routeOrder,
    routeCache: house.routeCache,
    routeCacheTtlSeconds: settings.hub.cacheTtlSeconds,
    deadRoutes: house.deadRoutes,
    huggingFaceHub: house.huggingFaceHub,
    otherHub: (id) => {
      const source = settings.sources.find((candidate) => candidate.id === id);
      return source?.type === 'kohakuhub' ? source.name : undefined;
    },
    isOnline,
    observer: log,
  });
};

/** With lookups switched off, or Hugging Face not among the sources, nobody can say what it runs: its default route is used. */
function canLookUp({ settings, allowed }: Snapshot): boolean {
  const asked = settings.sources.filter(({ id, enabled }) => enabled && allowed[id]);
  return settings.hub.enabled && asked.some(({ type }) => type === 'huggingface');
}
