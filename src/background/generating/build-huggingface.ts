import { HuggingFaceProvider } from '../../providers/huggingface/provider.ts';
import { endpointToken } from '../../settings/index.ts';
import { isHuggingFace } from '../../web/hugging-face.ts';
import { streamsBodies } from '../../web/send-once.ts';
import type { Current } from '../state/current.ts';
import { commonParts } from './common-parts.ts';
import type { BuildProvider } from './provider-entry.ts';

/** Hugging Face with the user's token, hubs and order of routes. */
export function buildHuggingFace(
  ...[services, current, log]: Parameters<BuildProvider>
): HuggingFaceProvider {
  const { settings, secrets } = current;
  const { apiUrl, routeOrder } = settings.huggingface;
  const common = commonParts('huggingface', services, current);
  return new HuggingFaceProvider({
    ...common,
    hub: canLookUp(current) ? current.hub : undefined,
    config: { ...common.config, ...(apiUrl && { apiUrl }) },
    endpointToken: endpointToken(settings, secrets),
    routeOrder,
    routeCache: services.routeCache,
    routeCacheTtlSeconds: settings.hub.cacheTtlSeconds,
    deadRoutes: services.deadRoutes,
    huggingFaceHub: current.huggingFaceHub,
    otherHub: (id) => {
      const source = settings.sources.find((candidate) => candidate.id === id);
      return source && !isHuggingFace(source.url) ? source.name : undefined;
    },
    streams: streamsBodies(),
    observer: log,
  });
}

/**
 * Whether Hugging Face can be asked for a model's routes: lookups are on, and it is an active source. Otherwise its default
 * route is used.
 */
function canLookUp({ settings, allowed }: Current): boolean {
  const asked = settings.sources.filter(({ id, enabled }) => enabled && allowed[id]);
  return settings.hub.enabled && asked.some(({ url }) => isHuggingFace(url));
}
