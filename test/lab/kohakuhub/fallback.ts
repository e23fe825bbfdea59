import { asRecord, type LabHost, type LabReply, type LabRequest } from '../exchange.ts';
import type { HubPath } from '../hub-path.ts';
import type { Hub } from './hub.ts';

/** The header with the hubs that a proxied request came through: a loop of hubs ends there, instead of never. */
const TRAIL = 'x-lab-trail';

const isOff = (value: string | null) => value !== null && ['false', '0', 'no'].includes(value.toLowerCase());

/** Whether a hub asks others: it has some to ask, and the query does not forbid it. */
const mayAskOthers = (hub: Hub, request: LabRequest) =>
  hub.fallbackTo.length > 0 && !isOff(request.url.searchParams.get('fallback'));

const originOf = (host: string) => `https://${host}`;

/** The same request for another host. As KohakuHub does it, `fallback=false` is not added and no token is sent. */
function proxied(hub: Hub, host: string, request: LabRequest, pathname: string): LabRequest {
  const url = new URL(pathname + request.url.search, originOf(host));
  const { authorization: _, ...headers } = request.headers;
  const trail = [...(headers[TRAIL]?.split(' ') ?? []), hub.host].join(' ');
  return { ...request, host, url, headers: { ...headers, [TRAIL]: trail } };
}

/** Hugging Face has no `/models/` in the path of a model's files. */
function pathFor(host: string, at: HubPath, pathname: string): string {
  const isModelFile = at.operation === 'resolve' && at.type === 'model';
  return isModelFile && host === 'huggingface.co' ? pathname.replace(/^\/models\//, '/') : pathname;
}

function tag(reply: LabReply, at: HubPath, host: string): LabReply {
  const source = {
    'x-source': host,
    'x-source-url': originOf(host),
    'x-source-status': String(reply.status),
  };
  if (at.operation === 'info' || at.operation === 'revision') {
    return { ...reply, json: { ...asRecord(reply.json), _source: host, _source_url: originOf(host) } };
  }
  if (at.operation !== 'resolve') return reply;
  const location = reply.headers?.location;
  const absolute = location !== undefined && { location: new URL(location, originOf(host)).href };
  return { ...reply, headers: { ...reply.headers, ...source, ...absolute } };
}

function aggregate(attempts: { name: string; url: string; status: number }[]): LabReply {
  const isMissing = attempts.every(({ status }) => status === 404 || status === 401);
  const error = isMissing ? 'RepoNotFound' : 'UpstreamFailure';
  return {
    status: isMissing ? 404 : 502,
    headers: {
      ...(isMissing && { 'x-error-code': 'RepoNotFound' }),
      'x-error-message': `No source has it (${attempts.length} tried)`,
      'x-source-count': String(attempts.length),
    },
    json: { error, detail: 'No source has it', sources: attempts },
  };
}

/** Asks the hubs behind this one, in order, when it does not have a repository itself. */
export async function withFallback(
  hub: Hub,
  at: HubPath,
  request: LabRequest,
  local: LabReply,
  findHost: (host: string) => LabHost | undefined,
): Promise<LabReply> {
  const isMiss =
    local.status === 404 && (local.headers?.['x-error-code'] ?? 'RepoNotFound') === 'RepoNotFound';
  if (!isMiss || !mayAskOthers(hub, request)) return local;
  if (request.headers[TRAIL]?.split(' ').includes(hub.host))
    return aggregate([{ name: hub.name, url: '', status: 502 }]);
  const attempts = [];
  for (const host of hub.fallbackTo) {
    const asked = proxied(hub, host, request, pathFor(host, at, request.url.pathname));
    const reply = (await findHost(host)?.handle(asked)) ?? { status: 502 };
    if (reply.status < 400) return tag(reply, at, host);
    attempts.push({ name: host, url: originOf(host), status: reply.status });
  }
  return aggregate(attempts);
}

/** Adds what the hubs behind this one list; everything is tagged with where it comes from. */
export async function withListFallback(
  hub: Hub,
  request: LabRequest,
  local: LabReply,
  findHost: (host: string) => LabHost | undefined,
): Promise<LabReply> {
  const isLooping = request.headers[TRAIL] !== undefined;
  if (local.status !== 200 || !mayAskOthers(hub, request) || isLooping) return local;
  const tagAll = (reply: LabReply, source: string, host: string) =>
    (Array.isArray(reply.json) ? reply.json : []).map((item) => ({
      ...asRecord(item),
      _source: source,
      _source_url: originOf(host),
    }));
  const items = tagAll(local, 'local', hub.host);
  for (const host of hub.fallbackTo) {
    const asked = proxied(hub, host, request, request.url.pathname);
    // Only `author` and `limit` are passed on.
    for (const name of [...asked.url.searchParams.keys()]) {
      if (name !== 'author' && name !== 'limit') asked.url.searchParams.delete(name);
    }
    const reply = (await findHost(host)?.handle(asked)) ?? { status: 502 };
    const known = new Set(items.map((item) => asRecord(item).id));
    if (reply.status === 200)
      items.push(...tagAll(reply, host, host).filter((item) => !known.has(asRecord(item).id)));
  }
  return { ...local, json: items };
}
