import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { constants, createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Server } from 'node:net';
import { createConnections } from './connections.ts';
import type { LabHost, LabReply, LabRequest } from './exchange.ts';
import { createHostCertificates } from './host-certificates.ts';
import { isHousekeeping } from './housekeeping.ts';
import { type LogEntry, preciseNow, type RequestLog } from './request-log.ts';
import { perform, type Scripts } from './script.ts';
import { isWholeAnswer, writeReply } from './write-reply.ts';

type Incoming = IncomingMessage | Http2ServerRequest;
/** What the answers of HTTP/1.1 and HTTP/2 have in common; only an answer over HTTP/2 has a `stream`. */
export interface Outgoing
  extends Pick<ServerResponse, 'destroyed' | 'writable' | 'writableFinished' | 'socket'>,
    NodeJS.EventEmitter {
  stream?: Http2ServerResponse['stream'];
  writeHead(status: number, headers?: Record<string, string>): this;
  write(chunk: Uint8Array, done?: () => void): boolean;
  end(chunk?: Uint8Array | string): this;
}

export interface ServerParts {
  log: RequestLog;
  scripts: Scripts;
  hostFor(name: string): LabHost;
  /** Sees every request before it is answered, to notice what should never be sent. */
  inspect(request: LabRequest): void;
  /** Whether a host speaks HTTP/1.1 alone; the others speak HTTP/2 with clients that can. */
  speaksHttp1(host: string): boolean;
}

async function readRequest(
  message: Incoming,
  scheme: string,
  connection: LabRequest['connection'],
): Promise<LabRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const authority = [message.headers[':authority'] ?? message.headers.host ?? 'unknown.example'].join();
  const pairs = Object.entries(message.headers)
    .filter(([name]) => !name.startsWith(':'))
    .map(([name, value]) => [name, [value].flat().join(', ')]);
  const url = new URL(message.url ?? '/', `${scheme}://${authority}`);
  return {
    method: message.method ?? 'GET',
    host: url.hostname,
    url,
    headers: { host: authority, ...Object.fromEntries(pairs) },
    bodyText: Buffer.concat(chunks).toString('utf8'),
    connection,
  };
}

/**
 * Follows an answer for the log. `signal` aborts when the client leaves before the whole answer is out; `cut`
 * notes that the lab itself breaks the answer off.
 */
function watchLine(response: Outgoing, entry: LogEntry, log: RequestLog) {
  const line = new AbortController();
  let isCutByLab = false;
  const isWhole = isWholeAnswer(response);
  response.on('close', () => {
    if (isWhole()) entry.answeredAt = preciseNow();
    entry.closedEarly = !isWhole() && !isCutByLab;
    line.abort();
    log.changed();
  });
  response.on('finish', () => {
    if (!isWhole()) return;
    entry.answeredAt = preciseNow();
    log.changed();
  });
  const cut = () => {
    isCutByLab = true;
  };
  return { signal: line.signal, cut };
}

async function answer(
  request: LabRequest,
  response: Outgoing,
  reset: () => void,
  { hostFor, scripts, inspect, log }: ServerParts,
) {
  const entry = log.add(request);
  const line = watchLine(response, entry, log);
  inspect(request);
  const host = hostFor(request.host);
  const isPreflight = request.method === 'OPTIONS';
  const pass = async (): Promise<LabReply> => (isPreflight ? { status: 204 } : host.handle(request));
  const outcome = await perform(scripts.next(request) ?? 'pass', request, pass, line.signal);
  if (outcome.kind === 'reset' || outcome.kind === 'drop') {
    line.cut();
    const { stream } = response;
    if (outcome.kind === 'drop' && stream) stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    else reset();
  }
  if (outcome.kind !== 'reply' || line.signal.aborted) return;
  const { reply, cors, fault } = outcome;
  if (fault === 'truncate' || fault === 'reset-mid') line.cut();
  entry.status = reply.status;
  log.changed();
  const headers = { ...(cors && host.cors(request)), ...reply.headers };
  writeReply(response, { ...reply, headers }, reset, fault);
}

/**
 * Listens on loopback with TLS, where it speaks HTTP/2 and HTTP/1.1, and on another port without TLS, where
 * it speaks HTTP/1.1. Connections stay open until the client closes them, as those of real services do.
 */
export async function listen(parts: ServerParts, port: number) {
  const connections = createConnections();

  const handler = (scheme: string) => async (message: Incoming, response: Outgoing) => {
    const { reset, served } = connections.serve(message.socket);
    try {
      const protocol = message.httpVersionMajor === 2 ? 'h2' : 'http/1.1';
      const request = await readRequest(message, scheme, { protocol, served });
      if (isHousekeeping(request.host)) response.writeHead(404).end();
      else await answer(request, response, reset, parts);
    } catch (error) {
      // A client that leaves while its answer is prepared also ends here; that is no error.
      if (response.destroyed || !response.writable) return;
      response.writeHead(500, { 'content-type': 'text/plain' }).end(`The lab failed: ${String(error)}`);
    }
  };

  const certificates = createHostCertificates();
  const secure = createSecureServer(
    {
      allowHTTP1: true,
      ...certificates.any,
      SNICallback: (host, done) => done(null, certificates.contextFor(host)),
      ALPNCallback: ({ servername, protocols }) =>
        protocols.includes('h2') && !parts.speaksHttp1(servername) ? 'h2' : 'http/1.1',
    },
    handler('https'),
  );
  const plain = createPlainServer({ keepAliveTimeout: 0 }, handler('http'));
  for (const server of [secure, plain]) {
    server.on('connection', connections.add);
    // Connection resets are expected here.
    for (const event of ['tlsClientError', 'clientError', 'sessionError']) server.on(event, () => {});
  }

  const start = (server: Server, at: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  const stop = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

  return {
    port: await start(secure, port),
    httpPort: await start(plain, 0),
    /** Ends every connection: the next request of each client starts a new one. */
    endConnections: connections.end,
    async close() {
      connections.end();
      await Promise.all([stop(secure), stop(plain)]);
    },
  };
}
