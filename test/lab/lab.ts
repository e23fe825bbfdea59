import type { LabHost } from './exchange.ts';
import { createFileCdn } from './huggingface/file-cdn-host.ts';
import { FILE_CDN } from './huggingface/files.ts';
import { createHuggingFaceHub } from './huggingface/hub-host.ts';
import { AVATAR_CDN } from './huggingface/people.ts';
import { createHuggingFaceState, type HuggingFaceState } from './huggingface/state.ts';
import { createHubs, type Hubs } from './kohakuhub/hubs.ts';
import { createLabFetch } from './lab-fetch.ts';
import { createAvatarCdn } from './pictures/avatar-host.ts';
import { createPictureCdn, PICTURE_CDNS } from './pictures/cdn-host.ts';
import { createPictureShelf } from './pictures/shelf.ts';
import { createPuterApi } from './puter/api-host.ts';
import { createPuterSignIn } from './puter/sign-in-host.ts';
import { createPuterState, type PuterState } from './puter/state.ts';
import { createRequestLog, type LogEntry, type RequestLog } from './request-log.ts';
import { createRouterHost } from './router/router-host.ts';
import { createScripts, type Step, type Target } from './script.ts';
import { listen } from './server.ts';
import { findViolations, strayedSignIn } from './violations.ts';

export type { LogEntry } from './request-log.ts';
export type { Step, Target } from './script.ts';

export interface Lab {
  /** Port of the TLS listener: `https://` requests of every host name are to be led here. */
  port: number;
  /** Port of the same server without TLS, for hubs on `http://localhost`. */
  httpPort: number;
  /** Every request since the start or the last reset, in order. */
  log: LogEntry[];
  requestsTo: RequestLog['requestsTo'];
  waitForRequest: RequestLog['waitForRequest'];
  /** Things that must never be sent and were (tokens at strangers, cookies, Puter's socket). Must stay empty. */
  violations: string[];
  /** Answers of Puter's sign-in that reached the network though the browser is to catch them: `METHOD https://host`. */
  strayedSignIns: string[];
  /**
   * Scripts the answers for a host: the steps are used in order, and the last step stays. Of several scripts
   * that fit, the latest wins.
   */
  answer(target: Target, steps: Step[]): void;
  huggingface: HuggingFaceState;
  puter: PuterState;
  hubs: Hubs;
  /** Whether picture and file CDNs let other origins read them. */
  cdn: { cors: boolean };
  /** Hosts that speak HTTP/1.1 alone; the others speak HTTP/2 with clients that can. A change holds for new connections. */
  http1Hosts: Set<string>;
  /** `fetch` for Node that leads every host name to the lab. */
  fetch: typeof fetch;
  /** Ends every connection: each client's next request comes over a new one. */
  endConnections(): void;
  /** Forgets scripts, log, violations, hubs and everything that tests changed, and ends all connections. */
  reset(): void;
  close(): Promise<void>;
}

const nowhere: LabHost = {
  handle: ({ host }) => ({
    status: 404,
    headers: { 'content-type': 'text/plain' },
    text: `The lab has no ${host}`,
  }),
  cors: () => ({}),
};

/** Starts the stand-in internet on a loopback port (0: any free one). */
export async function startLab({ port = 0 } = {}): Promise<Lab> {
  const log = createRequestLog();
  const scripts = createScripts();
  const shelf = createPictureShelf();
  const violations: string[] = [];
  const strayedSignIns: string[] = [];
  const huggingface = createHuggingFaceState();
  const puter = createPuterState(violations);
  const cdn = { cors: true };
  const http1Hosts = new Set<string>();

  const huggingFaceHub = createHuggingFaceHub(huggingface);
  const hubs = createHubs({ host: 'huggingface.co', hub: huggingFaceHub });
  const hosts: Record<string, LabHost> = {
    'router.huggingface.co': createRouterHost(huggingface, shelf),
    'huggingface.co': huggingFaceHub,
    [FILE_CDN]: createFileCdn(() => huggingface.repositories.flatMap(({ files }) => files), cdn),
    [AVATAR_CDN]: createAvatarCdn(cdn),
    'api.puter.com': createPuterApi(puter, shelf),
    'puter.com': createPuterSignIn(puter),
  };
  for (const [name, type] of Object.entries(PICTURE_CDNS)) hosts[name] = createPictureCdn(type, shelf, cdn);

  const server = await listen(
    {
      log,
      scripts,
      hostFor: (name) => hosts[name] ?? hubs.find(name) ?? nowhere,
      speaksHttp1: (host) => http1Hosts.has(host),
      inspect(request) {
        violations.push(...findViolations(request, puter.token, hubs.tokensOf));
        const strayed = strayedSignIn(request, puter.token);
        if (strayed) strayedSignIns.push(strayed);
      },
    },
    port,
  );

  return {
    port: server.port,
    httpPort: server.httpPort,
    log: log.entries,
    requestsTo: log.requestsTo,
    waitForRequest: log.waitForRequest,
    violations,
    strayedSignIns,
    answer: scripts.add,
    huggingface,
    puter,
    hubs,
    cdn,
    http1Hosts,
    fetch: createLabFetch(server.port, server.httpPort),
    endConnections: server.endConnections,
    reset() {
      scripts.clear();
      log.clear();
      shelf.clear();
      hubs.clear();
      huggingface.reset();
      puter.reset();
      cdn.cors = true;
      http1Hosts.clear();
      server.endConnections();
      violations.length = 0;
      strayedSignIns.length = 0;
    },
    close: server.close,
  };
}
