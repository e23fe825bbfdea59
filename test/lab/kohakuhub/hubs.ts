import { type LabHost, openCors } from '../exchange.ts';
import { serveBytes } from '../huggingface/file-cdn-host.ts';
import { sha256 } from '../repository.ts';
import { createHub, type Hub, type HubOrder } from './hub.ts';
import { createHubHost } from './hub-host.ts';

/** Any number of KohakuHub instances, each with a host name of its own. */
export interface Hubs {
  /** Adds an instance (or replaces the one of that host) until the next reset. */
  add(order: HubOrder): Hub;
  remove(host: string): void;
  find(host: string): LabHost | undefined;
  /** The tokens an instance accepts; undefined for a host that is no instance. */
  tokensOf(host: string): readonly string[] | undefined;
  clear(): void;
}

/** The storage behind a hub, at `s3.` plus its host name: presigned links lead here. */
function createStorage(hub: Hub): LabHost {
  return {
    handle(request) {
      const digest = request.url.pathname.split('/').at(-1);
      const files = hub.repositories.flatMap((repository) => repository.files);
      const file = files.find(({ content }) => sha256(content) === digest);
      return file === undefined ? { status: 404, text: 'NoSuchKey' } : serveBytes(file, request);
    },
    cors: (request) => openCors(request),
  };
}

export function createHubs(upstream: { host: string; hub: LabHost }): Hubs {
  const instances = new Map<string, { hub: Hub; host: LabHost }>();
  const findHub = (host: string) => (host === upstream.host ? upstream.hub : instances.get(host)?.host);
  return {
    add(order) {
      const hub = createHub(order);
      instances.set(order.host, { hub, host: createHubHost(hub, findHub) });
      return hub;
    },
    remove: (host) => void instances.delete(host),
    find(host) {
      const behind = instances.get(host.replace(/^s3\./, ''))?.hub;
      return instances.get(host)?.host ?? (behind && createStorage(behind));
    },
    tokensOf: (host) => instances.get(host)?.hub.tokens,
    clear: () => instances.clear(),
  };
}
