import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { Readable } from 'node:stream';

const NO_BODY = [101, 204, 205, 304];
const REDIRECTS = [301, 302, 303, 307, 308];

function send(
  options: RequestOptions,
  isSecure: boolean,
  body: Buffer,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const start = isSecure ? secureRequest : plainRequest;
    const outgoing = start(options, resolve);
    const stop = () => outgoing.destroy(signal.reason);
    signal.addEventListener('abort', stop);
    outgoing.on('close', () => signal.removeEventListener('abort', stop));
    outgoing.on('error', (cause) =>
      reject(signal.aborted ? signal.reason : new TypeError('fetch failed', { cause })),
    );
    outgoing.end(body);
  });
}

function toResponse(message: IncomingMessage, url: URL, wasRedirected: boolean): Response {
  const status = message.statusCode ?? 0;
  const headers = new Headers();
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    headers.append(message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? '');
  }
  const hasBody = !NO_BODY.includes(status);
  const body = hasBody ? (Readable.toWeb(message) as unknown as ReadableStream) : null;
  if (!hasBody) message.resume();
  const response = new Response(body, { status, statusText: message.statusMessage ?? '', headers });
  Object.defineProperty(response, 'url', { value: url.href });
  Object.defineProperty(response, 'redirected', { value: wasRedirected });
  return response;
}

/** A redirected request as the Fetch standard says: POST becomes GET on 301–303, tokens stay at their origin. */
function follow(request: Request, from: URL, to: URL, status: number, body: Buffer) {
  const isRewritten = status === 303 || ((status === 301 || status === 302) && request.method === 'POST');
  const headers = new Headers(request.headers);
  if (from.origin !== to.origin) headers.delete('authorization');
  if (isRewritten) headers.delete('content-type');
  const { signal, redirect } = request;
  const next = new Request(to, { method: isRewritten ? 'GET' : request.method, headers, signal, redirect });
  return { next, body: isRewritten ? Buffer.alloc(0) : body };
}

const ownFetch = globalThis.fetch;

/** A `fetch` whose connections all lead to the lab, with the host names and headers that were asked for. */
export function createLabFetch(port: number, httpPort: number): typeof fetch {
  async function run(request: Request, body: Buffer, hops: number): Promise<Response> {
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const isSecure = url.protocol === 'https:';
    const options = {
      host: '127.0.0.1',
      // A new connection for each request: Node does not repeat a request on another connection when a kept
      // one has ended.
      agent: false,
      port: isSecure ? port : httpPort,
      servername: url.hostname,
      rejectUnauthorized: false,
      method: request.method,
      path: url.pathname + url.search,
      headers: { accept: '*/*', ...Object.fromEntries(request.headers), host: url.host },
    };
    const message = await send(options, isSecure, body, request.signal);
    const { location } = message.headers;
    const isRedirect = REDIRECTS.includes(message.statusCode ?? 0) && location !== undefined;
    if (!isRedirect || request.redirect === 'manual') return toResponse(message, url, hops > 0);
    message.resume();
    if (request.redirect === 'error' || hops >= 20) throw new TypeError('fetch failed: redirect');
    const step = follow(request, url, new URL(location, url), message.statusCode ?? 0, body);
    return run(step.next, step.body, hops + 1);
  }

  return async (input, init) => {
    const request = new Request(input, init);
    // data: and blob: URLs carry their answer themselves.
    if (!request.url.startsWith('http')) return ownFetch(request);
    return run(request, Buffer.from(await request.arrayBuffer()), 0);
  };
}
